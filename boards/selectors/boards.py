"""Boards as the public sees them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from taggit.models import Tag

from boards.enums import UNFINISHED, ActionState
from boards.models import (
    BY_PLACE,
    ActionPoint,
    AgendaPage,
    BoardPage,
    MeetingPage,
    Member,
    MinutesPage,
)
from boards.selectors.actions import latest_outcomes, public_actions
from boards.selectors.attendance import YearFigures, attendance_figures, year_figures
from boards.selectors.deadlines import Punctuality, punctuality_of
from boards.selectors.joint import boards_together, joint_boards, partners_of
from boards.selectors.people import Leaders, leaders_of
from boards.selectors.senate import BoardSeats, senate_seats
from boards.selectors.visits import VisitLine, latest_visits
from easyread.selectors import EasyReadLink, easy_reads_of
from easyread.tree import path_above
from easyread.visibility import outside_hidden_pages, public_pages

COMING_SHOWN = 6
PAST_SHOWN = 4  # all others are one link away
LOOKED_BACK = 12  # meetings, for the latest agenda and minutes
OUTCOMES_SHOWN = 3


@dataclass(frozen=True)
class BoardCard:
    """A board in a list."""

    board: BoardPage
    next_meeting: MeetingPage | None


@dataclass(frozen=True)
class EndedBoard:
    """A board that ended, with the one that goes on with its work, if any."""

    board: BoardPage
    successor: BoardPage | None


@dataclass(frozen=True)
class BoardLists:
    """The boards that go on and those that ended; ``together`` has the boards of each joint
    meeting to come, by the meeting's ``pk``."""

    going_on: list[BoardCard]
    ended: list[EndedBoard]
    together: dict[int, list[BoardPage]]


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
    easy_read: EasyReadLink | None  # of the minutes
    agenda_easy_read: EasyReadLink | None = None
    withdrawn: MinutesPage | None = None  # minutes that say that they were withdrawn
    together: list[BoardPage] = field(default_factory=list)  # the boards of a joint meeting


@dataclass(frozen=True)
class BoardOverview:
    """All that a board's page shows."""

    leaders: Leaders
    members: list[Member]
    seats: list[BoardSeats]
    attendance: YearFigures | None
    visits: list[VisitLine]
    topics: list[Tag]
    next_meeting: MeetingPage | None
    coming: list[MeetingRow]
    latest: MeetingRow | None  # the last meeting with minutes
    latest_agenda: MeetingRow | None
    past: list[MeetingRow]
    counts: ActionCounts
    outcomes: list[ActionPoint]
    punctuality: Punctuality
    is_past_its_end: bool  # a group that goes on after the day on which it was to end


def _board_path(meeting: MeetingPage) -> str:
    return str(path_above(meeting.path))


def board_cards(*, now: datetime) -> list[BoardCard]:
    """The public boards that go on, A to Z, with their next meeting; a fixed number of queries."""
    return board_lists(now=now).going_on


def board_lists(*, now: datetime) -> BoardLists:
    """All public boards, A to Z; a fixed number of queries."""
    found = public_pages(BoardPage.objects).select_related("picture__image")
    boards = {board.pk: board for board in found.order_by("title", "pk")}
    meetings = list(public_pages(MeetingPage.objects.upcoming(now=now)))
    partners = partners_of(meetings)
    following: dict[str, MeetingPage] = {}
    for meeting in meetings:
        if meeting.is_cancelled:
            continue
        others = [boards[pk].path for pk in partners.get(meeting.pk, []) if pk in boards]
        for path in (_board_path(meeting), *others):
            following.setdefault(path, meeting)
    every = boards.values()
    return BoardLists(
        [BoardCard(each, following.get(each.path)) for each in every if not each.has_ended],
        [EndedBoard(each, boards.get(each.successor_id)) for each in every if each.has_ended],
        boards_together(meetings, partners, boards),
    )


def meeting_rows(meetings: list[MeetingPage]) -> list[MeetingRow]:
    """These meetings with their public agendas, minutes and easy reads; a fixed number of
    queries."""
    paths = [meeting.path for meeting in meetings]
    if not paths:
        return []
    parents = Q()
    for path in paths:
        parents |= Q(path__startswith=path)
    agendas = {
        path_above(page.path): page
        for page in public_pages(AgendaPage.objects).filter(parents).defer("items")
    }
    known = Q(live=True) | Q(withdrawn_on__isnull=False)
    in_place = {
        path_above(page.path): page
        for page in MinutesPage.objects.filter(outside_hidden_pages("path"), parents, known).defer(
            "items"
        )
    }
    minutes = {path: page for path, page in in_place.items() if page.live}
    easy = easy_reads_of([*minutes.values(), *agendas.values()])
    together = joint_boards(meetings)
    return [
        MeetingRow(
            meeting,
            agendas.get(meeting.path),
            minutes.get(meeting.path),
            easy[minutes[meeting.path].pk] if meeting.path in minutes else None,
            easy[agendas[meeting.path].pk] if meeting.path in agendas else None,
            None if meeting.path in minutes else in_place.get(meeting.path),
            together.get(meeting.pk, []),
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
            late=Count("pk", filter=Q(state__in=UNFINISHED, late_from__lte=today)),
            done=Count("pk", filter=Q(state=ActionState.DONE)),
        )
    )
    return ActionCounts(**counts)


def past_meetings(board: BoardPage, *, now: datetime) -> QuerySet[MeetingPage]:
    """The board's public meetings that are over, cancelled ones too, the latest first."""
    meetings = public_pages(MeetingPage.objects.of_board(board)).filter(ends_at__lte=now)
    return meetings.order_by("-starts_at", "-pk")


def _has_agenda(row: MeetingRow) -> bool:
    """Whether it has an agenda that counts: one of a cancelled meeting does not."""
    return row.agenda is not None and not row.meeting.is_cancelled


def board_overview(board: BoardPage, *, now: datetime) -> BoardOverview:
    today = timezone.localdate(now)
    serving = Member.objects.serving(on=today).filter(board=board)
    members = list(serving.order_by(BY_PLACE, "pk"))
    meetings = public_pages(MeetingPage.objects.of_board(board))
    coming = list(meetings.upcoming(now=now)[:COMING_SHOWN])
    past = list(past_meetings(board, now=now)[:LOOKED_BACK])
    rows = meeting_rows([*coming, *past])
    coming_rows, past_rows = rows[: len(coming)], rows[len(coming) :]
    return BoardOverview(
        leaders=leaders_of(board, members),
        members=members,
        seats=senate_seats(on=today) if board.is_senate else [],
        attendance=year_figures(attendance_figures(board, now=now), now=now),
        visits=latest_visits(board),
        topics=list(board.topics.exclude(slug="").order_by("name")),
        next_meeting=next((meeting for meeting in coming if not meeting.is_cancelled), None),
        coming=coming_rows,
        latest=next((row for row in past_rows if row.minutes), None),
        latest_agenda=next((row for row in [*coming_rows, *past_rows] if _has_agenda(row)), None),
        past=past_rows[:PAST_SHOWN],
        counts=action_counts(board, now=now),
        outcomes=latest_outcomes(limit=OUTCOMES_SHOWN, board=board),
        punctuality=punctuality_of(board, today=today),
        is_past_its_end=board.ends_on is not None and board.ends_on < today,
    )
