"""Approving published minutes at a later meeting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import selectors, services
from boards.forms.approving import ApprovalForm
from boards.models import MinutesPage
from boards.selectors.approving import (
    corrected_draft,
    item_about_minutes,
    meetings_that_can_approve,
)
from boards.views.admin.access import minutes_or_404
from easyread.accounts import account_of
from easyread.publishing import NotPublished


@require_http_methods(["GET", "HEAD", "POST"])
def approve_minutes(request: HttpRequest, minutes_id: int) -> HttpResponse:
    """Choose the meeting that approved the minutes, and publish them as approved."""
    minutes, board = minutes_or_404(request, minutes_id)
    meeting = selectors.meeting_of(minutes)
    meetings = meetings_that_can_approve(meeting, board, now=timezone.now())
    has_draft = corrected_draft(minutes) is not None
    context = {"board": board, "minutes": minutes, "meeting": meeting, "has_draft": has_draft}
    if minutes.is_approved or not minutes.live or not meetings:
        return render(request, "boards/admin/approve.html", context)
    form = ApprovalForm(
        request.POST or None,
        meetings=meetings,
        has_draft=has_draft,
        initial={"meeting": meetings[0].pk, "item": item_about_minutes(meetings[0])},
    )
    if request.method == "POST" and form.is_valid() and _approved(request, minutes, form):
        messages.success(request, "The minutes are approved. Everyone can see it.")
        return redirect("boards_admin:my_boards")
    return render(request, "boards/admin/approve.html", context | {"form": form})


def _approved(request: HttpRequest, minutes: MinutesPage, form: ApprovalForm) -> bool:
    data = form.cleaned_data
    try:
        services.approve_minutes(
            minutes=minutes,
            at_meeting=data["meeting"],
            item=data["item"],
            corrections=data["corrections"],
            with_draft=data.get("with_draft", False),
            approved_by=account_of(request),
            now=timezone.now(),
        )
    except (services.CannotApprove, NotPublished) as problem:
        form.add_error(None, str(problem))
    return not form.errors
