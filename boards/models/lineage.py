"""Which board goes on with whose work: lines of any length, read in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from boards.models.boards import BoardPage


@dataclass(frozen=True)
class Lineage:
    """By the number of a board that ended, that of the one that goes on with its work."""

    following: dict[int, int]

    @classmethod
    def read(cls) -> Self:
        """As it is now: one query, for as many boards as ended in others."""
        ended = BoardPage.objects.filter(successor__isnull=False)
        return cls(dict(ended.values_list("pk", "successor_id")))

    def line_from(self, board: int) -> list[int]:
        """The board, the one that goes on with its work, and so on; a circle is gone round once."""
        line = {board: None}
        while (board := self.following.get(board, board)) not in line:
            line[board] = None
        return list(line)

    def last_of(self, board: int) -> int:
        """The board that has this one's work now: itself, where it did not end in another."""
        return self.line_from(board)[-1]

    def ending_in(self, boards: Iterable[int]) -> set[int]:
        """These boards, and all that ended in one of them, over any number of steps."""
        wanted = set(boards)
        return wanted | {
            each for each in self.following if not wanted.isdisjoint(self.line_from(each))
        }
