"""The admin's first page, and drafts as they stand."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards import permissions, reach, selectors
from boards.models import BoardPage
from boards.selectors.owners import other_lost_letters
from boards.selectors.scheduled import scheduled_elsewhere
from boards.selectors.to_do_line import ToDo


@require_safe
def my_boards(request: HttpRequest) -> HttpResponse:
    """Each board one looks after, with the next things to do."""
    return render(request, "boards/admin/my_boards.html", my_boards_context(request))


def my_boards_context(request: HttpRequest) -> dict[str, object]:
    """One's own boards; for officers all boards, to read."""
    boards = list(permissions.boards_read_by(request.user))
    own = set(permissions.boards_looked_after_by(request.user).values_list("pk", flat=True))
    going_on = selectors.going_on(boards)
    is_officer = permissions.can_read_every_board(request.user)
    now = timezone.now()
    return {
        "boards": selectors.boards_in_hand(going_on, now=now),
        "own": own,
        "ended": [board for board in boards if board not in going_on],
        "is_officer": is_officer,
        "for_officers": _for_officers(going_on, now) if is_officer else [],
    }


def _for_officers(boards: list[BoardPage], now: datetime) -> list[ToDo]:
    """What waits for somebody, and belongs to none of these boards."""
    return [*scheduled_elsewhere(boards), *other_lost_letters(now=now)]


@require_safe
def read_draft(request: HttpRequest, page_id: int) -> HttpResponse:
    """An agenda, minutes or easy read as it stands, for those who may see it before it is out."""
    page = get_object_or_404(reach.drafts_read_by(request.user), pk=page_id).specific
    draft = page.get_latest_revision_as_object()
    return draft.make_preview_request(request, page.default_preview_mode)
