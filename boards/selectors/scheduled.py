"""What could not be published when its day came, for those who can mend it."""

from collections import defaultdict
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from boards.models import BoardPage, ScheduledProblem
from boards.rules.dates import long_date
from boards.selectors.to_do_line import ToDo
from boards.tree import path_of_board

TO_COME = (
    "“{title}” could not be published on its day, {day}. {why} We try again every minute. To "
    "change it, choose “Cancel scheduled publish” first."
)
TO_GO = (
    "“{title}” could not be taken down on its day, {day}, and is still public. {why} We try again "
    "every minute."
)


def scheduled_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """By the board's number; one query."""
    by_path = {board.path: board.pk for board in boards}
    to_dos: dict[int, list[ToDo]] = defaultdict(list)
    for problem in _problems():
        board = by_path.get(path_of_board(problem.page.path))
        if board is not None:
            to_dos[board].append(_to_do(problem))
    return to_dos


def scheduled_elsewhere(boards: list[BoardPage]) -> list[ToDo]:
    """What belongs to none of these boards: the site's own pages, boards that ended; one query."""
    paths = {board.path for board in boards}
    problems = [one for one in _problems() if path_of_board(one.page.path) not in paths]
    return [_to_do(problem) for problem in problems]


def _problems() -> QuerySet[ScheduledProblem]:
    return ScheduledProblem.objects.select_related("page").order_by("pk")


def _to_do(problem: ScheduledProblem) -> ToDo:
    page, day = problem.page, long_date(timezone.localtime(problem.since))
    words = TO_GO if page.live and page.expire_at else TO_COME
    told = words.format(title=page.get_admin_display_title(), day=day, why=problem.words)
    return ToDo(told, reverse("wagtailadmin_pages:edit", args=[page.pk]), "now")
