"""Closing and merging boards, and undoing that."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from boards import permissions, reach, services
from boards.forms.closing import CloseBoardForm
from boards.models import BoardPage
from boards.selectors import closing, public_boards
from boards.selectors.proposals import waiting_proposals
from easyread.accounts import account_of
from easyread.publishing import NotPublished


@require_http_methods(["GET", "HEAD", "POST"])
def close_board(request: HttpRequest, board_id: int) -> HttpResponse:
    """Close a board or merge it; its own people read here whom to ask and what is still in the
    way."""
    may_close = permissions.can_close_boards(request.user)
    changes = may_close or request.method == "POST"
    boards = reach.boards_closed_by if changes else permissions.boards_read_by
    board = get_object_or_404(boards(request.user), pk=board_id)
    others = closing.boards_that_can_go_on(board)
    form = CloseBoardForm(request.POST or None, board=board, others=others)
    if request.method == "POST" and form.is_valid() and _close(request, board, form):
        return redirect("boards_admin:close_board", board.pk)
    now = timezone.now()
    context = {
        "board": board,
        "form": form,
        "may_close": may_close,
        "in_the_way": closing.meetings_in_the_way(board, now=now),
        "waiting": waiting_proposals(board),
        "may_answer": permissions.can_look_after(request.user, board),
        "unfinished": closing.unfinished_count(board),
        "public": public_boards().contains(board),
    }
    return render(request, "boards/admin/close_board.html", context)


def _close(request: HttpRequest, board: BoardPage, form: CloseBoardForm) -> bool:
    data: dict[str, Any] = form.cleaned_data
    facts = {"on": data["on"], "reason": data["words"], "report": data["report"]}
    now = timezone.now()
    try:
        if data["into"] is None:
            services.close_board(board=board, closed_by=account_of(request), now=now, **facts)
        else:
            services.merge_boards(
                boards=[board], into=data["into"], merged_by=account_of(request), now=now, **facts
            )
    except (services.CannotClose, NotPublished) as problem:
        form.add_error(None, str(problem))
        return False
    messages.success(request, "The board has ended. Its page says so to everyone.")
    return True


@require_POST
def reopen_board(request: HttpRequest, board_id: int) -> HttpResponse:
    """Undo the end of a board that was closed by mistake."""
    board = get_object_or_404(reach.boards_closed_by(request.user), pk=board_id)
    try:
        services.reopen_board(board=board, reopened_by=account_of(request))
    except services.CannotReopen as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, "The board goes on. It stands in the lists of boards again.")
    return redirect("boards_admin:close_board", board.pk)
