"""Holding a meeting together with other boards: asking, answering, leaving."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from boards import permissions, reach, selectors, services
from boards.forms.meetings import AskBoardsForm
from boards.selectors import joint
from boards.views.admin.access import meeting_or_404
from easyread.accounts import account_of

ANSWERS = {"yes": True, "no": False}


@require_http_methods(["GET", "HEAD", "POST"])
def together(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Which boards were asked and what they said; others can be asked."""
    meeting, board = meeting_or_404(request, meeting_id)
    sent = request.POST if request.method == "POST" else None
    form = AskBoardsForm(sent, boards=joint.boards_to_ask(board, meeting))
    if request.method == "POST" and form.is_valid():
        try:
            services.invite_boards(
                meeting=meeting,
                boards=list(form.cleaned_data["boards"]),
                invited_by=account_of(request),
                now=timezone.now(),
            )
        except services.CannotShare as problem:
            form.add_error("boards", str(problem))
        else:
            messages.success(request, "They are asked. It is a joint meeting once they say yes.")
            return redirect("boards_admin:together", meeting.pk)
    context = {
        "board": board,
        "meeting": meeting,
        "form": form,
        "asked": joint.asked_of(meeting),
    }
    return render(request, "boards/admin/together.html", context)


@require_POST
def leave(request: HttpRequest, meeting_id: int, board_id: int) -> HttpResponse:
    """The host takes an invitation back, or either board ends holding the meeting together."""
    own = permissions.boards_looked_after_by(request.user)
    meeting = get_object_or_404(reach.meetings_held_by(request.user), pk=meeting_id)
    hosts = own.contains(selectors.board_of(meeting))
    leaving = joint.boards_of_meeting(meeting) if hosts else joint.partners_among(own, meeting)
    board = get_object_or_404(leaving, pk=board_id)
    services.leave_meeting(meeting=meeting, board=board, by=account_of(request), now=timezone.now())
    messages.success(request, f"The meeting goes on without the {board.title}.")
    if hosts:
        return redirect("boards_admin:together", meeting.pk)
    return redirect("boards_admin:my_boards")


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, invitation_id: int) -> HttpResponse:
    """Say yes or no for a board that one looks after."""
    own = list(permissions.boards_looked_after_by(request.user))
    invitation = get_object_or_404(joint.invitations_of(own), pk=invitation_id)
    if request.method == "POST":
        accept = ANSWERS.get(request.POST.get("answer", ""))
        if accept is None:
            messages.error(request, "Choose yes or no. Nothing was answered.")
            return redirect("boards_admin:answer_invitation", invitation.pk)
        try:
            services.answer_invitation(
                invitation=invitation,
                accept=accept,
                answered_by=account_of(request),
                now=timezone.now(),
            )
        except services.CannotShare as problem:
            messages.warning(request, str(problem))
        else:
            yes = "You hold this meeting together. It stands on your board's page too."
            messages.success(request, yes if accept else "You said no. Nothing has changed.")
        return redirect("boards_admin:my_boards")
    context = {
        "invitation": invitation,
        "host": selectors.board_of(invitation.meeting),
        "waits": invitation.state == "waiting",
        "joined": invitation.board in invitation.meeting.joint_with.all(),
    }
    return render(request, "boards/admin/answer_invitation.html", context)
