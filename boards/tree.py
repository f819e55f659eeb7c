"""Where boards stand in the page tree: home, the list of boards, a board, its meetings, and under
each meeting its agenda and its minutes."""

from django.db.models.functions import Left

from easyread.tree import STEP, path_at

BOARD_DEPTH = 4
MINUTES_DEPTH = BOARD_DEPTH + 2  # and that of agendas


def path_of_board(path: str) -> str:
    """Of the board at or above the page with this path."""
    return path_at(BOARD_DEPTH, path)


def board_path(of: str = "path") -> Left:
    """`path_of_board` for the database: of the column ``of``."""
    return Left(of, BOARD_DEPTH * STEP)
