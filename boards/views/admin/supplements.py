"""Saying why a paper came late."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages as admin_messages
from wagtail.models import Page

from boards import reach, selectors, services
from boards.forms.papers import SupplementForm
from boards.models import AgendaPage
from boards.selectors.papers_to_do import unexplained


@require_http_methods(["GET", "HEAD", "POST"])
def explain_supplement(request: HttpRequest, placement_id: int) -> HttpResponse:
    """Everyone reads the reason beside the paper."""
    placement = get_object_or_404(reach.supplements_explained_by(request.user), pk=placement_id)
    meeting = selectors.meeting_of(placement.agenda)
    form = SupplementForm(request.POST or None, initial={"reason": placement.reason})
    if request.method == "POST" and form.is_valid():
        services.explain_supplement(
            placement=placement, reason=form.cleaned_data["reason"], now=timezone.now()
        )
        messages.success(request, "Thank you. Everyone can read the reason now.")
        return redirect("boards_admin:my_boards")
    context = {
        "placement": placement,
        "board": selectors.board_of(meeting),
        "meeting": meeting,
        "form": form,
    }
    return render(request, "boards/admin/explain_supplement.html", context)


def ask_for_reasons(request: HttpRequest, page: Page) -> None:
    """After an agenda was published again with more papers; My boards asks again."""
    if not isinstance(page.specific_deferred, AgendaPage):
        return
    late = unexplained(page)
    if not late:
        return
    admin_messages.warning(
        request,
        "Papers that come after the agenda are called late papers. Please say why they are late.",
        buttons=[
            admin_messages.button(
                reverse("boards_admin:explain_supplement", args=[placement.pk]),
                f"Say why: {placement.paper.title[:60]}",
            )
            for placement in late[:5]
        ],
    )
