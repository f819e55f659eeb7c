"""What could not be published when its day came, for those who can mend it."""

from collections import defaultdict
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from boards.dates import long_date
from boards.models import BoardPage, ScheduledProblem
from boards.selectors.task_line import Task
from boards.tree import BOARD_DEPTH, path_of_board


def scheduled_tasks(boards: list[BoardPage], *, now: datetime) -> dict[int, list[Task]]:
    """By the board's number; one query."""
    by_path = {board.path: board.pk for board in boards}
    tasks: dict[int, list[Task]] = defaultdict(list)
    for problem in _problems():
        board = by_path.get(path_of_board(problem.page.path))
        if board is not None:
            tasks[board].append(_task(problem))
    return tasks


def problems_outside_boards() -> list[Task]:
    """Of the site's own pages; one query."""
    return [_task(problem) for problem in _problems().filter(page__depth__lt=BOARD_DEPTH)]


def _problems() -> QuerySet[ScheduledProblem]:
    return ScheduledProblem.objects.select_related("page").order_by("pk")


def _task(problem: ScheduledProblem) -> Task:
    page, day = problem.page, long_date(timezone.localtime(problem.since))
    words = (
        f"“{page.get_admin_display_title()}” could not be published on its day, {day}. "
        f"{problem.words} We try again every minute."
    )
    return Task(words, reverse("wagtailadmin_pages:edit", args=[page.pk]), "now")
