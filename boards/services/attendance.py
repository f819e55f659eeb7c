"""Whom minutes expect at a meeting."""

from collections.abc import Sequence
from datetime import date

from boards.enums import BoardKind
from boards.models import BY_PLACE, Attendance, BoardPage, Member
from boards.selectors.senate import senate_seats

LONGEST_ROLE = 160


def people_expected(
    board: BoardPage, on: date, together_with: Sequence[BoardPage] = ()
) -> list[Attendance]:
    """Rows, not saved, for those whose term runs on that day, in the board's order; nobody twice.

    At a joint meeting the people of the other boards follow, with their board's name. In the
    senate also for each seat that follows from the boards: the citizen co-chair (the officer where
    there is none) and the secretary.
    """
    people = _of_board(board, on)
    if board.kind == BoardKind.SENATE:
        people += [
            (seat.first, f"{_role(seat.first)}, {each.board.title}")
            for each in senate_seats(on=on)
            for seat in each.seats
            if seat.first is not None
        ]
    for other in together_with:
        people += [(member, f"{role}, {other.title}") for member, role in _of_board(other, on)]
    expected: dict[str, Attendance] = {}
    for member, role in people:
        expected.setdefault(member.name.casefold(), _row(member, role))
    rows = list(expected.values())
    for order, row in enumerate(rows):
        row.sort_order = order
    return rows


def _of_board(board: BoardPage, on: date) -> list[tuple[Member, str]]:
    """Who serves on it, each with what they are."""
    serving = Member.objects.serving(on=on).filter(board=board).order_by(BY_PLACE, "pk")
    return [(member, member.job or _role(member)) for member in serving]


def _role(member: Member) -> str:
    return str(member.get_role_display())


def _row(member: Member, role: str) -> Attendance:
    return Attendance(name=member.name, role=role[:LONGEST_ROLE], is_citizen=member.is_citizen)
