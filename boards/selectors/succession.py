"""What those who look after boards need to know of their people. Names the absent: private."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from boards.models import BoardPage, Member
from boards.selectors.attendance import (
    YearFigures,
    away_often,
    latest_of_boards,
    year_figures,
)
from boards.selectors.people import EndingTerm, Gap, ending_terms, leaders_of, members_by_board

SUCCESSION = timedelta(days=183)


@dataclass(frozen=True)
class BoardPeople:
    """A board's people at a glance."""

    board: BoardPage
    serving: int
    gaps: list[Gap]
    terms: list[EndingTerm]
    year: YearFigures | None
    away: list[Member]


@dataclass(frozen=True)
class Order:
    """A way to order the boards."""

    label: str
    key: Callable[[BoardPeople], Any]


ORDERS = {
    "board": Order("Name", lambda one: ()),
    "gaps": Order("Empty seats", lambda one: -len(one.gaps)),
    "terms": Order("Terms that end", lambda one: one.terms[0].until if one.terms else date.max),
    "share": Order("Share of citizens", lambda one: one.year.share if one.year else 101),
}


def boards_with_people(boards: list[BoardPage], *, order: str, now: datetime) -> list[BoardPeople]:
    """These boards but for those that ended, in one of `ORDERS`, what needs most care first; four
    queries, however many boards."""
    today = timezone.localdate(now)
    boards = [board for board in boards if not board.closed_on]
    members = members_by_board(boards)
    serving = {
        pk: [member for member in of_board if member.serves(on=today)]
        for pk, of_board in members.items()
    }
    meetings = latest_of_boards(boards, now=now)
    away = away_often(serving, meetings)
    found = [
        BoardPeople(
            board=board,
            serving=len(serving[board.pk]),
            gaps=leaders_of(board, serving[board.pk]).gaps,
            terms=ending_terms(members[board.pk], by=today + SUCCESSION),
            year=year_figures(meetings[board.pk], now=now),
            away=away[board.pk],
        )
        for board in boards
    ]
    chosen = ORDERS.get(order) or ORDERS["board"]
    return sorted(found, key=lambda one: (chosen.key(one), one.board.title, one.board.pk))
