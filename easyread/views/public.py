"""Public pages of easy read that are not Wagtail pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from easyread import selectors, services
from easyread.enums import Format
from easyread.forms import FormatRequestForm
from easyread.models import EasyReadablePage
from easyread.senders.addresses import sender_of
from easyread.senders.answers import refuse
from easyread.senders.limits import TooMuch


@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_format(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for easy read, or another format, of one public page."""
    page = get_object_or_404(selectors.public_originals(), pk=page_id)
    form = FormatRequestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_for_format(
                page=page,
                format=Format(form.cleaned_data["format"]),
                language=form.cleaned_data["language"],
                contact=form.cleaned_data["contact"],
                now=timezone.now(),
                sender=sender_of(request),
            )
        except TooMuch as problem:
            refuse(request, problem, form)
        else:
            return redirect(reverse("easyread:asked", args=[page.pk]))
    easy_read = selectors.easy_read_of(page)
    can_have_one = issubclass(page.specific_class or Page, EasyReadablePage)
    context = {
        "form": form,
        "page_asked_for": page,
        "its_easy_read": easy_read,
        "offers_one_tap": can_have_one and not easy_read.is_there,
    }
    return render(request, "easyread/ask.html", context)


@require_safe
def asked(request: HttpRequest, page_id: int) -> HttpResponse:
    page = get_object_or_404(selectors.public_originals(), pk=page_id)
    return render(request, "easyread/asked.html", {"page_asked_for": page})
