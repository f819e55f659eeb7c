"""What those who look after a board have to do next, and what is in preparation."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.db.models import Count, F
from django.db.models.functions import Left, Length
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards.dates import long_date
from boards.enums import MeetingStatus
from boards.models import ActionPoint, AgendaPage, BoardPage, MeetingPage, MinutesPage
from easyread.enums import EasyReadState
from easyread.selectors import EasyReadLink, easy_reads_of

HELD_SHOWN = 4
COMING_SHOWN = 2


@dataclass(frozen=True)
class Task:
    """One thing to do: a sentence, and the page where it is done."""

    words: str
    url: str
    tone: Literal["now", "soon", "calm"] = "calm"


@dataclass(frozen=True)
class MeetingInHand:
    """A meeting with its agenda and minutes, public or not."""

    meeting: MeetingPage
    agenda: AgendaPage | None
    minutes: MinutesPage | None
    easy_read: EasyReadLink | None


@dataclass(frozen=True)
class BoardInHand:
    """A board as those see it who look after it: its tasks, the most pressing first."""

    board: BoardPage
    tasks: list[Task]
    meetings: list[MeetingInHand]


def boards_in_hand(boards: list[BoardPage], *, now: datetime) -> list[BoardInHand]:
    """These boards with what is to do; five queries, however many boards."""
    meetings = _meetings_in_hand(boards, now)
    late = _late_counts(boards, now)
    return [
        BoardInHand(
            board=board,
            tasks=_tasks(board, meetings[board.path], late.get(board.pk, 0), now),
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
    agendas = {page.above: page for page in _below(AgendaPage.objects.defer("items"), shown)}
    minutes = {page.above: page for page in _below(MinutesPage.objects.defer("items"), shown)}
    easy = easy_reads_of(list(minutes.values()))
    in_hand: dict[str, list[MeetingInHand]] = defaultdict(list)
    for meeting in shown:
        its_minutes = minutes.get(meeting.path)
        easy_read = easy[its_minutes.pk] if its_minutes else None
        in_hand[meeting.board_path].append(
            MeetingInHand(meeting, agendas.get(meeting.path), its_minutes, easy_read)
        )
    return in_hand


def _below(pages: Any, parents: list[MeetingPage]) -> Any:
    """The children of these meetings, drafts too, each with the meeting's path as ``above``."""
    above = Left("path", Length("path") - Page.steplen)
    return pages.annotate(above=above).filter(above__in=[parent.path for parent in parents])


def _late_counts(boards: list[BoardPage], now: datetime) -> dict[int, int]:
    late = ActionPoint.objects.in_force().overdue(on=timezone.localdate(now))
    counted = late.filter(board__in=boards).values(number=F("board")).annotate(count=Count("pk"))
    return {row["number"]: row["count"] for row in counted}


def _tasks(board: BoardPage, meetings: list[MeetingInHand], late: int, now: datetime) -> list[Task]:
    tasks = [task for one in meetings if (task := _task_of(one, now))]
    if not any(not one.meeting.is_over(now) for one in meetings):
        plan = reverse("boards_admin:plan_meeting", args=[board.pk])
        tasks.append(Task("Plan the next meeting", plan, "now"))
    if late:
        actions = f"{reverse('boards_admin:actions')}?board={board.pk}&state=late"
        words = "1 action is late" if late == 1 else f"{late} actions are late"
        tasks.append(Task(words, actions, "now"))
    order = {"now": 0, "soon": 1, "calm": 2}
    return sorted(tasks, key=lambda task: order[task.tone])


def _edit(page: AgendaPage | MinutesPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _task_of(one: MeetingInHand, now: datetime) -> Task | None:
    """What is to do next for a meeting, if anything."""
    day = long_date(one.meeting.starts_at)
    if not one.meeting.is_over(now):
        if one.agenda and not one.agenda.live:
            return Task(f"Finish and publish the agenda for {day}", _edit(one.agenda), "soon")
        return None
    if one.minutes is None:
        start = reverse("boards_admin:start_minutes", args=[one.meeting.pk])
        return Task(f"Write the minutes of {day}", start, "now")
    if not one.minutes.live:
        return Task(f"Finish and publish the minutes of {day}", _edit(one.minutes), "now")
    if one.easy_read and one.easy_read.state == EasyReadState.NONE:
        add = reverse("wagtailadmin_pages:add_subpage", args=[one.minutes.pk])
        return Task(f"Make an easy read of the minutes of {day}", add)
    return None
