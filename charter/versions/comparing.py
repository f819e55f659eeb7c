"""What changed between two texts, word by word. No database."""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """Words that stayed (``""``), are new (``"new"``) or gone (``"gone"``)."""

    words: str
    change: str = ""


def compared(before: str, after: str) -> list[Piece]:
    """The pieces of both texts, in the order in which one reads them."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    return list(_pieces(old, new))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("".join(new[new_from:new_to]))
            continue
        if gone := "".join(old[old_from:old_to]).strip():
            yield Piece(gone, "gone")
        if fresh := "".join(new[new_from:new_to]).strip():
            yield Piece(fresh, "new")
