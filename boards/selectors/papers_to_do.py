"""What is to do about papers, for My boards."""

from collections import defaultdict
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils import timezone

from boards.models import AgendaPage, AgendaPaper, BoardPage, Pack, Paper
from boards.rules.dates import short_date
from boards.selectors.to_do_line import ToDo
from boards.tree import board_path


def papers_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """By board: late papers without a reason, restrictions to look at again, packs that failed.

    Three queries, however many boards.
    """
    to_dos: dict[int, list[ToDo]] = defaultdict(list)
    by_path = {board.path: board.pk for board in boards}
    _add_supplements(to_dos, by_path)
    _add_restricted(to_dos, boards, now)
    _add_failed_packs(to_dos, by_path)
    return dict(to_dos)


def _add_supplements(to_dos: dict[int, list[ToDo]], by_path: dict[str, int]) -> None:
    rows = AgendaPaper.objects.filter(
        is_supplement=True, is_withdrawn=False, reason="", agenda__live=True
    ).annotate(above=board_path("agenda__path"))
    ours = rows.filter(above__in=by_path).select_related("paper")
    for row in ours.order_by("-added_on", "pk"):
        url = reverse("boards_admin:explain_supplement", args=[row.pk])
        words = f"Say why “{row.paper.title}” came late (added on {short_date(row.added_on)})"
        to_dos[by_path[row.above]].append(ToDo(words, url, "now"))


def _add_restricted(to_dos: dict[int, list[ToDo]], boards: list[BoardPage], now: datetime) -> None:
    by_collection = {board.collection_id: board.pk for board in boards}
    due = Paper.objects.filter(
        is_restricted=True,
        look_again_on__lte=timezone.localdate(now),
        collection__in=[pk for pk in by_collection if pk],
    )
    for paper in due.order_by("look_again_on", "pk"):
        url = reverse("wagtaildocs:edit", args=[paper.pk])
        words = f"Look again: can “{paper.title}” be public now?"
        to_dos[by_collection[paper.collection_id]].append(ToDo(words, url, "now"))


def _add_failed_packs(to_dos: dict[int, list[ToDo]], by_path: dict[str, int]) -> None:
    newest = Pack.objects.filter(agenda=OuterRef("agenda")).order_by("-asked_at", "-pk")
    failed = Pack.objects.exclude(problem="").filter(
        agenda__live=True, pk=Subquery(newest.values("pk")[:1])
    )
    ours = failed.annotate(above=board_path("agenda__path")).filter(above__in=by_path)
    for pack in ours.select_related("agenda").order_by("pk"):
        url = reverse("wagtailadmin_pages:edit", args=[pack.agenda_id])
        words = f"The pack of “{pack.agenda.title}” could not be made: {pack.problem}"
        to_dos[by_path[pack.above]].append(ToDo(words, url, "soon"))


def unexplained(agenda: AgendaPage) -> list[AgendaPaper]:
    """The agenda's late papers whose reason was not given yet."""
    rows = AgendaPaper.objects.filter(
        agenda=agenda, is_supplement=True, is_withdrawn=False, reason=""
    )
    return list(rows.select_related("paper").order_by("item_number", "pk"))
