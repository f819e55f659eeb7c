"""One search over all boards: only what strangers may see, counts too."""

from dataclasses import dataclass
from typing import TypeVar

from django.db import connection
from django.db.models import Model, QuerySet
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from boards.models import ActionPoint, BoardPage
from boards.selectors import public_actions
from boards.tree import BOARD_DEPTH, path_of_board
from easyread.visibility import public_pages

LIMIT = 200
Kind = TypeVar("Kind", bound=Model)


@dataclass(frozen=True)
class Hit:
    """One thing that was found; ``remark`` is the board it belongs to, if any."""

    title: str
    url: str
    kind: str
    remark: str = ""


def search_everything(*, words: str) -> list[Page | ActionPoint]:
    """Pages first, then action points; at most `LIMIT` of each."""
    # A lone quotation mark is an error in SQLite's full-text search, and means nothing here.
    words = words.replace('"', " ").strip()
    if not words:
        return []
    pages = public_pages(Page.objects.filter(depth__gt=2)).order_by("-first_published_at", "-id")
    actions = public_actions().with_places().order_by("-agreed_on", "-id")
    return [*_search(words, pages), *_search(words, actions)]


def _search(words: str, things: QuerySet[Kind]) -> list[Kind]:
    """The best first on PostgreSQL. On SQLite the newest first: its ranking takes ten seconds for
    a common word in an archive of 5,000 meetings, and a third of one without."""
    ranks = connection.vendor == "postgresql"
    found = get_search_backend().search(words, things, order_by_relevance=ranks)
    return list(found[:LIMIT])


def hits(found: list[Page | ActionPoint]) -> list[Hit]:
    """What the result page says of these; one query for all."""
    paths = {path_of_board(page.path) for page in found if isinstance(page, Page)}
    titles = dict(BoardPage.objects.filter(path__in=paths).values_list("path", "title"))
    return [_hit(one, titles) for one in found]


def _hit(one: Page | ActionPoint, titles: dict[str, str]) -> Hit:
    if isinstance(one, ActionPoint):
        return Hit(one.text, one.get_absolute_url(), "Action", one.board.title)
    kind = str(one.specific_class._meta.verbose_name).capitalize()
    is_board = one.depth == BOARD_DEPTH
    board = "" if is_board else titles.get(path_of_board(one.path), "")
    return Hit(one.title, one.url, kind, board)
