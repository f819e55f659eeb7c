"""What co-chairs say: that they sign, want to think about it, or say no."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from boards.enums import LinkPurpose, MeetingStatus, Role
from boards.models import MeetingPage, Member, Paper
from boards.selectors.links import link_of
from boards.services.links import use_link, void_links
from charter.enums import Answer, SignWay
from charter.enums import SignUpEventKind as Kind
from charter.models import SignUp
from charter.signing.selectors import is_asked_of, seat_behind
from charter.signing.services import letters
from charter.signing.services.keeping import (
    CannotSign,
    check_day,
    check_version,
    happen,
    hold,
    said,
)
from easyread.senders.limits import Limit
from easyread.senders.services import take

OF_A_LINK = Limit(
    "charter: by a link",
    5,
    timedelta(days=1),
    "You have answered many times now. Wait until {until}, or ring the secretary of the board. "
    "What you wrote is still here.",
)
OF_A_SENDER = Limit("charter: of a sender", 60, timedelta(days=1))  # one office may help many
SIGNS = {Role.CO_CHAIR_OFFICER: Kind.OFFICER_SIGNED, Role.CO_CHAIR_CITIZEN: Kind.CITIZEN_SIGNED}


def _hold(sign_up: SignUp, today: date) -> SignUp:
    """The row of a board that goes on and of the version in force. Raises `CannotSign`."""
    held = hold(sign_up)
    check_version(held.version, today=today)
    if not is_asked_of(held.board):
        raise CannotSign("This board has ended, and signs nothing any more.")
    return held


@transaction.atomic
def answer(
    *, sign_up: SignUp, seat: Member, answer: Answer, reason: str, way: SignWay, now: datetime
) -> SignUp:
    """What a co-chair says for her board. Raises `CannotSign`."""
    today = timezone.localdate(now)
    held = _hold(sign_up, today)
    kind = SIGNS.get(Role(seat.role))
    if kind is None or seat.board_id != held.board_id or not seat.serves(on=today):
        raise CannotSign("Only the two co-chairs of the board can sign.")
    if answer == Answer.CONSIDER:
        happen(held, Kind.CONSIDERING, by=seat.name, now=now, on=today)
    elif answer == Answer.DECLINE:
        _decline(held, reason, by=seat.name, now=now)
    else:
        happen(held, kind, by=seat.name, now=now, on=today, name=seat.name, way=way)
        letters.tell_of_signature(held, now=now)
    return held


@transaction.atomic
def answer_by_link(
    *, token: str, answer: Answer, reason: str, now: datetime, sender: str = ""
) -> SignUp:
    """What a co-chair says by the link in her e-mail. To sign and to say no use it up.

    Raises `LinkIsVoid`, `CannotSign`, and `TooMuch` of this link or this ``sender``.
    """
    open_link = link_of if answer == Answer.CONSIDER else use_link
    link = open_link(purpose=LinkPurpose.SIGN_CHARTER, token=token, now=now)
    take((OF_A_LINK, str(link.pk)), (OF_A_SENDER, sender), now=now)
    sign_up, seat = seat_behind(link, on=timezone.localdate(now))
    return _answer(
        sign_up=sign_up, seat=seat, answer=answer, reason=reason, way=SignWay.LINK, now=now
    )


_answer = answer


@transaction.atomic
def decline(*, sign_up: SignUp, reason: str, by: str, now: datetime) -> SignUp:
    """The board says no, and why; everyone can read it. Raises `CannotSign`."""
    held = hold(sign_up)
    _decline(held, reason, by=by, now=now)
    return held


def _decline(held: SignUp, reason: str, *, by: str, now: datetime) -> None:
    words = said(reason)
    happen(held, Kind.DECLINED, by=by, now=now, on=timezone.localdate(now), words=words)
    void_links(purpose=LinkPurpose.SIGN_CHARTER, model=SignUp, keys=[held.pk], now=now)


@transaction.atomic
def sign_on_paper(
    *, sign_up: SignUp, names: dict[Role, str], on: date, scan: Paper | None, by: str, now: datetime
) -> SignUp:
    """Enter signatures that stand on paper: who signed in which seat, and on which day.

    Raises `CannotSign`.
    """
    held = _hold(sign_up, timezone.localdate(now))
    check_day(held, on, now=now)
    paper = {"way": SignWay.PAPER, "scan": scan}
    for role, name in names.items():
        happen(held, SIGNS[role], by=by, now=now, on=on, name=name, **paper)
    letters.tell_of_signature(held, now=now)
    return held


@transaction.atomic
def agree(*, sign_up: SignUp, meeting: MeetingPage, by: str, now: datetime) -> SignUp:
    """Say at which meeting of its own the board agreed to sign. Raises `CannotSign`."""
    held = _hold(sign_up, timezone.localdate(now))
    if not MeetingPage.objects.of_board(held.board).filter(pk=meeting.pk).exists():
        raise CannotSign("That is another board's meeting.")
    if meeting.status == MeetingStatus.CANCELLED:
        raise CannotSign("That meeting was cancelled.")
    if meeting.starts_at > now:
        raise CannotSign("That meeting has not begun yet.")
    on = timezone.localdate(meeting.starts_at)
    check_day(held, on, now=now)
    happen(held, Kind.AGREED, by=by, now=now, on=on, meeting=meeting)
    letters.tell_of_signature(held, now=now)
    return held
