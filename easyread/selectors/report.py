"""How all easy reads of the site stand: one row each."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, QuerySet
from wagtail.models import Page

from easyread.accounts import Visitor
from easyread.enums import EasyReadState, FileKind, FileState
from easyread.models import EasyReadFile, EasyReadPage
from easyread.permissions import can_see_every_easy_read, easy_reads_edited_by
from easyread.plainwords import Severity
from easyread.selectors.checks import RuleCount, report_of, rule_counts
from easyread.selectors.states import state_of
from easyread.selectors.vocabulary import vocabulary
from easyread.tree import path_above
from easyread.visibility import public_pages

RULES_SHOWN = 4


@dataclass(frozen=True)
class EasyReadRow:
    """One easy read in the report."""

    easy_read: EasyReadPage
    original: Page
    state: EasyReadState
    sentences: int
    strong: int
    rules: list[RuleCount]
    pages: int | None
    days_of_lag: int | None
    may_edit: bool


def easy_reads_shown_to(user: Visitor) -> QuerySet[EasyReadPage]:
    """One's own, drafts too; officers also see what is public of the others."""
    own = easy_reads_edited_by(user)
    shown = EasyReadPage.objects.filter(pk__in=own.values("pk"))
    if can_see_every_easy_read(user):
        shown |= public_pages(EasyReadPage.objects.all())
    return shown.order_by(F("latest_revision_created_at").desc(nulls_last=True), "-pk")


def easy_read_rows(easy_reads: Iterable[EasyReadPage], user: Visitor) -> list[EasyReadRow]:
    """The rows of these easy reads (they come with ``record``): five queries for all.

    The words that are public are checked; of a draft, those that were saved with the page.
    """
    pages = list(easy_reads)
    above = {page.pk: path_above(page.path) for page in pages}
    originals = {page.path: page for page in Page.objects.filter(path__in=above.values())}
    own = set(easy_reads_edited_by(user).filter(pk__in=above).values_list("pk", flat=True))
    printed = _page_counts(pages)
    known = vocabulary()
    rows = []
    for page in pages:
        original = originals[above[page.pk]]
        days = days_of_lag(page, original)
        report = report_of(page, known, pages=printed.get(page.pk), days_of_lag=days)
        findings = [*report.whole, *(finding for block in report.blocks for finding in block)]
        rows.append(
            EasyReadRow(
                easy_read=page,
                original=original,
                state=state_of(page),
                sentences=report.sentences,
                strong=sum(finding.severity == Severity.STRONG for finding in findings),
                rules=rule_counts(report)[:RULES_SHOWN],
                pages=printed.get(page.pk),
                days_of_lag=days,
                may_edit=page.pk in own,
            )
        )
    return rows


def days_of_lag(easy_read: EasyReadPage, original: Page) -> int | None:
    """Whole days from the original's first publishing to that of the easy read."""
    if not (easy_read.first_published_at and original.first_published_at):
        return None
    return max(0, (easy_read.first_published_at - original.first_published_at).days)


def _page_counts(easy_reads: list[EasyReadPage]) -> dict[int, int]:
    """Pages of the newest PDF at 16 point of each, where one is made."""
    files = EasyReadFile.objects.filter(
        easy_read__in=easy_reads, kind=FileKind.PDF_16, state=FileState.READY, pages__isnull=False
    )
    counted = files.order_by("made_at", "pk").values_list("easy_read_id", "pages")
    return {easy_read_id: pages for easy_read_id, pages in counted if pages is not None}
