"""What readers asked for in another format, by board."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, F, Min, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards import tree
from boards.models import BoardPage, Lineage
from boards.permissions import below
from boards.rules.dates import long_date
from boards.selectors.lineage import board_now
from boards.selectors.people import secretary_of
from boards.selectors.to_do_line import ToDo, Tone
from easyread.enums import Format
from easyread.models import FormatRequest

ANSWER_WITHIN = timedelta(days=14)
WHAT = {  # how a request is spoken of in a sentence
    Format.EASY_READ: "easy read",
    Format.LARGE_PRINT: "large print",
    Format.PAPER: "paper",
    Format.AUDIO: "audio",
    Format.LANGUAGE: "another language",
}


def paths_of(boards: list[BoardPage]) -> dict[str, int]:
    """The tree's paths of these boards and of those that ended in them, each with the
    number of the board that goes on; two queries."""
    lineage, wanted = Lineage.read(), {board.pk for board in boards}
    found = BoardPage.objects.filter(pk__in=lineage.ending_in(wanted)).values_list("path", "pk")
    last = {path: lineage.last_of(pk) for path, pk in found}
    return {path: number for path, number in last.items() if number in wanted}


def board_of_page(page: Page) -> BoardPage | None:
    """The board to which a page belongs, or the one that goes on with its work."""
    board = BoardPage.objects.ancestor_of(page, inclusive=True).first()
    return board_now(board) if board else None


def requests_of(board: BoardPage) -> QuerySet[FormatRequest]:
    """All that people asked this board for, and the boards that ended in it."""
    of_board = FormatRequest.objects.filter(below(paths_of([board]), "page__path"))
    return of_board.select_related("page", "answered_by")


def in_order(found: QuerySet[FormatRequest], *, only_waiting: bool) -> QuerySet[FormatRequest]:
    """What waits first, the oldest at the top; then what was answered, the latest at the top."""
    wanted = found.filter(answered_at=None) if only_waiting else found
    return wanted.order_by(F("answered_at").desc(nulls_first=True), "asked_at", "pk")


def waiting_for(page: Page) -> int:
    """How many wait for an easy read of this page."""
    waiting = FormatRequest.objects.filter(page=page, answered_at=None, format=Format.EASY_READ)
    return waiting.count()


def what(asked: FormatRequest) -> str:
    """What was asked for, as it stands in a sentence: “large print”, “Polish”."""
    return asked.language or WHAT[Format(asked.format)]


def answer_by(asked_at: datetime) -> date:
    return timezone.localdate(asked_at + ANSWER_WITHIN)


def format_requests_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """One line for each page and format that people wait for, the oldest first; three queries."""
    paths = paths_of(boards)
    waiting = _waiting(paths)
    to_dos: dict[int, list[ToDo]] = defaultdict(list)
    for row in waiting:
        number = paths[row["board_path"]]
        by = answer_by(row["oldest"])
        today = timezone.localdate(now)
        tone: Tone = "now" if by <= today else "soon"
        to_dos[number].append(ToDo(_words(row, by, today), _address(row, number), tone))
    return to_dos


def _waiting(paths: dict[str, int]) -> Any:
    if not paths:
        return []
    return (
        FormatRequest.objects.filter(answered_at=None)
        .annotate(board_path=tree.board_path("page__path"))
        .filter(board_path__in=paths)
        .values("board_path", "page_id", "page__title", "format", "language")
        .annotate(people=Count("pk"), oldest=Min("asked_at"), first=Min("pk"))
        .order_by("oldest", "first")
    )


def _words(row: dict[str, Any], by: date, today: date) -> str:
    people = "1 person waits" if row["people"] == 1 else f"{row['people']} people wait"
    wanted, title = WHAT[Format(row["format"])], row["page__title"]
    of = f"{'an ' if wanted == 'easy read' else ''}{wanted} of {title}"
    if row["language"]:
        of = f"{title} in {row['language']}"
    answer = "the answer was due on" if by < today else "answer by"
    return f"{people} for {of}: {answer} {long_date(by)}"


def _address(row: dict[str, Any], board: int) -> str:
    """The answer, or where several wait for the same the list of all."""
    if row["people"] == 1:
        return reverse("boards_admin:answer_format_request", args=[row["first"]])
    return reverse("boards_admin:format_requests", args=[board])


def secretary_for(asked: FormatRequest, *, now: datetime) -> str:
    """Who answers for the page's board; empty where the page belongs to no board, or nobody of
    the board has an address."""
    board = board_of_page(asked.page)
    return secretary_of(board, now) if board else ""
