"""What those who look after a board have to do next, and what is in preparation."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone

from boards.enums import DeadlineKind, MeetingStatus
from boards.models import (
    ActionPoint,
    AgendaPage,
    BoardPage,
    Deadline,
    Lineage,
    MeetingPage,
    MinutesPage,
)
from boards.rules.dates import long_date
from boards.selectors.approving import approving_tasks, withdrawn_tasks
from boards.selectors.carried import carried_tasks
from boards.selectors.clock import clock_tasks, days_words, tone_of, waiting_deadlines
from boards.selectors.closing import closing_tasks
from boards.selectors.easy_read_tasks import easy_read_task
from boards.selectors.format_requests import format_requests_tasks
from boards.selectors.joint import joint_tasks
from boards.selectors.matters import matters_tasks
from boards.selectors.money_tasks import money_tasks
from boards.selectors.owners import actions_tasks, letters_tasks
from boards.selectors.paper_tasks import papers_tasks
from boards.selectors.people import people_tasks
from boards.selectors.proposals import proposals_tasks
from boards.selectors.readings import readings_tasks
from boards.selectors.scheduled import scheduled_tasks
from boards.selectors.task_line import Task, Tone
from boards.selectors.topics import same_topic_tasks
from easyread.selectors import EasyReadLink, easy_reads_of
from easyread.tree import children_of

HELD_SHOWN = 4
COMING_SHOWN = 2

# Each says, by board, what else is to do; one or two queries for all boards.
SOURCES: tuple[Callable[..., dict[int, list[Task]]], ...] = (
    scheduled_tasks,
    clock_tasks,
    money_tasks,
    approving_tasks,
    withdrawn_tasks,
    readings_tasks,
    proposals_tasks,
    format_requests_tasks,
    matters_tasks,
    joint_tasks,
    carried_tasks,
    actions_tasks,
    letters_tasks,
    papers_tasks,
    people_tasks,
    closing_tasks,
    same_topic_tasks,
)


@dataclass(frozen=True)
class MeetingInHand:
    """A meeting with its agenda and minutes, public or not."""

    meeting: MeetingPage
    agenda: AgendaPage | None
    minutes: MinutesPage | None
    agenda_easy_read: EasyReadLink | None
    easy_read: EasyReadLink | None
    is_over: bool = False


@dataclass(frozen=True)
class BoardInHand:
    """A board as those see it who look after it: its tasks, the most pressing first."""

    board: BoardPage
    tasks: list[Task]
    meetings: list[MeetingInHand]


def boards_in_hand(boards: list[BoardPage], *, now: datetime) -> list[BoardInHand]:
    """These boards with what is to do; a fixed number of queries, however many boards."""
    meetings = _meetings_in_hand(boards, now)
    late = _late_counts(boards, now)
    waiting = waiting_deadlines([one.meeting for each in meetings.values() for one in each])
    others = [source(boards, now=now) for source in SOURCES]
    return [
        BoardInHand(
            board=board,
            tasks=_sorted(
                [
                    *_tasks(board, meetings[board.path], waiting, late.get(board.pk, 0), now),
                    *(task for source in others for task in source.get(board.pk, [])),
                ]
            ),
            meetings=sorted(
                meetings[board.path], key=lambda one: one.meeting.starts_at, reverse=True
            ),
        )
        for board in boards
    ]


def board_tasks(board: BoardPage, *, now: datetime) -> list[Task]:
    """The next things to do for one board."""
    return boards_in_hand([board], now=now)[0].tasks


def _meetings_in_hand(boards: list[BoardPage], now: datetime) -> dict[str, list[MeetingInHand]]:
    """By the board's path: the latest held meetings and the coming ones."""
    takes_place = MeetingPage.objects.exclude(status=MeetingStatus.CANCELLED)
    held = takes_place.live().filter(ends_at__lte=now)
    coming = takes_place.filter(ends_at__gt=now)
    shown = [
        *held.first_of_each(boards, "-starts_at", "-pk", most=HELD_SHOWN),
        *coming.first_of_each(boards, "starts_at", "pk", most=COMING_SHOWN),
    ]
    paths = [meeting.path for meeting in shown]
    drafts_too = AgendaPage.objects.defer("items"), MinutesPage.objects.defer("items")
    agendas, minutes = (
        {page.above: page for page in children_of(pages, paths)} for pages in drafts_too
    )
    easy = easy_reads_of([*agendas.values(), *minutes.values()])
    in_hand: dict[str, list[MeetingInHand]] = defaultdict(list)
    for meeting in shown:
        agenda, its_minutes = agendas.get(meeting.path), minutes.get(meeting.path)
        in_hand[meeting.board_path].append(
            MeetingInHand(
                meeting,
                agenda,
                its_minutes,
                agenda_easy_read=easy[agenda.pk] if agenda else None,
                easy_read=easy[its_minutes.pk] if its_minutes else None,
                is_over=meeting.ends_at <= now,
            )
        )
    return in_hand


def _late_counts(boards: list[BoardPage], now: datetime) -> dict[int, int]:
    """By the board's number; those of a board that ended count for the one that goes on."""
    lineage = Lineage.read()
    late = ActionPoint.objects.in_force().overdue(on=timezone.localdate(now))
    of_boards = late.filter(board__in=lineage.ending_in(board.pk for board in boards))
    counts: Counter[int] = Counter()
    for board, count in of_boards.values_list("board").annotate(count=Count("pk")):
        counts[lineage.last_of(board)] += count
    return counts


def _tasks(
    board: BoardPage,
    meetings: list[MeetingInHand],
    waiting: dict[tuple[int, str], Deadline],
    late: int,
    now: datetime,
) -> list[Task]:
    tasks = [task for one in meetings if (task := _task_of(one, waiting, now))]
    tasks += [task for one in meetings if (task := _easy_read_task(one, now))]
    if not any(not one.meeting.is_over(now) for one in meetings) and board.closed_on is None:
        plan = reverse("boards_admin:plan_meeting", args=[board.pk])
        tasks.append(Task("Plan the next meeting", plan, "now"))
    if late:
        actions = f"{reverse('boards_admin:actions')}?board={board.pk}&state=late"
        words = "1 action is late" if late == 1 else f"{late} actions are late"
        tasks.append(Task(words, actions, "now"))
    return tasks


def _sorted(tasks: list[Task]) -> list[Task]:
    order = {"now": 0, "soon": 1, "calm": 2}
    return sorted(tasks, key=lambda task: order[task.tone])


def _edit(page: AgendaPage | MinutesPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _task_of(
    one: MeetingInHand, waiting: dict[tuple[int, str], Deadline], now: datetime
) -> Task | None:
    """What is to do next for a meeting, if anything."""
    today = timezone.localdate(now)
    if one.meeting.is_over(now):
        due = waiting.get((one.meeting.pk, DeadlineKind.DRAFT_MINUTES))
        return _minutes_task(one, due, today)
    if one.agenda is None or one.agenda.live:
        return None
    due = waiting.get((one.meeting.pk, DeadlineKind.AGENDA))
    words = f"Finish and publish the agenda for {long_date(one.meeting.starts_at)}"
    return _timed(words, _edit(one.agenda), due, today)


def _minutes_task(one: MeetingInHand, due: Deadline | None, today: date) -> Task | None:
    day = long_date(one.meeting.starts_at)
    if one.minutes is None:
        start = reverse("boards_admin:start_minutes", args=[one.meeting.pk])
        return _timed(f"Write the minutes of {day}", start, due, today, "now")
    if not one.minutes.live and not one.minutes.is_withdrawn:
        words = f"Finish and publish the minutes of {day}"
        return _timed(words, _edit(one.minutes), due, today, "now")
    return None


def _easy_read_task(one: MeetingInHand, now: datetime) -> Task | None:
    """Of a meeting to come the agenda in easy read, of a held one the minutes."""
    if one.meeting.is_over(now):
        page, link, what = one.minutes, one.easy_read, "minutes of"
    else:
        page, link, what = one.agenda, one.agenda_easy_read, "agenda for"
    if page is None or link is None or not page.live:
        return None
    return easy_read_task(page.pk, link, f"{what} {long_date(one.meeting.starts_at)}")


def _timed(
    words: str, url: str, due: Deadline | None, today: date, otherwise: Tone = "soon"
) -> Task:
    """With the day by which it is to be out, where the clock has one."""
    if due is None:
        return Task(words, url, otherwise)
    by = f"{words}: by {long_date(due.due_on)} ({days_words(due.due_on, today)})"
    return Task(by, url, tone_of(due.due_on, today))
