"""What is new, for feeds: agendas, minutes and outcomes, the latest first."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from taggit.models import Tag

from boards.enums import ActionState, MeetingStatus, RecordKind
from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage, MinutesRecord
from boards.rules.dates import long_date
from boards.selectors.actions import public_actions
from boards.selectors.topics import public_mentions
from easyread.page_lists import Kind
from easyread.visibility import public_pages

NEWEST = 40
LATEST_FIRST = (F("moment").desc(nulls_last=True), "-pk")


@dataclass(frozen=True)
class News:
    """One entry; ``key`` never changes, so that readers know it again."""

    key: str
    title: str
    url: str
    words: str
    published_at: datetime
    updated_at: datetime


def news(*, board: BoardPage | None = None, topic: Tag | None = None) -> list[News]:
    """The newest of all boards, of one board, or on one topic; a fixed number of queries."""
    below = None if board is None else _below(board)
    entries = [
        *_agendas(below, topic),
        *_minutes(below, topic),
        *_changed(board, topic),
        *_outcomes(board, topic),
    ]
    return sorted(entries, key=lambda entry: (entry.updated_at, entry.key), reverse=True)[:NEWEST]


def _below(board: BoardPage) -> Q:
    """What stands below the board, or below a meeting that it holds together with others."""
    below = Q(path__startswith=board.path)
    joint = MeetingPage.objects.filter(joint_with=board).order_by("-starts_at", "-pk")
    for path in joint.values_list("path", flat=True)[:NEWEST]:
        below |= Q(path__startswith=path)
    return below


def _agendas(below: Q | None, topic: Tag | None) -> list[News]:
    pages = _out(AgendaPage, below, topic).order_by("-first_published_at", "-pk")
    return [
        News(
            key=f"agenda-{page.pk}",
            title=page.title,
            url=page.url,
            words="The agenda is out.",
            published_at=page.first_published_at,
            updated_at=page.first_published_at,
        )
        for page in pages[:NEWEST]
    ]


def _minutes(below: Q | None, topic: Tag | None) -> list[News]:
    """Minutes with what last happened to them and when, as their trail has it. What was published
    again unchanged is no news, nor is what an archive brought in."""
    later = MinutesRecord.objects.filter(
        minutes=OuterRef("pk"),
        version__gt=1,
        kind__in=[RecordKind.CORRECTED, RecordKind.APPROVED],
    ).order_by("-version")
    pages = _out(MinutesPage, below, topic).annotate(
        kind=Subquery(later.values("kind")[:1]),
        moment=Coalesce(
            Subquery(later.values("at")[:1]), "approved_published_at", "first_published_at"
        ),
    )
    return [
        News(
            key=f"minutes-{page.pk}",
            title=page.title,
            url=page.url,
            words=_what_happened(page),
            published_at=page.first_published_at,
            updated_at=page.moment,
        )
        for page in pages.order_by(*LATEST_FIRST)[:NEWEST]
    ]


def _what_happened(page: MinutesPage) -> str:
    if page.kind == RecordKind.CORRECTED:
        return "The minutes were corrected. They say why."
    return "The minutes are approved." if page.is_approved else "The minutes are out."


def _out(model: type[Kind], below: Q | None, topic: Tag | None) -> QuerySet[Kind]:
    pages = public_pages(model.objects.filter(first_published_at__isnull=False))
    if below is not None:
        pages = pages.filter(below)
    if topic is not None:
        pages = pages.filter(pk__in=public_mentions().filter(topic=topic).order_by().values("page"))
    return pages.defer("items")


def _changed(board: BoardPage | None, topic: Tag | None) -> list[News]:
    """Meetings that are cancelled or not as they were first told."""
    if topic is not None:
        return []
    meetings = public_pages(MeetingPage.objects.filter(first_published_at__isnull=False))
    meetings = meetings.filter(~Q(status=MeetingStatus.PLANNED) | Q(sequence__gt=0))
    if board is not None:
        meetings = meetings.of_board(board)
    meetings = meetings.annotate(moment=Coalesce("changed_at", "last_published_at"))
    return [
        News(
            key=f"meeting-{meeting.pk}",
            title=f"{meeting.title}: {'cancelled' if meeting.is_cancelled else 'changed'}",
            url=meeting.url,
            words=meeting.change_words,
            published_at=meeting.first_published_at,
            updated_at=meeting.moment or meeting.first_published_at,
        )
        for meeting in meetings.order_by(*LATEST_FIRST)[:NEWEST]
    ]


def _outcomes(board: BoardPage | None, topic: Tag | None) -> list[News]:
    done = public_actions().filter(state=ActionState.DONE).with_places()
    if board is not None:
        done = done.filter(board=board)
    if topic is not None:
        done = done.filter(topics=topic)
    found = []
    for action in done.order_by("-closed_on", "-pk")[:NEWEST]:
        closed = timezone.make_aware(datetime.combine(action.closed_on or action.agreed_on, time()))
        words = f"What was agreed on {long_date(action.agreed_on)}: {action.text}"
        found.append(
            News(
                f"action-{action.pk}",
                f"What changed: {action.outcome}"[:300],
                action.get_absolute_url(),
                words,
                closed,
                closed,
            )
        )
    return found
