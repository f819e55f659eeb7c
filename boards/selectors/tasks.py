"""What those who look after a board have to do next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.urls import reverse
from django.utils import timezone

from boards.dates import long_date
from boards.models import ActionPoint, AgendaPage, BoardPage, MeetingPage, MinutesPage
from easyread.enums import EasyReadState
from easyread.selectors import easy_reads_of

LOOK_BACK = 4


@dataclass(frozen=True)
class Task:
    """One thing to do: a sentence, and the page where it is done."""

    words: str
    url: str
    tone: Literal["now", "soon", "calm"] = "calm"
    method: Literal["get", "post"] = "get"


def _edit(page: AgendaPage | MinutesPage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _of_meeting(meeting: MeetingPage, now: datetime) -> list[Task]:
    agenda = AgendaPage.objects.child_of(meeting).first()
    minutes = MinutesPage.objects.child_of(meeting).first()
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
    if easy_reads_of([minutes])[minutes.pk].state == EasyReadState.NONE:
        add = reverse("wagtailadmin_pages:add_subpage", args=[minutes.pk])
        return [Task(f"Make an easy read of the minutes of {day}", add)]
    return []


def board_tasks(board: BoardPage, *, now: datetime) -> list[Task]:
    """The next things to do for a board, the most pressing first."""
    meetings = MeetingPage.objects.of_board(board)
    coming = list(meetings.filter(ends_at__gt=now).order_by("starts_at", "pk")[:2])
    held = list(meetings.held(now=now)[:LOOK_BACK])
    tasks = [task for meeting in [*held, *coming] for task in _of_meeting(meeting, now)]
    if not coming:
        plan = reverse("boards_admin:plan_meeting", args=[board.pk])
        tasks.append(Task("Plan the next meeting", plan, "now"))
    late = ActionPoint.objects.in_force().filter(board=board)
    number = late.overdue(on=timezone.localdate(now)).count()
    if number:
        actions = f"{reverse('boards_admin:actions')}?board={board.pk}&state=late"
        words = "1 action is late" if number == 1 else f"{number} actions are late"
        tasks.append(Task(words, actions, "now"))
    order = {"now": 0, "soon": 1, "calm": 2}
    return sorted(tasks, key=lambda task: order[task.tone])
