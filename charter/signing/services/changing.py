"""What becomes of a signature: looked at again, withdrawn, put right, taken over, lapsed."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from boards.models import BoardPage
from boards.rules.dates import long_date
from charter.enums import SignUpEventKind as Kind
from charter.enums import SignUpState, SignWay
from charter.models import SignUp, SignUpEvent
from charter.signing.selectors import co_chairs_of, events_of, is_asked_of, is_reached
from charter.signing.services import letters
from charter.signing.services.keeping import (
    CannotSign,
    check_version,
    happen,
    hold,
    keep,
    said,
)
from charter.signing.states import CAN_BE_UNDONE, contradiction, refusal, standing_of

PORTAL = "The portal"


@transaction.atomic
def withdraw(*, sign_up: SignUp, on: date, reason: str, by: str, now: datetime) -> SignUp:
    """The board takes its signature back, from a day on, and why; everyone can read it.

    Raises `CannotSign`.
    """
    held = hold(sign_up)
    _not_to_come(on, now)
    if held.signed_on and on < held.signed_on:
        raise CannotSign(f"The board signed on {long_date(held.signed_on)}, after that day.")
    happen(held, Kind.WITHDRAWN, by=by, now=now, on=on, words=said(reason))
    return held


@transaction.atomic
def review(*, sign_up: SignUp, on: date, by: str, now: datetime) -> SignUp:
    """The board has looked at the charter again, and goes on with it. Raises `CannotSign`."""
    held = hold(sign_up)
    _not_to_come(on, now)
    if held.reviewed_on and on < held.reviewed_on:
        raise CannotSign(f"The board looked at it on {long_date(held.reviewed_on)}, after that.")
    happen(held, Kind.REVIEWED, by=by, now=now, on=on)
    return held


def _not_to_come(on: date, now: datetime) -> None:
    if on > timezone.localdate(now):
        raise CannotSign("This day is still to come.")


@transaction.atomic
def put_right(*, event: SignUpEvent, reason: str, by: str, now: datetime) -> SignUp:
    """Undo what was entered by mistake; both rows stay, and everyone can read why.

    Raises `CannotSign`, also where something else was built on it.
    """
    held = hold(event.sign_up)
    told = events_of(held)
    if event.kind not in CAN_BE_UNDONE or any(one.undoes_id == event.pk for one in told):
        raise CannotSign("This cannot be put right here.")
    if contradiction(one for one in told if one.pk != event.pk):
        raise CannotSign("Something that came later stands on this. Put that right first.")
    today = timezone.localdate(now)
    SignUpEvent.objects.create(
        sign_up=held, kind=Kind.PUT_RIGHT, undoes=event, words=said(reason), by=by, at=now, on=today
    )
    keep(held, now=now)
    return held


@transaction.atomic
def take_over(*, sign_up: SignUp, board: BoardPage, by: str, now: datetime) -> SignUp:
    """A board that goes on with the work of one that ended takes over its signature, with its
    names, meeting and days. Raises `CannotSign`."""
    ended = hold(sign_up)
    today = timezone.localdate(now)
    check_version(ended.version, today=today)
    is_its_own = ended.board.has_ended and ended.board.successor_id == board.pk
    if not is_its_own or ended.state != SignUpState.SIGNED:
        raise CannotSign("There is no signature to take over.")
    held = hold(SignUp.objects.get_or_create(board=board, version=ended.version)[0])
    told = {"by": by, "at": now, "taken_from": ended, "on": today}
    SignUpEvent.objects.create(sign_up=held, kind=Kind.TAKEN_OVER, **told)
    if not refusal(standing_of(events_of(held)), Kind.ASKED):
        happen(held, Kind.ASKED, by=by, now=now, on=today)
    parts: list[tuple[Kind, dict[str, object]]] = [
        (Kind.OFFICER_SIGNED, {"name": ended.signed_by_officer, "way": SignWay.TAKEN_OVER}),
        (Kind.CITIZEN_SIGNED, {"name": ended.signed_by_citizen, "way": SignWay.TAKEN_OVER}),
        (Kind.AGREED, {"meeting": ended.meeting}),
    ]
    for kind, facts in parts:
        happen(held, kind, by=by, now=now, on=ended.signed_on, **facts)
    return held


def keep_reviews(*, now: datetime) -> int:
    """Remind boards of their review, and let signatures lapse whose review is missed; never where
    no letter reaches anybody. Safe to run twice. Returns how many changed."""
    signed = SignUp.objects.filter(state=SignUpState.SIGNED).order_by("pk")
    return sum(_keep_review(sign_up, now=now) for sign_up in signed)


@transaction.atomic
def _keep_review(sign_up: SignUp, *, now: datetime) -> bool:
    held = hold(sign_up)
    today = timezone.localdate(now)
    standing = standing_of(events_of(held))
    if not is_asked_of(held.board):
        return False
    if standing.lapses(today=today):
        event = happen(held, Kind.LAPSED, by=PORTAL, now=now, on=today)
        letters.lapsed(held, event, now=now)
        return True
    seats = co_chairs_of(held.board, on=today)
    if standing.needs_reminder(today=today) and is_reached(held.board, seats, now=now):
        event = happen(held, Kind.REMINDED, by=PORTAL, now=now, on=today)
        letters.remind_of_review(held, event, due=standing.review_due_on, now=now)
        return True
    return False
