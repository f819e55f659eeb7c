"""The ideas of a full version, in their order: what an easy read is made from. Pure."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["heading", "idea", "decision", "action", "date_and_place", "money"]


@dataclass(frozen=True)
class SourceIdea:
    """One idea of the full version, as plain text; ``who`` and ``when`` only where it says so.

    Of a ``date_and_place`` ``when`` is the day and ``text`` the place.
    """

    kind: Kind
    text: str
    who: str = ""
    when: str = ""

    @property
    def line(self) -> str:
        """All of it in one line, for comparing two versions."""
        return " – ".join(part for part in (self.text, self.who, self.when) if part)


@dataclass(frozen=True)
class Opening:
    """What an easy read of a page begins with; empty where the page does not say."""

    title: str = ""
    who: str = ""
    about: str = ""
    when: str = ""
    where: str = ""


def lines_of(ideas: Iterable[SourceIdea]) -> list[str]:
    """The ideas as an `EasyReadRecord` keeps them."""
    return [idea.line for idea in ideas if idea.line]


def fingerprint(blocks: Iterable[Any]) -> str:
    """SHA-256 of an easy read's blocks as they are stored, whatever their ids.

    The writer's view of the original (``source``) is no part of what the reader gets.
    """
    bare = [[block["type"], _bare(block["value"])] for block in blocks]
    text = json.dumps(bare, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if name not in {"id", "source"} and part}
    return value
