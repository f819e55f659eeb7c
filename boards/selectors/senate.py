"""Who sits in the senate: it follows from the boards, nobody enters it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from boards.enums import BoardKind, Role
from boards.models import BY_PLACE, BoardPage, Member
from easyread.visibility import public_pages

SEATED_KINDS = (BoardKind.PARTNERSHIP_BOARD, BoardKind.FORUM)
CHAIR_ROLES = (Role.CO_CHAIR_CITIZEN, Role.CO_CHAIR_OFFICER)  # the citizen is named first


@dataclass(frozen=True)
class Seat:
    """One of a board's two seats, with those who hold it; co-chairs share theirs."""

    title: str
    holders: list[Member]

    @property
    def first(self) -> Member | None:
        """Who is expected: the citizen co-chair, or the officer where there is none."""
        return self.holders[0] if self.holders else None


@dataclass(frozen=True)
class BoardSeats:
    """A board with its two seats."""

    board: BoardPage
    seats: list[Seat]


def boards_with_seats(*, on: date) -> QuerySet[BoardPage]:
    """Public boards and forums that have not ended. A task and finish group has no seat: it
    reports to a board that has one, or to the senate itself. One query for the restrictions."""
    goes_on = Q(closed_on__isnull=True) | Q(closed_on__gt=on)
    boards = public_pages(BoardPage.objects.filter(kind__in=SEATED_KINDS))
    return boards.filter(goes_on).order_by("title", "pk")


def senate_seats(*, on: date) -> list[BoardSeats]:
    """Two seats from each board: that of its co-chairs and that of its secretary. Three queries."""
    boards = list(boards_with_seats(on=on))
    roles = (*CHAIR_ROLES, Role.SECRETARY)
    serving = Member.objects.serving(on=on).filter(board__in=boards, role__in=roles)
    by_seat: dict[tuple[int, str], list[Member]] = {}
    for member in serving.order_by(BY_PLACE, "pk"):
        by_seat.setdefault((member.board_id, member.role), []).append(member)

    def holders(board: BoardPage, *wanted: Role) -> list[Member]:
        return [member for role in wanted for member in by_seat.get((board.pk, role), [])]

    return [
        BoardSeats(
            board,
            [
                Seat("Co-chairs", holders(board, *CHAIR_ROLES)),
                Seat("Secretary", holders(board, Role.SECRETARY)),
            ],
        )
        for board in boards
    ]


def people_of_the_senate(*, on: date) -> QuerySet[Member]:
    """Everyone who holds a seat on that day, and the senate's own chairs and secretary."""
    senates = public_pages(BoardPage.objects.filter(kind=BoardKind.SENATE))
    of_boards = Q(board__in=boards_with_seats(on=on).values("pk"))
    of_senates = Q(board__in=senates.values("pk"))
    serving = Member.objects.serving(on=on).filter(role__in=(*CHAIR_ROLES, Role.SECRETARY))
    return serving.filter(of_boards | of_senates)
