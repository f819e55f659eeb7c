"""Correcting, withdrawing and approving published minutes, and the check of their trail."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import permissions, reach, selectors, services
from boards.forms.trail import ApprovalForm, CorrectionForm, SettlingForm, WithdrawalForm
from boards.models import BoardPage, MinutesPage
from boards.selectors.approving import (
    corrected_draft,
    item_about_minutes,
    meetings_that_can_approve,
)
from boards.selectors.trail import check_view, would_change
from easyread.publishing import NotPublished

PROBLEMS_SHOWN = 100


def minutes_or_404(request: HttpRequest, minutes_id: int) -> tuple[MinutesPage, BoardPage]:
    """Minutes of a board that one looks after and may publish for."""
    minutes = get_object_or_404(reach.minutes_published_by(request.user), pk=minutes_id)
    return minutes, selectors.board_of(selectors.meeting_of(minutes))


@require_http_methods(["GET", "HEAD", "POST"])
def correct_minutes(request: HttpRequest, minutes_id: int) -> HttpResponse:
    """The draft differs from what is public: say why, and publish it."""
    minutes, board = minutes_or_404(request, minutes_id)
    draft = minutes.get_latest_revision_as_object()
    if not would_change(minutes, draft):
        messages.info(request, "There is nothing that waits for a reason.")
        return redirect("wagtailadmin_pages:edit", minutes.pk)
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.publish_with_reason(
                minutes=minutes,
                reason=form.cleaned_data["reason"],
                published_by=request.user,
                now=timezone.now(),
            )
        except NotPublished as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The corrected minutes are public, with your reason.")
            return redirect("wagtailadmin_explore", minutes.get_parent().pk)
    context = {"board": board, "minutes": minutes, "form": form}
    return render(request, "boards/admin/correct.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_minutes(request: HttpRequest, minutes_id: int) -> HttpResponse:
    """Take published minutes down, with a reason that everyone can read."""
    minutes, board = minutes_or_404(request, minutes_id)
    if not minutes.live:
        messages.info(request, "These minutes are not public.")
        return redirect("wagtailadmin_explore", minutes.get_parent().pk)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.withdraw_minutes(
            minutes=minutes,
            reason=form.cleaned_data["reason"],
            withdrawn_by=request.user,
            now=timezone.now(),
        )
        messages.success(request, "The minutes are withdrawn. Everyone can read why.")
        return redirect("wagtailadmin_explore", minutes.get_parent().pk)
    context = {"board": board, "minutes": minutes, "form": form}
    return render(request, "boards/admin/withdraw.html", context)


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
            approved_by=request.user,
            now=timezone.now(),
        )
    except (services.CannotApprove, NotPublished) as problem:
        form.add_error(None, str(problem))
    return not form.errors


@require_http_methods(["GET", "HEAD", "POST"])
def trail(request: HttpRequest) -> HttpResponse:
    """What the last check of the trail found; officers may check again at once, and say what they
    found out about a problem."""
    if not permissions.can_read_every_board(request.user):
        raise Http404
    view = check_view(shown=PROBLEMS_SHOWN)
    settles = request.method == "POST" and "problem" in request.POST
    form = SettlingForm(request.POST if settles else None, problems=view.unsettled)
    if settles and form.is_valid():
        told = {"problem": form.cleaned_data["problem"], "words": form.cleaned_data["words"]}
        services.settle_problem(**told, settled_by=request.user, now=timezone.now())
        messages.success(request, "What you found is kept with the problem.")
        return redirect("boards_admin:trail")
    if request.method == "POST" and not settles:
        services.check_trail(now=timezone.now())
        return redirect("boards_admin:trail")
    return render(request, "boards/admin/trail.html", {"view": view, "form": form})
