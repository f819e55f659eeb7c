"""Visits between boards."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from boards.models import BoardPage, Visit
from boards.permissions import boards_looked_after_by
from boards.selectors.public import public_boards
from easyread.accounts import Visitor
from easyread.visibility import outside_hidden_pages

LATEST_VISITS = 3


@dataclass(frozen=True)
class VisitLine:
    """A visit as one of the two boards tells it."""

    visit: Visit
    other: BoardPage
    was_made: bool


def visits_of(board: BoardPage) -> QuerySet[Visit]:
    """All visits that a board made or received, the latest first."""
    mine = Visit.objects.filter(Q(visitor=board) | Q(visited=board))
    return mine.select_related("visitor", "visited").order_by("-visited_on", "-pk")


def public_visits(board: BoardPage) -> QuerySet[Visit]:
    """Those where strangers may see both boards; one query for the restrictions."""
    shown = outside_hidden_pages("visitor__path", "visited__path")
    return visits_of(board).filter(shown, visitor__live=True, visited__live=True)


def visit_lines(visits: list[Visit], *, board: BoardPage) -> list[VisitLine]:
    """These visits as ``board`` tells them."""
    return [
        VisitLine(visit, visit.visited, was_made=True)
        if visit.visitor_id == board.pk
        else VisitLine(visit, visit.visitor, was_made=False)
        for visit in visits
    ]


def latest_visits(board: BoardPage) -> list[VisitLine]:
    """For the board's page."""
    return visit_lines(list(public_visits(board)[:LATEST_VISITS]), board=board)


def boards_to_visit(
    board: BoardPage, *, teller: Visitor, told: Visit | None = None
) -> list[BoardPage]:
    """The boards that a visit of ``board`` can name: those that go on, of the public ones and of
    those that ``teller`` looks after; and at the end what was ``told`` already."""
    found = {each.pk: each for each in [*public_boards(), *boards_looked_after_by(teller)]}
    open_boards = [each for each in found.values() if not each.closed_on and each.pk != board.pk]
    others = sorted(open_boards, key=lambda each: (each.title, each.pk))
    named = (told.visitor, told.visited) if told else ()
    return others + [each for each in named if each.pk != board.pk and each not in others]
