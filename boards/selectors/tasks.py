"""What those who look after a board have to do next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from boards.dates import long_date
from boards.enums import MeetingStatus
from boards.models import ActionPoint, AgendaPage, BoardPage, MeetingPage, MinutesPage
from easyread.enums import EasyReadState
from easyread.selectors import easy_reads_of

LOOK_BACK = 4
ORDER = {"now": 0, "soon": 1, "calm": 2}


@dataclass(frozen=True)
class Task:
    """One thing to do: a sentence, and the page where it is done."""

    words: str
    url: str
    tone: Literal["now", "soon", "calm"] = "calm"
    method: Literal["get", "post"] = "get"


@dataclass(frozen=True)
class _Papers:
    """What there is of the meetings that matter, drafts too; by the meeting's treebeard path."""

    agendas: dict[str, AgendaPage]
    minutes: dict[str, MinutesPage]
    without_easy_read: set[int]


def _papers_of(meetings: list[MeetingPage]) -> _Papers:
    paths = Q(pk__in=[])
    for meeting in meetings:
        paths |= Q(path__startswith=meeting.path)
    agendas, minutes = (
        {page.path[: -page.steplen]: page for page in model.objects.filter(paths).defer("items")}
        for model in (AgendaPage, MinutesPage)
    )
    easy_reads = easy_reads_of(list(minutes.values()))
    missing = {pk for pk, link in easy_reads.items() if link.state == EasyReadState.NONE}
    return _Papers(agendas, minutes, missing)


def _edit(page: AgendaPage | MinutesPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _of_meeting(meeting: MeetingPage, papers: _Papers, now: datetime) -> list[Task]:
    agenda, minutes = papers.agendas.get(meeting.path), papers.minutes.get(meeting.path)
    day = long_date(meeting.starts_at)
    if not meeting.is_over(now):
        if agenda and not agenda.live:
            return [Task(f"Finish and publish the agenda for {day}", _edit(agenda), "soon")]
        return []
    if minutes is None:
        start = reverse("boards_admin:start_minutes", args=[meeting.pk])
        return [Task(f"Write the minutes of {day}", start, "now")]
    if not minutes.live:
        return [Task(f"Finish and publish the minutes of {day}", _edit(minutes), "now")]
    if minutes.pk in papers.without_easy_read:
        add = reverse("wagtailadmin_pages:add_subpage", args=[minutes.pk])
        return [Task(f"Make an easy read of the minutes of {day}", add)]
    return []


def _late_actions(boards: list[BoardPage], now: datetime) -> dict[int, int]:
    """How many actions of each board are late, by the board's ``pk``."""
    late = ActionPoint.objects.in_force().overdue(on=timezone.localdate(now))
    counts = late.filter(board__in=boards).values("board").annotate(number=Count("pk"))
    return {row["board"]: row["number"] for row in counts.order_by("board")}


def board_tasks(board: BoardPage, *, now: datetime) -> list[Task]:
    """The next things to do for a board, the most pressing first."""
    return tasks_of_boards([board], now=now)[board.pk]


def tasks_of_boards(boards: list[BoardPage], *, now: datetime) -> dict[int, list[Task]]:
    """The tasks of each board, by its ``pk``; a fixed number of queries."""
    takes_place = MeetingPage.objects.exclude(status=MeetingStatus.CANCELLED)
    coming = takes_place.filter(ends_at__gt=now).first_of_each(boards, "starts_at", "pk", most=2)
    over = takes_place.live().filter(ends_at__lte=now)
    held = over.first_of_each(boards, "-starts_at", "-pk", most=LOOK_BACK)
    papers = _papers_of([*held, *coming])
    late = _late_actions(boards, now)
    tasks: dict[str, list[Task]] = {board.path: [] for board in boards}
    for meeting in [*held, *coming]:
        tasks[meeting.board_path] += _of_meeting(meeting, papers, now)
    planned = {meeting.board_path for meeting in coming}
    for board in boards:
        if board.path not in planned:
            plan = reverse("boards_admin:plan_meeting", args=[board.pk])
            tasks[board.path].append(Task("Plan the next meeting", plan, "now"))
        if number := late.get(board.pk, 0):
            actions = f"{reverse('boards_admin:actions')}?board={board.pk}&state=late"
            words = "1 action is late" if number == 1 else f"{number} actions are late"
            tasks[board.path].append(Task(words, actions, "now"))
    return {
        board.pk: sorted(tasks[board.path], key=lambda task: ORDER[task.tone]) for board in boards
    }
