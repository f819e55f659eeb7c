"""What everyone reads of the charter and one board."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import BoardPage
from boards.selectors import public_boards
from charter import selectors
from charter.enums import SignUpState
from charter.signing.selectors import has_seat, history_of, meeting_shown
from charter.signing.states import OPEN

TONES = {SignUpState.SIGNED: "good", SignUpState.LAPSED: "warn", SignUpState.WITHDRAWN: "warn"}


@require_safe
def board_charter(request: HttpRequest, slug: str) -> HttpResponse:
    """How far one board is on each principle, with the evidence that is public."""
    board = get_object_or_404(public_boards(), slug=slug)
    today = timezone.localdate()
    one, standings = selectors.board_standing(board, today=today)
    context = {
        "board": board,
        "standing": one,
        "tone": TONES.get(one.state, "calm") if one else "calm",
        "meeting": meeting_shown(one.sign_up) if one and one.sign_up else None,
        "events": history_of(one.sign_up) if one and one.sign_up else [],
        "standings": standings,
        "is_senate": board.is_senate,
        "may_sign": one is not None and one.state in OPEN and has_seat(request.user, board, today),
    }
    return render(request, "charter/board_charter.html", context)


def on_board_page(board: BoardPage) -> dict[str, selectors.BoardStanding] | None:
    """What its page says: nothing where no charter is in force or none is asked of it."""
    standing = selectors.standing_of(board, today=timezone.localdate())
    return {"standing": standing} if standing else None
