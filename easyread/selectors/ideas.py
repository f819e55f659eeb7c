"""The ideas of an easy read, one by one, and the hard words in it."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import prefetch_related_objects
from wagtail.blocks import StreamValue
from wagtail.rich_text import RichText

from easyread.models import EasyReadPage, Picture
from easyread.richtext import plain_text

_LONGEST_NUMBER = 6  # digits; more than an easy read has ideas


@dataclass(frozen=True)
class Idea:
    """One idea on a screen of its own: its place from 1, its heading if it has one."""

    number: int
    of: int
    block: Any
    heading: str = ""

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.of else None


@dataclass(frozen=True)
class ShownIdeas:
    """An easy read as its page shows it: whole, or one idea of it."""

    parts: list[tuple[int, Any]]  # each block after its number as an idea; 0 for a heading
    idea: Idea | None
    ideas: int
    says_help: bool
    says_contact: bool

    @property
    def blocks(self) -> list[StreamValue.StreamChild]:
        return [self.idea.block] if self.idea else [block for _, block in self.parts]


def ideas_shown(easy_read: EasyReadPage, asked: str | None) -> ShownIdeas:
    """``asked`` is the number of one idea as the reader's address has it; None for all."""
    blocks = ready_blocks(easy_read)
    first = one_idea(blocks, asked or "")
    return ShownIdeas(
        parts=_numbered(blocks),
        idea=None if asked is None else first,
        ideas=first.of if first else 0,
        says_help="someone to help" in words_of(blocks).lower(),
        says_contact=any(block.block_type == "contact" for block in blocks),
    )


def _numbered(blocks: list[StreamValue.StreamChild]) -> list[tuple[int, StreamValue.StreamChild]]:
    number = 0
    parts = []
    for block in blocks:
        is_idea = block.block_type != "heading"
        number += is_idea
        parts.append((number if is_idea else 0, block))
    return parts


def ready_blocks(easy_read: EasyReadPage) -> list[StreamValue.StreamChild]:
    """The blocks of an easy read with their pictures; one query for each field that holds some."""
    blocks = list(easy_read.body)
    pictures = [
        value
        for block in blocks
        for value in block.value.values()
        if isinstance(value, Picture) and value.image_id
    ]
    if pictures:
        prefetch_related_objects(pictures, "image")
    return blocks


def one_idea(blocks: list[StreamValue.StreamChild], asked: str) -> Idea | None:
    """The idea of this number; of a number that is none, the nearest. None if there are none."""
    ideas: list[tuple[StreamValue.StreamChild, str]] = []
    heading = ""
    for block in blocks:
        if block.block_type == "heading":
            heading = block.value["text"]
        else:
            ideas.append((block, heading))
    if not ideas:
        return None
    number = min(max(_number(asked), 1), len(ideas))
    block, heading = ideas[number - 1]
    return Idea(number, len(ideas), block, heading)


def _number(asked: str) -> int:
    """0 for what is no number."""
    text = asked.strip()
    if not re.fullmatch(r"[0-9]+", text):
        return 0
    return int(text) if len(text) <= _LONGEST_NUMBER else 10**_LONGEST_NUMBER


def words_of(blocks: list[StreamValue.StreamChild]) -> str:
    """All that one reads in these blocks, as plain text, a line each."""
    lines = []
    for block in blocks:
        for name, value in block.value.items():
            if name not in {"source", "email"} and value and not isinstance(value, Picture):
                is_html = isinstance(value, RichText)
                lines.append(plain_text(value.source) if is_html else str(value))
    return "\n".join(lines)
