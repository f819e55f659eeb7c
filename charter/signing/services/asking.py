"""Asking boards to sign, and reminding them."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from boards.models import BoardPage
from boards.rules.dates import long_date
from charter.enums import SignUpEventKind as Kind
from charter.models import CharterVersion, SignUp
from charter.signing.selectors import events_of, is_asked_of, is_reached, yet_to_sign
from charter.signing.services import letters
from charter.signing.services.keeping import CannotSign, check_version, happen, hold
from charter.signing.states import refusal, standing_of


@transaction.atomic
def ask_to_sign(
    *, boards: Iterable[BoardPage], version: CharterVersion, by: str, now: datetime
) -> list[SignUp]:
    """Ask boards to sign, and write to their co-chairs and secretaries.

    Who is asked already or has signed, the senate and boards that ended are left alone. Returns
    those that were asked now. Raises `CannotSign` of a version that is not in force.
    """
    today = timezone.localdate(now)
    check_version(version, today=today)
    asked = []
    for board in boards:
        if not is_asked_of(board):
            continue
        held = hold(SignUp.objects.get_or_create(board=board, version=version)[0])
        if not refusal(standing_of(events_of(held)), Kind.ASKED):
            event = happen(held, Kind.ASKED, by=by, now=now, on=today)
            letters.ask(held, event, now=now)
            asked.append(held)
    return asked


@transaction.atomic
def remind(*, sign_up: SignUp, by: str, now: datetime) -> SignUp:
    """Write once more to a board that has not answered, with new links. Raises `CannotSign`."""
    held = hold(sign_up)
    today = timezone.localdate(now)
    if held.reminded_on and (today - held.reminded_on).days < letters.ONCE_IN_DAYS:
        raise CannotSign(f"The board was reminded on {long_date(held.reminded_on)}.")
    if not is_reached(held.board, yet_to_sign(held, on=today), now=now):
        raise CannotSign("No e-mail address of this board is written down: ring its people.")
    event = happen(held, Kind.REMINDED, by=by, now=now, on=today)
    letters.remind(held, event, now=now)
    return held


def keep_note(*, sign_up: SignUp, note: str) -> None:
    """Keep what officers want to remember of this board; nobody else sees it."""
    SignUp.objects.filter(pk=sign_up.pk).update(note=note)
