"""How far the easy read of a page is, and what changed since."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from wagtail.models import Page

from easyread.enums import EasyReadState
from easyread.models import EasyReadPage, EasyReadRecord, ReadersCheck
from easyread.outline import fingerprint, lines_of
from easyread.visibility import public_pages


@dataclass(frozen=True)
class EasyReadLink:
    """What a page's switch shows: the state in words, and where the easy read is, if anywhere."""

    state: EasyReadState
    url: str = ""
    pk: int | None = None

    @property
    def is_there(self) -> bool:
        return bool(self.url)


@dataclass(frozen=True)
class EasyReadView:
    """What an easy read says about itself, at its top and at its end."""

    state: EasyReadState
    readers: str = ""
    checked_on: date | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Changes:
    """What the original says now and did not, and what it said and says no more."""

    new: list[str]
    gone: list[str]

    def __bool__(self) -> bool:
        return bool(self.new or self.gone)


def way_up(page: Page) -> list[Page]:
    """The pages above ``page``, from the home page down; one query."""
    return list(page.get_ancestors().filter(depth__gt=1).order_by("depth"))


def state_of(easy_read: EasyReadPage) -> EasyReadState:
    """No query when the page came with its ``record``."""
    record = _record_of(easy_read)
    if not easy_read.live:
        return EasyReadState.IN_PREPARATION
    if record is not None and record.original_changed_at is not None:
        return EasyReadState.OUT_OF_DATE
    if record is not None and record.readers_check_id is not None:
        return EasyReadState.CHECKED
    return EasyReadState.READY


def _record_of(easy_read: EasyReadPage) -> EasyReadRecord | None:
    """None for an easy read that was put in without being published by anyone."""
    try:
        record: EasyReadRecord = easy_read.record
    except EasyReadRecord.DoesNotExist:
        return None
    return record


def easy_reads_of(originals: Sequence[Page]) -> dict[int, EasyReadLink]:
    """The easy read of each of these pages, by the page's ``pk``; one query for all."""
    links = {page.pk: EasyReadLink(EasyReadState.NONE) for page in originals}
    by_path = {page.path: page for page in originals}
    if not by_path:
        return links
    found = EasyReadPage.objects.of_pages(list(by_path)).select_related("record")
    for easy_read in found.defer("body", "record__source").order_by("path"):
        original = by_path[easy_read.parent_path]
        state = state_of(easy_read)
        shown = state is not EasyReadState.IN_PREPARATION
        links[original.pk] = EasyReadLink(state, easy_read.url if shown else "", easy_read.pk)
    return links


def easy_read_of(original: Page) -> EasyReadLink:
    """The easy read of one page."""
    return easy_reads_of([original])[original.pk]


def easy_read_below(original: Page) -> EasyReadPage | None:
    """The easy read of this page, a draft too."""
    return EasyReadPage.objects.child_of(original).first()


def easy_read_numbered(number: int) -> EasyReadPage | None:
    """The one of which an event tells: the number comes from us, never from a request."""
    return EasyReadPage.objects.filter(pk=number).first()


def public_originals() -> QuerySet[Page]:
    """What has an address that strangers may open; the root of the tree has none."""
    pages: QuerySet[Page] = public_pages(Page.objects.filter(depth__gt=1))
    return pages


def easy_read_view(easy_read: EasyReadPage) -> EasyReadView:
    """What the easy read says about itself; one query."""
    known = EasyReadRecord.objects.filter(easy_read=easy_read).select_related("readers_check")
    record = known.defer("source").first()
    check = record.readers_check if record else None
    return EasyReadView(
        state=state_of(easy_read),
        readers=check.readers if check else "",
        checked_on=check.checked_on if check else None,
        changed_at=record.original_changed_at if record else None,
    )


def changes_of(easy_read: EasyReadPage) -> Changes:
    """What changed in the original since the easy read was made from it, idea by idea."""
    record = _record_of(easy_read)
    if record is None:
        return Changes([], [])
    now = lines_of(easy_read.get_parent().specific.easy_read_source())
    new, gone = [], []
    compared = difflib.SequenceMatcher(None, record.source, now, autojunk=False)
    for kind, was, was_end, is_now, is_now_end in compared.get_opcodes():
        if kind != "equal":
            gone += record.source[was:was_end]
            new += now[is_now:is_now_end]
    return Changes(new, gone)


def words_sha256(easy_read: EasyReadPage) -> str:
    """The fingerprint of the words and pictures that readers get."""
    return fingerprint(easy_read.body.raw_data)


def checks_by_readers(easy_read: EasyReadPage) -> QuerySet[ReadersCheck]:
    """What readers said of it, the last check first."""
    return easy_read.checks.order_by("-checked_on", "-pk").prefetch_related("answers")
