"""What strangers see: a page that is live, under pages that are live, with no restriction on the
way. Wagtail asks the page alone whether it is live: what stands below a page that was taken down
would stay public."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Q, Value
from wagtail.models import Page, PageViewRestriction

from easyread.page_lists import Pages

Branches = list[tuple[str, bool]]


def outside_hidden_pages(*path_fields: str) -> Q:
    """Rows whose pages (``path_fields`` are their treebeard paths) stand in no branch that is
    hidden from strangers; one query, and within `hidden_branches_asked_once` one for all.

    A restriction hides its own page too. Of a page that is not live only what stands below it is
    taken out: whether the page itself counts is for the caller to ask.
    """
    visible = Q()
    for path, with_itself in _hidden_branches():
        for field in path_fields:
            below = Q(**{f"{field}__startswith": path})
            visible &= ~(below if with_itself else below & ~Q(**{field: path}))
    return visible


def public_pages(pages: Pages) -> Pages:
    """Of these pages those that strangers may see."""
    return pages.live().filter(outside_hidden_pages("path"))


class _Reading:
    """One answer that is being made. From its first write or lock on nothing is kept: what was
    written may hide a page, and may be rolled back; who waits for a lock may find others' words."""

    def __init__(self) -> None:
        self.branches: Branches | None = None
        self.only_reads = True

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        reads = sql.lstrip("(").startswith("SELECT") and "FOR UPDATE" not in sql
        self.only_reads = self.only_reads and reads
        return execute(sql, params, many, context)


_reading: ContextVar[_Reading | None] = ContextVar("reading", default=None)


@contextmanager
def hidden_branches_asked_once() -> Iterator[None]:
    """Within, hidden branches are asked once, as long as nothing is written."""
    reading = _Reading()
    token = _reading.set(reading)
    try:
        with connection.execute_wrapper(reading):
            yield
    finally:
        _reading.reset(token)


def _hidden_branches() -> Branches:
    reading = _reading.get()
    if reading is None or not reading.only_reads:
        return _branches_now()
    if reading.branches is None:
        reading.branches = _branches_now()
    return reading.branches


def _branches_now() -> Branches:
    restricted = PageViewRestriction.objects.order_by().values_list(
        "page__path", Value(True, output_field=BooleanField())
    )
    taken_down = Page.objects.filter(live=False, numchild__gt=0, depth__gt=1)
    below = taken_down.order_by().values_list("path", Value(False, output_field=BooleanField()))
    return sorted(restricted.union(below))
