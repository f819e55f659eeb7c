"""Boards among boards: what a board goes on from and in, and who reports to whom."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect

from boards.models import BoardPage, Lineage
from easyread.visibility import public_pages

SHOWN_OF_A_BOARD = (
    "title",
    "slug",
    "url_path",
    "path",
    "depth",
    "kind",
    "question",
    "ends_on",
    "closed_on",
    "successor",
    "reports_to",
)


@dataclass(frozen=True)
class Kin:
    """The public boards to which a board is tied.

    ``goes_on_in``: the board that goes on with its work, then the one that goes on with that
    one's, and so on. ``goes_on_from``: all boards that ended in this one, over any number of
    steps, the last ended first.
    """

    goes_on_in: list[BoardPage] = field(default_factory=list)
    goes_on_from: list[BoardPage] = field(default_factory=list)
    reports_to: BoardPage | None = None
    groups: list[BoardPage] = field(default_factory=list)

    @property
    def line(self) -> list[int]:
        """The numbers of its forerunners."""
        return [board.pk for board in self.goes_on_from]


def kin_of(board: BoardPage) -> Kin:
    """The boards tied to this one; two queries, however many there are."""
    boards = public_pages(BoardPage.objects).only(*SHOWN_OF_A_BOARD).order_by("title", "pk")
    found = {each.pk: each for each in boards}
    known = [*found.values(), board]
    lineage = Lineage({each.pk: each.successor_id for each in known if each.successor_id})
    line = lineage.ending_in([board.pk])
    groups = [each for each in found.values() if each.reports_to_id in line and each.pk not in line]
    forerunners = [found[pk] for pk in line - {board.pk} if pk in found]
    reports_to = found.get(board.reports_to_id)
    return Kin(
        goes_on_in=[found[pk] for pk in lineage.line_from(board.pk)[1:] if pk in found],
        goes_on_from=sorted(forerunners, key=lambda each: (each.closed_on, each.pk), reverse=True),
        reports_to=found.get(lineage.last_of(reports_to.pk), reports_to) if reports_to else None,
        groups=sorted(groups, key=lambda each: each.has_ended),
    )


def of_board_and_forerunners(board: BoardPage) -> Q:
    """Rows of this board, and of all that ended in it; one query."""
    return of_boards_and_forerunners([board.pk])


def of_boards_and_forerunners(boards: list[int]) -> Q:
    """Rows of these boards (by number), and of those that ended in them; one query."""
    return Q(board__in=Lineage.read().ending_in(boards))


def boards_now(boards: Iterable[int]) -> dict[int, BoardPage]:
    """By the number of a board: itself, or the one that goes on with its work; two queries."""
    lineage = Lineage.read()
    last = {board: lineage.last_of(board) for board in boards}
    found = BoardPage.objects.in_bulk(set(last.values()))
    return {board: found[number] for board, number in last.items()}


def board_now(board: BoardPage) -> BoardPage:
    """The board, or where it ended in another the one that goes on with its work."""
    return board if board.successor_id is None else boards_now([board.pk])[board.pk]


def going_on(boards: list[BoardPage]) -> list[BoardPage]:
    """Those of these boards that have not ended."""
    return [board for board in boards if not board.has_ended]


def board_once_called(slug: str) -> BoardPage | None:
    """The public board that had this name in its address last, if any; two queries."""
    boards = public_pages(BoardPage.objects)
    former = Redirect.objects.filter(old_path__endswith=f"/{slug}", redirect_page__in=boards)
    found: BoardPage | None = boards.filter(
        pk__in=former.order_by("-pk").values("redirect_page")[:1]
    ).first()
    return found
