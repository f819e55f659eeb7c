"""Boards among boards: what a board goes on from and in, and who reports to whom."""

from dataclasses import dataclass, field

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from wagtail.contrib.redirects.models import Redirect

from boards.models import BoardPage
from easyread.visibility import public_pages

MOST_STEPS = 3  # boards that ended one in the other, and still someone answers for them
LONGEST_LINE = 20  # steps; no council merges its boards that often
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
    forerunners = _forerunners(board, found)
    line = {board.pk, *(each.pk for each in forerunners)}
    groups = [each for each in found.values() if each.reports_to_id in line and each.pk not in line]
    return Kin(
        goes_on_in=_successors(board, found),
        goes_on_from=forerunners,
        reports_to=_still_there(found.get(board.reports_to_id), found),
        groups=sorted(groups, key=lambda each: each.has_ended),
    )


def _successors(board: BoardPage, found: dict[int, BoardPage]) -> list[BoardPage]:
    line: list[BoardPage] = []
    following = found.get(board.successor_id)
    while following is not None and len(line) < LONGEST_LINE:
        line.append(following)
        following = found.get(following.successor_id)
    return line


def _still_there(board: BoardPage | None, found: dict[int, BoardPage]) -> BoardPage | None:
    """The board, or the one that goes on with its work where it ended."""
    if board is None or not board.has_ended:
        return board
    line = _successors(board, found)
    return line[-1] if line else board


def _forerunners(board: BoardPage, found: dict[int, BoardPage]) -> list[BoardPage]:
    ended = [each for each in found.values() if each.successor_id is not None]
    line: dict[int, BoardPage] = {}
    heads = {board.pk}
    for _ in range(LONGEST_LINE):
        ones = [each for each in ended if each.successor_id in heads and each.pk not in line]
        if not ones:
            break
        line |= {each.pk: each for each in ones}
        heads = {each.pk for each in ones}
    return sorted(line.values(), key=lambda each: (each.closed_on, each.pk), reverse=True)


def of_board_and_forerunners(board: BoardPage, name: str = "board") -> Q:
    """Rows of this board, and of the boards that ended in it (three steps back); no query more."""
    return of_boards_and_forerunners([board.pk], name)


def of_boards_and_forerunners(boards: list[int], name: str = "board") -> Q:
    """Rows of these boards (by number), and of those that ended in them; no query more."""
    rows = Q(**{f"{name}__in": boards})
    for steps in range(1, MOST_STEPS + 1):
        rows |= Q(**{f"{name}{'__successor' * steps}__in": boards})
    return rows


def number_of_board_now(name: str = "board") -> Coalesce:
    """For a query: the number of a row's board, or of the one that goes on with its work."""
    steps = range(MOST_STEPS, -1, -1)
    return Coalesce(*(F(f"{name}{'__successor' * each}_id") for each in steps))


def board_now(board: BoardPage) -> BoardPage:
    """The board, or where it ended the one that goes on with its work; a query a step, none where
    ``successor`` is loaded."""
    for _ in range(MOST_STEPS):
        if board.successor is None:
            break
        board = board.successor
    return board


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
