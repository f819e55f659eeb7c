"""Who leads a board, which seats are empty, and whose term ends."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from django.urls import reverse
from django.utils import timezone

from boards.enums import BoardKind, Role
from boards.models import BY_PLACE, BoardPage, Member
from boards.rules.dates import short_date
from boards.selectors.to_do_line import ToDo

CHAIRS = (Role.CO_CHAIR_CITIZEN, Role.CO_CHAIR_OFFICER)
WITH_LIAISON = {BoardKind.PARTNERSHIP_BOARD, BoardKind.FORUM}  # and with a pair of co-chairs
TERM_ENDS_SOON = timedelta(days=90)
TERMS_NAMED = 3  # with more terms than these one line counts them


class Gap(Enum):
    """A seat that nobody has: its title, what everyone reads, and the line for those who act."""

    OFFICER_CO_CHAIR = (
        "Co-chair (council officer)",
        "This seat is empty. The council has to name someone.",
        "Nobody is officer co-chair",
    )
    CITIZEN_CO_CHAIR = (
        "Co-chair (citizen)",
        "This seat is empty. We are looking for a citizen co-chair: ask the secretary.",
        "Nobody is citizen co-chair",
    )
    CHAIR = (
        "Chair",
        "This seat is empty. The members have to choose someone.",
        "Nobody is in the chair",
    )
    SECRETARY = (
        "Secretary",
        "This seat is empty. We are looking for a secretary: ask the council.",
        "Nobody is secretary",
    )
    LIAISON = (
        "Liaison officer",
        "Nobody speaks for the board with the council at the moment. The council has to name "
        "someone.",
        "Nobody is liaison officer",
    )

    @property
    def title(self) -> str:
        return self.value[0]

    @property
    def words(self) -> str:
        return self.value[1]

    @property
    def to_do(self) -> str:
        return self.value[2]


@dataclass(frozen=True)
class Leader:
    """A member with a duty for the whole board."""

    member: Member
    is_liaison: bool


@dataclass(frozen=True)
class Leaders:
    """Co-chairs, secretaries and the liaison officer, in this order, and the empty seats."""

    people: list[Leader]
    gaps: list[Gap]


@dataclass(frozen=True)
class EndingTerm:
    """A term with its end."""

    member: Member
    until: date


def leaders_of(board: BoardPage, members: list[Member]) -> Leaders:
    """From the members who serve now. The liaison officer is who is ticked; where nobody is, the
    officer co-chair. A senate or a task and finish group needs a chair and no liaison officer of
    its own; a facilitator can do a group's paperwork. A board that ended has no empty seats."""
    ticked = [member for member in members if member.is_liaison]
    officers = [member for member in members if member.role == Role.CO_CHAIR_OFFICER]
    needs_liaison = board.kind in WITH_LIAISON
    liaisons = ticked or (officers if needs_liaison else [])
    order = {role: place for place, role in enumerate((*CHAIRS, Role.SECRETARY))}
    leading = [member for member in members if member.role in order or member in liaisons]
    leading.sort(key=lambda member: order.get(Role(member.role), len(order)))
    return Leaders(
        people=[Leader(member, is_liaison=member in liaisons) for member in leading],
        gaps=[] if board.closed_on else _gaps(board, {member.role for member in members}, liaisons),
    )


def _gaps(board: BoardPage, roles: set[str], liaisons: list[Member]) -> list[Gap]:
    empty = []
    if board.kind not in WITH_LIAISON:
        if roles.isdisjoint(CHAIRS):
            empty.append(Gap.CHAIR)
    else:
        if Role.CO_CHAIR_CITIZEN not in roles:
            empty.append(Gap.CITIZEN_CO_CHAIR)
        if Role.CO_CHAIR_OFFICER not in roles:
            empty.append(Gap.OFFICER_CO_CHAIR)
    helps = {Role.SECRETARY, Role.FACILITATOR}
    if board.kind != BoardKind.TASK_AND_FINISH:
        helps = {Role.SECRETARY}
    if roles.isdisjoint(helps):
        empty.append(Gap.SECRETARY)
    if not liaisons and board.kind in WITH_LIAISON:
        empty.append(Gap.LIAISON)
    return empty


def members_by_board(boards: list[BoardPage]) -> dict[int, list[Member]]:
    """All members of these boards, those whose term is over too; one query."""
    found: dict[int, list[Member]] = {board.pk: [] for board in boards}
    members = Member.objects.filter(board__in=boards).order_by("board_id", BY_PLACE, "pk")
    for member in members:
        found[member.board_id].append(member)
    return found


def ending_terms(members: list[Member], *, by: date) -> list[EndingTerm]:
    """Terms that end until that day, or are over, the earliest first; the latest of each person.
    Who goes on beyond that day in another term is left out."""
    goes_on = {
        member.name.casefold()
        for member in members
        if member.serves(on=by) and (member.until is None or member.until > by)
    }
    latest: dict[str, EndingTerm] = {}
    for member in members:
        name = member.name.casefold()
        if member.until is None or member.until > by or name in goes_on:
            continue
        if name not in latest or latest[name].until < member.until:
            latest[name] = EndingTerm(member, member.until)
    return sorted(latest.values(), key=lambda term: (term.until, term.member.pk))


def people_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """By the board's number: seats that nobody has, and terms that are over or end within three
    months. Boards that ended have none. One query for all boards."""
    today = timezone.localdate(now)
    members = members_by_board([board for board in boards if not board.closed_on])
    return {
        board.pk: _people_to_do(board, members[board.pk], today) if board.pk in members else []
        for board in boards
    }


def _people_to_do(board: BoardPage, members: list[Member], today: date) -> list[ToDo]:
    edit = reverse("wagtailadmin_pages:edit", args=[board.pk])
    serving = [member for member in members if member.serves(on=today)]
    to_dos = [ToDo(gap.to_do, edit, "now") for gap in leaders_of(board, serving).gaps]
    terms = ending_terms(members, by=today + TERM_ENDS_SOON)
    if len(terms) <= TERMS_NAMED:
        return [*to_dos, *(_term_to_do(term, edit, today) for term in terms)]
    people = f"{reverse('boards_admin:people')}#board-{board.pk}"
    words = f"{len(terms)} terms are over or end within three months"
    over = any(term.until < today for term in terms)
    return [*to_dos, ToDo(words, people, "now" if over else "soon")]


def _term_to_do(term: EndingTerm, edit: str, today: date) -> ToDo:
    name, day = term.member.name, short_date(term.until)
    if term.until < today:
        return ToDo(f"{name}’s term ended on {day}: give a new one, or remove it", edit, "now")
    return ToDo(f"{name}’s term ends on {day}", edit, "soon")


def citizens_of(board: BoardPage) -> set[str]:
    """The names of the board's members who are citizens."""
    return set(board.members.filter(is_citizen=True).values_list("name", flat=True))


def secretary_of(board: BoardPage, now: datetime) -> str:
    """Where the secretary reads mail: the person's own address, else the board's."""
    serving = Member.objects.serving(on=timezone.localdate(now)).filter(board=board)
    secretary = serving.filter(role=Role.SECRETARY).exclude(email="").order_by(BY_PLACE, "pk")
    return secretary.values_list("email", flat=True).first() or board.contact_email
