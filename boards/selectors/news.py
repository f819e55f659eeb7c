"""What is new, for feeds: agendas, minutes and outcomes, the latest first."""

from dataclasses import dataclass
from datetime import datetime, time

from django.db.models import F, Q
from django.utils import timezone
from taggit.models import Tag

from boards.dates import long_date
from boards.enums import ActionState
from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from boards.selectors.actions import public_actions
from boards.selectors.topics import public_mentions
from easyread.visibility import public_pages

NEWEST = 40
LATEST_FIRST = (F("last_published_at").desc(nulls_last=True), "-pk")


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
        *_pages(AgendaPage, below, topic),
        *_pages(MinutesPage, below, topic),
        *_cancelled(board, topic),
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


def _pages(
    model: type[AgendaPage] | type[MinutesPage], below: Q | None, topic: Tag | None
) -> list[News]:
    pages = public_pages(model.objects.filter(first_published_at__isnull=False)).defer("items")
    if below is not None:
        pages = pages.filter(below)
    if topic is not None:
        pages = pages.filter(pk__in=public_mentions().filter(topic=topic).order_by().values("page"))
    found = []
    for page in pages.order_by(*LATEST_FIRST)[:NEWEST]:
        kind = "agenda" if isinstance(page, AgendaPage) else "minutes"
        words = "The agenda is out." if kind == "agenda" else "The minutes are out."
        if isinstance(page, MinutesPage) and page.is_approved:
            words = "The minutes are approved."
        found.append(
            News(
                f"{kind}-{page.pk}",
                page.title,
                page.url,
                words,
                page.first_published_at,
                page.last_published_at,
            )
        )
    return found


def _cancelled(board: BoardPage | None, topic: Tag | None) -> list[News]:
    if topic is not None:
        return []
    meetings = public_pages(MeetingPage.objects.filter(first_published_at__isnull=False))
    meetings = meetings.filter(~Q(status="planned"))
    if board is not None:
        meetings = meetings.of_board(board)
    return [
        News(
            f"meeting-{meeting.pk}",
            f"{meeting.title}: {meeting.get_status_display().lower()}",
            meeting.url,
            meeting.status_reason,
            meeting.first_published_at,
            meeting.last_published_at,
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
