"""What an edition holds. Plain values: they are frozen into JSON and read back."""

from dataclasses import asdict, dataclass, fields
from typing import Any


@dataclass(frozen=True)
class NewsLine:
    """One thing that happened: its words, where it can be read, and a remark."""

    words: str
    path: str
    remark: str = ""


@dataclass(frozen=True)
class BoardNews:
    """What one board did, and what is late or coming there."""

    board: str
    path: str
    published: tuple[NewsLine, ...] = ()
    decided: tuple[NewsLine, ...] = ()
    finished: tuple[NewsLine, ...] = ()
    signed: tuple[NewsLine, ...] = ()
    late: tuple[NewsLine, ...] = ()
    late_count: int = 0
    coming: tuple[NewsLine, ...] = ()

    @property
    def has_news(self) -> bool:
        """Whether anything happened; what is late or coming alone makes no edition."""
        return bool(self.published or self.decided or self.finished or self.signed)


@dataclass(frozen=True)
class DigestContent:
    boards: tuple[BoardNews, ...]

    @property
    def has_news(self) -> bool:
        return any(board.has_news for board in self.boards)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "DigestContent":
        """Read an edition back; keys of a later version are left aside."""
        return cls(boards=tuple(_board(board) for board in data["boards"]))


def _board(data: dict[str, Any]) -> BoardNews:
    known = {field.name for field in fields(BoardNews)}
    values: dict[str, Any] = {
        name: tuple(NewsLine(**line) for line in value)
        if isinstance(value, list | tuple)
        else value
        for name, value in data.items()
        if name in known
    }
    return BoardNews(**values)
