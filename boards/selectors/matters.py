"""Matters that boards pass to another board, the senate or an outside body."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from boards.models import BoardPage, Lineage, MeetingPage, PassedMatter
from boards.selectors.lineage import board_now
from boards.selectors.to_do_line import ToDo
from easyread.visibility import outside_hidden_pages, public_pages

SHOWN_ON_A_BOARD = 5
NEWS_FOR_DAYS = 30  # so long My boards tells that an answer has come
PRESSING_AFTER_DAYS = 42


@dataclass(frozen=True)
class BoardMatters:
    """Some matters of a board, waiting ones first, and whether there are more."""

    matters: list[PassedMatter]
    has_more: bool


def public_matters() -> QuerySet[PassedMatter]:
    """The matters between public boards, those that wait longest first, then the last answered."""
    found = PassedMatter.objects.filter(
        Q(board__live=True),
        Q(to_board=None) | Q(to_board__live=True),
        outside_hidden_pages("board__path", "to_board__path"),
    )
    return in_order(found.select_related("board", "to_board"))


def in_order(matters: QuerySet[PassedMatter]) -> QuerySet[PassedMatter]:
    return matters.order_by(F("answered_on").desc(nulls_first=True), "passed_on", "pk")


def filtered_matters(*, board: str = "") -> QuerySet[PassedMatter]:
    """Those that the board of this name passed or received; all where there is no name."""
    if not board:
        return public_matters()
    return public_matters().filter(Q(board__slug=board) | Q(to_board__slug=board))


def boards_with_matters() -> list[BoardPage]:
    """The public boards that ever passed or received a matter, A to Z."""
    matters = public_matters().order_by()
    boards = public_pages(BoardPage.objects).filter(
        Q(pk__in=matters.values("board")) | Q(pk__in=matters.values("to_board"))
    )
    return list(boards.only("slug", "title").order_by("title", "pk"))


def matters_of(boards: list[int]) -> BoardMatters:
    """What these boards (one and its forerunners, by number) passed and received."""
    found = public_matters().filter(Q(board__in=boards) | Q(to_board__in=boards))
    shown = list(found[: SHOWN_ON_A_BOARD + 1])
    return BoardMatters(shown[:SHOWN_ON_A_BOARD], len(shown) > SHOWN_ON_A_BOARD)


def meetings_held(board: BoardPage, *, now: datetime) -> QuerySet[MeetingPage]:
    """At which a matter can have been agreed, the latest first."""
    return MeetingPage.objects.of_board(board).held(now=now)


def public_meeting(matter: PassedMatter) -> MeetingPage | None:
    """The meeting at which the matter was agreed, where everyone may see it."""
    if matter.agreed_by_meeting_id is None:
        return None
    return public_pages(MeetingPage.objects).filter(pk=matter.agreed_by_meeting_id).first()


def answering_board(matter: PassedMatter) -> BoardPage:
    """Whose people enter the answer: the receiver's, or of an outside body's the sender's; where
    that board ended, those of the board that goes on with its work."""
    return board_now(matter.to_board or matter.board)


def days_waiting(matter: PassedMatter, today: date) -> int:
    return (today - matter.passed_on).days


def matters_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """What My boards says of matters, by the board's number; two queries for all boards, which
    read the matters of these alone.

    What concerns a board that ended is for the one that goes on with its work.
    """
    today = timezone.localdate(now)
    lineage = Lineage.read()
    to_dos: dict[int, list[ToDo]] = {board.pk: [] for board in boards}
    ours = lineage.ending_in(to_dos)
    of_ours = Q(board__in=ours) | Q(to_board__in=ours)
    fresh = Q(answered_on=None) | Q(answered_on__gt=today - timedelta(days=NEWS_FOR_DAYS))
    found = in_order(PassedMatter.objects.filter(of_ours, fresh))
    for matter in found.select_related("board", "to_board"):
        answering = lineage.last_of(matter.to_board_id or matter.board_id)
        asking = lineage.last_of(matter.board_id)
        if matter.answered_on is None and answering in to_dos:
            to_dos[answering].append(_to_answer(matter, today))
        elif matter.answered_on is not None and asking in to_dos and matter.to_board_id:
            to_dos[asking].append(_answered(matter))
    return to_dos


def _to_answer(matter: PassedMatter, today: date) -> ToDo:
    days = days_waiting(matter, today)
    since = "since today" if days < 1 else f"since {days} day{'' if days == 1 else 's'}"
    url = reverse("boards_admin:answer_matter", args=[matter.pk])
    if matter.to_board is None:
        words = f"Enter the answer of {matter.to_outside} when it comes: {matter.title}, {since}"
        return ToDo(words, url)
    words = f"Answer the matter that the {matter.board.title} passed: {matter.title}, {since}"
    return ToDo(words, url, "now" if days > PRESSING_AFTER_DAYS else "soon")


def _answered(matter: PassedMatter) -> ToDo:
    url = reverse("boards_admin:answer_matter", args=[matter.pk])
    return ToDo(f"Read the answer of the {matter.to_board} to: {matter.title}", url)
