"""Reading who signed what, and what happened on the way."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from boards.enums import BoardKind, LinkPurpose, MeetingStatus, Role
from boards.models import BY_PLACE, BoardPage, MeetingPage, Member, PersonalLink
from boards.selectors.links import LinkIsVoid, link_of
from boards.selectors.people import secretary_of
from boards.selectors.public import boards_going_on
from charter.enums import ONCE_SIGNED, SignUpState
from charter.models import CharterVersion, SignUp, SignUpEvent
from charter.signing.states import CAN_BE_UNDONE, OPEN
from charter.versions.selectors import current_version
from easyread.accounts import Visitor
from easyread.visibility import public_pages

CO_CHAIRS = (Role.CO_CHAIR_CITIZEN, Role.CO_CHAIR_OFFICER)


def is_asked_of(board: BoardPage) -> bool:
    """Whether the charter is for this board: not for the senate, in which boards meet, and not
    for one that has ended."""
    return board.kind != BoardKind.SENATE and board.closed_on is None


def boards_of_the_charter() -> list[BoardPage]:
    """The boards that are asked to sign: all public ones of which `is_asked_of` holds."""
    return list(boards_going_on().exclude(kind=BoardKind.SENATE))


def events_of(sign_up: SignUp) -> list[SignUpEvent]:
    """All that happened, oldest first; one query."""
    found = SignUpEvent.objects.filter(sign_up=sign_up)
    return list(found.select_related("meeting", "taken_from__board", "undoes").order_by("pk"))


@dataclass(frozen=True)
class Told:
    """What happened, as strangers may know it: ``taken_from`` where they may see that board."""

    event: SignUpEvent
    taken_from: BoardPage | None


def history_of(sign_up: SignUp) -> list[Told]:
    """All that happened, oldest first; one query, and one more after a merger."""
    events = events_of(sign_up)
    ended = {event.taken_from.board_id for event in events if event.taken_from}
    shown = public_pages(BoardPage.objects.filter(pk__in=ended)).in_bulk() if ended else {}
    return [
        Told(event, shown.get(event.taken_from.board_id) if event.taken_from else None)
        for event in events
    ]


def is_signed_at(meetings: QuerySet[Any, Any]) -> bool:
    """Whether a board agreed to the charter at one of these meetings."""
    return SignUpEvent.objects.filter(meeting__in=meetings).exists()


def is_kept_of(boards: QuerySet[Any, Any]) -> bool:
    """Whether anything happened between one of these boards and the charter."""
    return SignUpEvent.objects.filter(sign_up__board__in=boards).exists()


def signatures_of(version: CharterVersion) -> list[SignUp]:
    """Who signed this version, as far as strangers may know of the boards; the earliest first."""
    signed = SignUp.objects.filter(version=version, state__in=ONCE_SIGNED)
    public = signed.filter(board__in=public_pages(BoardPage.objects.all()))
    return list(public.select_related("board", "meeting").order_by("signed_on", "pk"))


def certified() -> QuerySet[SignUp]:
    """All that were signed once, with what a certificate tells."""
    signed = SignUp.objects.filter(state__in=ONCE_SIGNED)
    return signed.select_related("board", "version", "meeting")


def meeting_shown(sign_up: SignUp) -> MeetingPage | None:
    """The meeting at which it was agreed, where strangers may know of it; one query."""
    return public_pages(MeetingPage.objects.filter(pk=sign_up.meeting_id)).first()


def _of_charter(version: CharterVersion | None, **of: object) -> list[SignUp]:
    """All sign-ups to this version and those before it, the oldest version first; one query."""
    if version is None:
        return []
    found = SignUp.objects.filter(
        version__charter=version.charter_id, version__in_force_from__lte=version.in_force_from, **of
    )
    return list(found.select_related("version", "meeting").order_by("version__number", "pk"))


def co_chairs_of(board: BoardPage, *, on: date) -> list[Member]:
    """Who can sign for the board: its serving co-chairs, citizens first."""
    serving = Member.objects.serving(on=on).filter(board=board, role__in=CO_CHAIRS)
    found = serving.select_related("account").order_by(BY_PLACE, "pk")
    return sorted(found, key=lambda seat: seat.role != Role.CO_CHAIR_CITIZEN)


def has_seat(user: Visitor, board: BoardPage, on: date) -> bool:
    """Whether ``user`` is a co-chair of the board by account."""
    mine = (seat.account_id == user.pk for seat in co_chairs_of(board, on=on))
    return user.is_authenticated and any(mine)


def address_of(seat: Member) -> str:
    """Where a co-chair reads mail; empty where nobody wrote it down."""
    return seat.email or (seat.account.email if seat.account else "")


def is_reached(board: BoardPage, seats: list[Member], *, now: datetime) -> bool:
    """Whether a letter to these co-chairs and the secretary reaches anybody."""
    return bool(secretary_of(board, now) or any(address_of(seat) for seat in seats))


def has_signed(sign_up: SignUp, seat: Member) -> bool:
    """Whether somebody signed in this seat already, in this round."""
    name = (
        sign_up.signed_by_officer
        if seat.role == Role.CO_CHAIR_OFFICER
        else sign_up.signed_by_citizen
    )
    return bool(name)


def yet_to_sign(sign_up: SignUp, *, on: date) -> list[Member]:
    """The serving co-chairs who have not signed in this round."""
    return [one for one in co_chairs_of(sign_up.board, on=on) if not has_signed(sign_up, one)]


@dataclass(frozen=True)
class Signer:
    """A co-chair who can sign; ``sent_on`` is when a link was sent that still works."""

    seat: Member
    has_signed: bool
    sent_on: date | None

    @property
    def has_address(self) -> bool:
        return bool(address_of(self.seat))


def signers_of(sign_up: SignUp, *, now: datetime) -> list[Signer]:
    """Who can sign for the board, and whom a link reached that works; two queries."""
    works = PersonalLink.objects.filter(
        purpose=LinkPurpose.SIGN_CHARTER, object_id=sign_up.pk, void_at=None, ends_at__gt=now
    )
    sent = dict(works.filter(used_at=None).values_list("person", "made_at"))
    return [
        Signer(
            seat,
            has_signed(sign_up, seat),
            timezone.localdate(sent[address]) if (address := address_of(seat)) in sent else None,
        )
        for seat in co_chairs_of(sign_up.board, on=timezone.localdate(now))
    ]


def seat_behind(link: PersonalLink, *, on: date) -> tuple[SignUp, Member]:
    """What a link signs, and who signs by it: a serving co-chair with that address, of two who
    share it the one who has not signed yet. Raises `LinkIsVoid`."""
    sign_up = (
        SignUp.objects.filter(pk=link.object_id).select_related("board", "version__charter").first()
    )
    current = current_version(today=on)
    if sign_up is None or sign_up.version != current or not is_asked_of(sign_up.board):
        raise LinkIsVoid
    seats = [one for one in co_chairs_of(sign_up.board, on=on) if address_of(one) == link.person]
    seats.sort(key=lambda seat: has_signed(sign_up, seat))
    if not seats:
        raise LinkIsVoid
    return sign_up, seats[0]


def signing_by_link(*, token: str, now: datetime) -> tuple[SignUp, Member]:
    """Raises `LinkIsVoid`."""
    link = link_of(purpose=LinkPurpose.SIGN_CHARTER, token=token, now=now)
    return seat_behind(link, on=timezone.localdate(now))


def meetings_to_choose(sign_up: SignUp, *, now: datetime) -> QuerySet[MeetingPage]:
    """The board's meetings at which it can have agreed, the latest first."""
    found = MeetingPage.objects.of_board(sign_up.board).filter(live=True, starts_at__lte=now)
    since = sign_up.version.in_force_from or date.max
    held = found.exclude(status=MeetingStatus.CANCELLED).filter(starts_at__date__gte=since)
    return held.order_by("-starts_at", "-pk")


def mistakes_to_choose(sign_up: SignUp) -> QuerySet[SignUpEvent]:
    """What can have been entered by mistake, and was not put right."""
    found = SignUpEvent.objects.filter(sign_up=sign_up, kind__in=CAN_BE_UNDONE, undone_by=None)
    return found.order_by("-pk")


@dataclass(frozen=True)
class BoardSigning:
    """A board and how it stands to the version in force; ``sign_up`` is None where nobody asked."""

    board: BoardPage
    sign_up: SignUp | None
    earlier: SignUp | None

    @property
    def state(self) -> SignUpState:
        return SignUpState(self.sign_up.state) if self.sign_up else SignUpState.NOT_ASKED

    @property
    def missing(self) -> list[str]:
        """What a signature lacks, from when the board is asked until it is whole."""
        if self.sign_up is None or self.state not in OPEN:
            return []
        parts = {
            "the co-chair who is a citizen": self.sign_up.signed_by_citizen,
            "the co-chair who is an officer": self.sign_up.signed_by_officer,
            "the meeting": self.sign_up.meeting_id,
        }
        return [words for words, there in parts.items() if not there]


def all_signing(version: CharterVersion | None) -> list[BoardSigning]:
    """Every board of the charter; two queries."""
    by_board: dict[int, list[SignUp]] = defaultdict(list)
    for sign_up in _of_charter(version):
        by_board[sign_up.board_id].append(sign_up)
    return [_signing(board, version, by_board[board.pk]) for board in boards_of_the_charter()]


def signing_of(board: BoardPage, version: CharterVersion) -> BoardSigning:
    """One board; one query."""
    return _signing(board, version, _of_charter(version, board=board))


def _signing(
    board: BoardPage, version: CharterVersion | None, sign_ups: list[SignUp]
) -> BoardSigning:
    """What it signed last before counts only while it has not signed this version."""
    own = next((one for one in sign_ups if version and one.version_id == version.pk), None)
    before = [one for one in sign_ups if one != own and one.state in ONCE_SIGNED]
    return BoardSigning(board, own, before[-1] if before else None)


def to_take_over(board: BoardPage, version: CharterVersion | None) -> list[SignUp]:
    """Signatures of boards that ended in this one, which it has not taken over; one query."""
    ended = SignUp.objects.filter(
        version=version, state=SignUpState.SIGNED, board__successor=board
    ).select_related("board", "version")
    return list(ended.order_by("board__title", "pk"))
