"""What is to do about papers, for My boards."""

from collections import defaultdict
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from boards.models import AgendaPage, AgendaPaper, BoardPage, Pack, Paper
from boards.rules.dates import short_date
from boards.selectors.task_line import Task
from easyread.tree import path_above


def papers_tasks(boards: list[BoardPage], *, now: datetime) -> dict[int, list[Task]]:
    """By board: late papers without a reason, restrictions to look at again, packs that failed.

    Three queries, however many boards.
    """
    tasks: dict[int, list[Task]] = defaultdict(list)
    by_path = {board.path: board.pk for board in boards}
    _add_supplements(tasks, by_path)
    _add_restricted(tasks, boards, now)
    _add_failed_packs(tasks, by_path)
    return dict(tasks)


def _board_path(agenda: AgendaPage) -> str:
    return str(path_above(agenda.path, 2))


def _add_supplements(tasks: dict[int, list[Task]], by_path: dict[str, int]) -> None:
    rows = AgendaPaper.objects.filter(
        is_supplement=True, is_withdrawn=False, reason="", agenda__live=True
    )
    for row in rows.select_related("agenda", "paper").order_by("-added_on", "pk"):
        board = by_path.get(_board_path(row.agenda))
        if board is not None:
            url = reverse("boards_admin:explain_supplement", args=[row.pk])
            words = f"Say why “{row.paper.title}” came late (added on {short_date(row.added_on)})"
            tasks[board].append(Task(words, url, "now"))


def _add_restricted(tasks: dict[int, list[Task]], boards: list[BoardPage], now: datetime) -> None:
    by_collection = {board.collection_id: board.pk for board in boards}
    due = Paper.objects.filter(
        is_restricted=True,
        look_again_on__lte=timezone.localdate(now),
        collection__in=[pk for pk in by_collection if pk],
    )
    for paper in due.order_by("look_again_on", "pk"):
        url = reverse("wagtaildocs:edit", args=[paper.pk])
        words = f"Look again: can “{paper.title}” be public now?"
        tasks[by_collection[paper.collection_id]].append(Task(words, url, "now"))


def _add_failed_packs(tasks: dict[int, list[Task]], by_path: dict[str, int]) -> None:
    newest = Pack.objects.filter(agenda=OuterRef("agenda")).order_by("-asked_at", "-pk")
    failed = Pack.objects.exclude(problem="").filter(
        agenda__live=True, pk=Subquery(newest.values("pk")[:1])
    )
    for pack in failed.select_related("agenda").order_by("pk"):
        board = by_path.get(_board_path(pack.agenda))
        if board is not None:
            url = reverse("wagtailadmin_pages:edit", args=[pack.agenda_id])
            words = f"The pack of “{pack.agenda.title}” could not be made: {pack.problem}"
            tasks[board].append(Task(words, url, "soon"))


def unexplained(agenda: AgendaPage) -> list[AgendaPaper]:
    """The agenda's late papers whose reason was not given yet."""
    rows = AgendaPaper.objects.filter(
        agenda=agenda, is_supplement=True, is_withdrawn=False, reason=""
    )
    return list(rows.select_related("paper").order_by("item_number", "pk"))
