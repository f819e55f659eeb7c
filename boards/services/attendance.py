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
    expected: dict[str, Attendance] = {}
    for member in Member.objects.serving(on=on).filter(board=board).order_by(BY_PLACE, "pk"):
        expected.setdefault(member.name.casefold(), _row(member, member.job or _role(member)))
    if board.kind == BoardKind.SENATE:
        for each in senate_seats(on=on):
            for seat in each.seats:
                if seat.first is not None:
                    words = f"{_role(seat.first)}, {each.board.title}"
                    expected.setdefault(seat.first.name.casefold(), _row(seat.first, words))
    for other in together_with:
        serving = Member.objects.serving(on=on).filter(board=other)
        for member in serving.order_by(BY_PLACE, "pk"):
            words = f"{member.job or _role(member)}, {other.title}"
            expected.setdefault(member.name.casefold(), _row(member, words))
    rows = list(expected.values())
    for order, row in enumerate(rows):
        row.sort_order = order
    return rows


def _role(member: Member) -> str:
    return str(member.get_role_display())


def _row(member: Member, role: str) -> Attendance:
    return Attendance(name=member.name, role=role[:LONGEST_ROLE], is_citizen=member.is_citizen)
