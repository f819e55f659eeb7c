"""Telling of visits between boards."""

from datetime import date

from django.db import transaction

from boards.models import BoardPage, Visit
from easyread.accounts import Account


class VisitToItself(Exception):
    """A board visits another board."""


class VisitStillToCome(Exception):
    """Only a visit that was can be told."""


def _check(visitor: BoardPage, visited: BoardPage, visited_on: date, today: date) -> None:
    if visitor.pk == visited.pk:
        raise VisitToItself("A board visits another board.")
    if visited_on > today:
        raise VisitStillToCome("This day is still to come. Tell of the visit when it was.")


@transaction.atomic
def tell_visit(
    *,
    visitor: BoardPage,
    visited: BoardPage,
    visited_on: date,
    words: str,
    told_by: Account | None,
    today: date,
) -> Visit:
    """Tell what was told at a visit: public at once, on both boards' pages."""
    _check(visitor, visited, visited_on, today)
    return Visit.objects.create(
        visitor=visitor,
        visited=visited,
        visited_on=visited_on,
        words=words.strip(),
        told_by=told_by,
    )


@transaction.atomic
def correct_visit(
    *,
    visit: Visit,
    visitor: BoardPage,
    visited: BoardPage,
    visited_on: date,
    words: str,
    today: date,
) -> Visit:
    """Put right what was told; who told it first stays."""
    _check(visitor, visited, visited_on, today)
    visit.visitor, visit.visited = visitor, visited
    visit.visited_on, visit.words = visited_on, words.strip()
    visit.save(update_fields=["visitor", "visited", "visited_on", "words"])
    return visit


@transaction.atomic
def remove_visit(*, visit: Visit) -> None:
    """Take it off both boards' pages; again does no harm."""
    Visit.objects.filter(pk=visit.pk).delete()
