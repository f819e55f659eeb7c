"""Public pages of easy read that are not Wagtail pages."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from easyread import selectors, services
from easyread.enums import Format
from easyread.forms import FormatRequestForm
from easyread.models import Picture


def _public_pages() -> QuerySet[Page]:
    """What has an address that strangers may open; the root of the tree has none."""
    pages: QuerySet[Page] = Page.objects.live().public().filter(depth__gt=1)
    return pages


@require_safe
def jargon_buster(request: HttpRequest) -> HttpResponse:
    return render(request, "easyread/jargon_buster.html", {"terms": selectors.glossary()})


@require_safe
def pictures(request: HttpRequest) -> HttpResponse:
    """Every picture with its author and licence: the attribution that the licences ask for."""
    found = Picture.objects.select_related("image").order_by("name", "pk")
    return render(request, "easyread/pictures.html", {"pictures": found})


@require_http_methods(["GET", "HEAD", "POST"])
def ask_for_format(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for easy read, or another format, of one public page."""
    page = get_object_or_404(_public_pages(), pk=page_id)
    form = FormatRequestForm(request.POST or None, initial={"format": Format.EASY_READ})
    if request.method == "POST" and form.is_valid():
        services.ask_for_format(
            page=page,
            format=Format(form.cleaned_data["format"]),
            contact=form.cleaned_data["contact"],
            now=timezone.now(),
        )
        return redirect(reverse("easyread:asked", args=[page.pk]))
    return render(request, "easyread/ask.html", {"form": form, "page_asked_for": page})


@require_safe
def asked(request: HttpRequest, page_id: int) -> HttpResponse:
    page = get_object_or_404(_public_pages(), pk=page_id)
    return render(request, "easyread/asked.html", {"page_asked_for": page})
