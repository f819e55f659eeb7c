"""Boards as the public sees them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from taggit.models import Tag

from boards.enums import UNFINISHED, ActionState, Role
from boards.models import ActionPoint, AgendaPage, BoardPage, MeetingPage, Member, MinutesPage
from boards.permissions import public_pages
from boards.selectors.actions import latest_outcomes, public_actions
from easyread.selectors import EasyReadLink, easy_reads_of

RECENT_MEETINGS = 6
OUTCOMES_SHOWN = 3


@dataclass(frozen=True)
class BoardCard:
    """A board in a list."""

    board: BoardPage
    next_meeting: MeetingPage | None


@dataclass(frozen=True)
class ActionCounts:
    open: int
    late: int
    done: int


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in a board's list, with what is published of it."""

    meeting: MeetingPage
    agenda: AgendaPage | None
    minutes: MinutesPage | None
    easy_read: EasyReadLink | None


@dataclass(frozen=True)
class BoardOverview:
    """All that a board's page shows."""

    co_chairs: list[Member]
    secretary: Member | None
    members: list[Member]
    topics: list[Tag]
    next_meeting: MeetingPage | None
    coming: list[MeetingRow]
    latest: MeetingRow | None
    past: list[MeetingRow]
    counts: ActionCounts
    outcomes: list[ActionPoint]


def _board_path(meeting: MeetingPage) -> str:
    return str(meeting.path[: -MeetingPage.steplen])


def board_cards(*, now: datetime) -> list[BoardCard]:
    """All public boards, A to Z, with their next meeting; a fixed number of queries."""
    boards = (
        public_pages(BoardPage.objects).select_related("picture__image").order_by("title", "pk")
    )
    following: dict[str, MeetingPage] = {}
    for meeting in public_pages(MeetingPage.objects.upcoming(now=now)):
        if not meeting.is_cancelled:
            following.setdefault(_board_path(meeting), meeting)
    return [BoardCard(board, following.get(board.path)) for board in boards]


def meeting_rows(meetings: list[MeetingPage]) -> list[MeetingRow]:
    """These meetings with their public agendas, minutes and easy reads; three queries."""
    paths = [meeting.path for meeting in meetings]
    if not paths:
        return []
    parents = Q()
    for path in paths:
        parents |= Q(path__startswith=path)
    agendas = {
        page.path[: -page.steplen]: page
        for page in public_pages(AgendaPage.objects).filter(parents).defer("items")
    }
    minutes = {
        page.path[: -page.steplen]: page
        for page in public_pages(MinutesPage.objects).filter(parents).defer("items")
    }
    easy = easy_reads_of(list(minutes.values()))
    return [
        MeetingRow(
            meeting,
            agendas.get(meeting.path),
            minutes.get(meeting.path),
            easy[minutes[meeting.path].pk] if meeting.path in minutes else None,
        )
        for meeting in meetings
    ]


def action_counts(board: BoardPage, *, now: datetime) -> ActionCounts:
    today = timezone.localdate(now)
    counts = (
        public_actions()
        .filter(board=board)
        .aggregate(
            open=Count("pk", filter=Q(state__in=UNFINISHED)),
            late=Count("pk", filter=Q(state__in=UNFINISHED, due_on__lt=today)),
            done=Count("pk", filter=Q(state=ActionState.DONE)),
        )
    )
    return ActionCounts(**counts)


def past_meetings(board: BoardPage, *, now: datetime) -> QuerySet[MeetingPage]:
    """The board's public meetings that are over, cancelled ones too, the latest first."""
    meetings = public_pages(MeetingPage.objects.of_board(board)).filter(ends_at__lte=now)
    return meetings.order_by("-starts_at", "-pk")


def board_overview(board: BoardPage, *, now: datetime) -> BoardOverview:
    serving = Member.objects.serving(on=timezone.localdate(now)).filter(board=board)
    members = list(serving.order_by("sort_order", "pk"))
    roles = {Role.CO_CHAIR_OFFICER, Role.CO_CHAIR_CITIZEN}
    meetings = public_pages(MeetingPage.objects.of_board(board))
    coming = list(meetings.upcoming(now=now)[:RECENT_MEETINGS])
    past = list(past_meetings(board, now=now)[:RECENT_MEETINGS])
    rows = meeting_rows([*coming, *past])
    past_rows = rows[len(coming) :]
    return BoardOverview(
        co_chairs=[member for member in members if member.role in roles],
        secretary=next((member for member in members if member.role == Role.SECRETARY), None),
        members=members,
        topics=list(board.topics.order_by("name")),
        next_meeting=next((meeting for meeting in coming if not meeting.is_cancelled), None),
        coming=rows[: len(coming)],
        latest=next((row for row in past_rows if row.minutes), None),
        past=past_rows,
        counts=action_counts(board, now=now),
        outcomes=latest_outcomes(limit=OUTCOMES_SHOWN, board=board),
    )
