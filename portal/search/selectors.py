"""One search over all boards: only what strangers may see, counts too."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from boards.selectors import public_actions

LIMIT = 200


@dataclass(frozen=True)
class Hit:
    """One thing that was found."""

    title: str
    url: str
    kind: str
    remark: str = ""


def _page_hit(page: Any) -> Hit:
    above = page.url.strip("/").split("/")
    return Hit(page.title, page.url, str(page._meta.verbose_name).capitalize(), above[0])


def search_everything(*, words: str) -> Sequence[Hit]:
    """Pages first, then action points; at most `LIMIT` of each."""
    # A lone quotation mark is an error in SQLite's full-text search, and means nothing here.
    words = words.replace('"', " ").strip()
    if not words:
        return []
    backend = get_search_backend()
    pages = Page.objects.live().public().filter(depth__gt=2)
    found_pages = backend.search(words, pages)[:LIMIT]
    found_actions = backend.search(words, public_actions().with_places())[:LIMIT]
    return list(
        chain(
            (_page_hit(page) for page in _specific(found_pages)),
            (
                Hit(action.text, action.get_absolute_url(), "Action", action.board.title)
                for action in found_actions
            ),
        )
    )


def _specific(pages: Any) -> list[Any]:
    """The found pages as their own types, with one query a type, in the found order."""
    found = list(pages)
    by_pk = {
        page.pk: page
        for page in Page.objects.filter(pk__in=[page.pk for page in found])
        .specific()
        .defer_streamfields()
    }
    return [by_pk[page.pk] for page in found if page.pk in by_pk]
