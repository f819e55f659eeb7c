"""What is noted as things happen, noted for what happened before the portal could."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from boards.enums import MinutesStatus
from boards.models import AgendaPage, AgendaPaper, BoardPage, MinutesPage, Paper
from boards.selectors.papers import papers_by_item
from boards.services.deadlines import set_deadlines
from boards.services.items import number_all_items
from boards.services.papers import keep_paper_version
from boards.services.topics import note_all_topics
from boards.services.trail_checks import begin_trail
from easyread.models import EasyReadPage
from easyread.services import fill_sources


def catch_up(*, now: datetime) -> None:
    """Bring a portal that an earlier version filled up to date; again does no harm.

    Items get their numbers, papers their first version, agendas the list of their papers,
    approved minutes the day on which they came out, topics their mentions, easy reads the text they
    were made from, boards their deadlines, minutes their trail.
    """
    for paper in Paper.objects.filter(versions__isnull=True).order_by("pk"):
        keep_paper_version(paper=paper, now=now, added_at=paper.created_at)
    number_all_items()
    for agenda in AgendaPage.objects.live().filter(papers__isnull=True).order_by("pk"):
        _list_papers(agenda)
    _date_approvals()
    note_all_topics()
    fill_sources(easy_reads=_easy_reads_without_source(), now=now)
    set_deadlines(boards=list(BoardPage.objects.order_by("pk")))
    begin_trail(now=now)


def _easy_reads_without_source() -> list[EasyReadPage]:
    unknown = Q(record=None) | Q(record__words_sha256="", record__original_changed_at=None)
    return list(EasyReadPage.objects.live().filter(unknown).order_by("pk"))


def _date_approvals() -> None:
    """Minutes that were approved before that day was noted: the day they last came out."""
    approved = MinutesPage.objects.live().filter(
        status=MinutesStatus.APPROVED, approved_published_at__isnull=True
    )
    pages = list(approved.defer("items"))
    for page in pages:
        page.approved_published_at = page.last_published_at
    MinutesPage.objects.bulk_update(pages, ["approved_published_at"], batch_size=200)


def _list_papers(agenda: AgendaPage) -> None:
    """As if all had been there when the agenda came out: nothing says otherwise."""
    day = timezone.localdate(agenda.first_published_at or agenda.last_published_at)
    AgendaPaper.objects.bulk_create(
        AgendaPaper(agenda=agenda, paper_id=pk, item_number=number, added_on=day)
        for pk, (number, _) in papers_by_item(agenda).items()
    )
