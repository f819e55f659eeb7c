"""Who may see a page: in place of Wagtail's own window, which asks for no reason."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.models import Page

from boards import services
from boards.enums import Audience
from boards.forms.audience import AudienceForm
from boards.reach import page_whose_audience
from boards.selectors.audience import audience_of, closed_above
from easyread.accounts import account_of


def page_or_404(request: HttpRequest, page_id: int) -> Page:
    page = page_whose_audience(request.user, page_id)
    if page is None:
        raise Http404
    return page


@require_safe
def leads_on(request: HttpRequest, page_id: int) -> HttpResponse:
    """Wagtail's window, which leads to the screen that asks for the reason."""
    page = page_or_404(request, page_id)
    answer: HttpResponse = render_modal_workflow(
        request,
        "boards/admin/audience_window.html",
        None,
        {"page": page, "audience": audience_of(page)},
        json_data={"step": "set_privacy"},
    )
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def who_may_see(request: HttpRequest, page_id: int) -> HttpResponse:
    """Choose who may see the page, and say why."""
    page = page_or_404(request, page_id)
    audience = audience_of(page)
    form = AudienceForm(
        request.POST if request.method == "POST" else None,
        of_a_board=audience.board is not None,
        initial={"audience": audience.now},
    )
    if request.method == "POST" and form.is_valid():
        services.set_audience(
            page=page,
            audience=Audience(form.cleaned_data["audience"]),
            reason=form.cleaned_data["reason"],
            set_by=account_of(request),
            now=timezone.now(),
        )
        messages.success(request, "It is kept who may see the page, and why.")
        return redirect("wagtailadmin_explore", page.get_parent().pk)
    context = {
        "page": page,
        "form": form,
        "audience": audience,
        "above": closed_above(page),
    }
    return render(request, "boards/admin/who_may_see.html", context)
