"""Reading the world of easy read."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Lower
from wagtail.models import Page

from easyread.enums import EasyReadProgress, EasyReadState
from easyread.models import EasyReadPage, GlossaryTerm


@dataclass(frozen=True)
class EasyReadLink:
    """What a page's switch shows: the state in words, and where the easy read is, if anywhere."""

    state: EasyReadState
    url: str = ""

    @property
    def is_there(self) -> bool:
        return bool(self.url)


def way_up(page: Page) -> list[Page]:
    """The pages above ``page``, from the home page down; one query."""
    return list(page.get_ancestors().filter(depth__gt=1).order_by("depth"))


def is_out_of_date(easy_read: EasyReadPage, original: Page) -> bool:
    """Whether the original was published again after the easy read was made from it."""
    made_from, published = easy_read.original_published_at, original.last_published_at
    return bool(made_from and published and published > made_from)


def _state(easy_read: EasyReadPage, original: Page) -> EasyReadState:
    if not easy_read.live or easy_read.progress == EasyReadProgress.IN_PREPARATION:
        return EasyReadState.IN_PREPARATION
    if is_out_of_date(easy_read, original):
        return EasyReadState.OUT_OF_DATE
    return EasyReadState(easy_read.progress)


def easy_reads_of(originals: list[Any]) -> dict[int, EasyReadLink]:
    """The easy read of each of these pages, by the page's ``pk``; one query for all."""
    links = {page.pk: EasyReadLink(EasyReadState.NONE) for page in originals}
    by_path = {page.path: page for page in originals}
    if not by_path:
        return links
    found = EasyReadPage.objects.of_pages(list(by_path)).defer("body").order_by("path")
    for easy_read in found:
        original = by_path[easy_read.parent_path]
        state = _state(easy_read, original)
        shown = state is not EasyReadState.IN_PREPARATION
        links[original.pk] = EasyReadLink(state, easy_read.url if shown else "")
    return links


def easy_read_of(original: Any) -> EasyReadLink:
    """The easy read of one page."""
    return easy_reads_of([original])[original.pk]


def glossary() -> QuerySet[GlossaryTerm]:
    """The jargon buster from A to Z."""
    return GlossaryTerm.objects.select_related("picture__image").order_by(Lower("word"), "pk")
