"""From the blocks of an easy read, as they are stored, to the text that is checked. Pure."""

from collections.abc import Iterable
from typing import Any

from easyread.plainwords import Block, BlockKind
from easyread.richtext import lines_of

_TEXTS: dict[str, tuple[str, ...]] = {
    "heading": ("text",),
    "idea": ("words",),
    "decision": ("words",),
    "action": ("who", "what", "when"),
    "date_and_place": ("when", "where"),
    "hard_word": ("word", "words"),
    "money": ("how_much", "words"),
    "contact": ("who",),
}
# The page itself ends with whom to ask, the full version and the list of hard words.
ENDING = Block(kind=BlockKind.CONTACT, text="You can ask us.", has_picture=True)


def as_block(kind: str, value: dict[str, Any]) -> Block:
    """One stored block as it is checked; a kind that is not known counts as an idea."""
    known = kind if kind in _TEXTS else "idea"
    lines, bold = [], set()
    for name in _TEXTS[known]:
        text = str(value.get(name) or "")
        if name == "words":
            read = lines_of(text)
            bold |= {phrase.lower() for line in read for phrase in line.bold}
            lines += [line.words for line in read]
        elif text.strip():
            lines.append(" ".join(text.split()))
    if known == "hard_word":
        bold.add(str(value.get("word") or "").strip().lower())
    return Block(
        kind=BlockKind(known),
        text="\n".join(lines),
        bold=frozenset(bold - {""}),
        has_picture=known == "date_and_place" or bool(value.get("picture")),
    )


def as_blocks(stored: Iterable[Any]) -> list[Block]:
    """The blocks of an easy read, with the ending that its page gives every one."""
    blocks = [as_block(block["type"], block["value"]) for block in stored]
    return [*blocks, ENDING]
