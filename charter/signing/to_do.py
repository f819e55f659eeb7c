"""What a board's people have to do about the charter, for My boards."""

from collections import defaultdict
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from boards.models import BoardPage
from boards.rules.dates import long_date
from boards.selectors.to_do_line import ToDo
from charter.enums import SignUpState
from charter.models import SignUp
from charter.signing.selectors import BoardSigning, is_asked_of
from charter.signing.states import REMIND_BEFORE, REVIEW_AFTER
from charter.versions.selectors import current_version


def signing_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """One line for each board that is asked, or has to look at the charter again; two queries."""
    version = current_version(today=timezone.localdate(now))
    if version is None:
        return {}
    by_number = {board.pk: board for board in boards if is_asked_of(board)}
    found: dict[int, list[ToDo]] = defaultdict(list)
    for sign_up in SignUp.objects.filter(version=version, board__in=by_number):
        if line := _line(BoardSigning(by_number[sign_up.board_id], sign_up, None), now):
            found[sign_up.board_id].append(line)
    return found


def _line(one: BoardSigning, now: datetime) -> ToDo | None:
    url = reverse("charter_admin:board_signing", args=[one.board.pk])
    if one.state in (SignUpState.INVITED, SignUpState.CONSIDERING):
        return ToDo("The board is asked to sign the charter: put it on an agenda", url, "soon")
    if one.missing:
        return ToDo(f"The charter is being signed. Missing: {', '.join(one.missing)}", url, "now")
    looked = one.sign_up.reviewed_on if one.sign_up else None
    if one.state == SignUpState.SIGNED and looked:
        due = looked + REVIEW_AFTER
        today = timezone.localdate(now)
        if due - REMIND_BEFORE <= today:
            words = f"Look at the charter again by {long_date(due)}"
            return ToDo(words, url, "now" if due <= today else "soon")
    return None
