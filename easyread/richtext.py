"""From HTML to words: its blocks and their lines, and what is bold or leads somewhere. Pure.

The only reader of HTML; `easyread.explained` changes HTML, and keeps the rest byte for byte.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from lxml import etree

# Every other element ends a line: words of two cells or of two paragraphs never join.
_OF_A_LINE = re.compile(
    r"a|abbr|acronym|b|bd[io]|big|br|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp"
    r"|script|small|span|strike|strong|style|su[bp]|svg|time|tt|u|var|wbr"
)
# The parser leaves out an end without a beginning, which is a break all the same.
_END = re.compile(rf"(?=</(?!(?:{_OF_A_LINE.pattern}|textarea|title)\b)[a-z])", re.IGNORECASE)
_BOLD = ("b", "strong")
_UNREAD = ("iframe", "noscript", "script", "style", "svg", "template", "title")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one manner. ``address`` is where they lead."""

    text: str
    is_bold: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class TextLine:
    """The words up to a break, one space between them and none at the ends. Never empty."""

    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> tuple[str, ...]:
        """The phrases in bold."""
        phrases = groupby(self.runs, key=lambda run: run.is_bold)
        texts = ("".join(run.text for run in runs).strip() for is_bold, runs in phrases if is_bold)
        return tuple(text for text in texts if text)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an entry of a list, a cell: ``kind`` is the element that holds the words."""

    kind: str
    lines: tuple[TextLine, ...]

    @property
    def words(self) -> str:
        """Its lines, with a break between."""
        return "\n".join(line.words for line in self.lines)

    @property
    def address(self) -> str:
        """Where its first link leads; empty if it has none."""
        addresses = (run.address for line in self.lines for run in line.runs)
        return next(filter(None, addresses), "")


def blocks_of(html: str) -> list[Block]:
    """The blocks that hold words, in their order. What is broken is read as browsers do."""
    reader: Any = _Reader()
    # Deep pages are read to their end; no page chooses another encoding.
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    etree.fromstring(_END.sub("<hr>", html).encode(errors="replace"), parser)
    return reader.blocks


def lines_of(html: str) -> list[TextLine]:
    return [line for block in blocks_of(html) for line in block.lines]


def plain_text(html: str) -> str:
    """All that one reads, with a break between lines."""
    return "\n".join(block.words for block in blocks_of(html))


@dataclass
class _Reader:
    """What the parser calls. It says where each element ends, if the page does or not."""

    blocks: list[Block] = field(default_factory=list)
    _open: Counter[str] = field(default_factory=Counter)
    _kinds: list[str] = field(default_factory=lambda: [""])
    _addresses: list[str] = field(default_factory=lambda: [""])
    _lines: list[TextLine] = field(default_factory=list)
    _pieces: list[Run] = field(default_factory=list)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._open[tag] += 1
        if tag == "br":
            self._end_line()
        elif tag == "a":
            self._addresses.append(attributes.get("href", ""))
        elif not _OF_A_LINE.fullmatch(tag):
            self._end_block()
            in_entry = tag == "p" and self._kinds[-1] == "li"
            self._kinds.append("li" if in_entry else tag)

    def end(self, tag: str) -> None:
        self._open[tag] -= 1
        if tag == "a":
            self._addresses.pop()
        elif not _OF_A_LINE.fullmatch(tag):
            self._end_block()
            self._kinds.pop()

    def data(self, text: str) -> None:
        if not any(self._open[tag] for tag in _UNREAD):
            is_bold = any(self._open[tag] for tag in _BOLD)
            self._pieces.append(Run(text, is_bold, self._addresses[-1]))

    def close(self) -> None:
        self._end_block()

    def _end_line(self) -> None:
        if runs := _tidy(self._pieces):
            self._lines.append(TextLine(runs))
        self._pieces = []

    def _end_block(self) -> None:
        self._end_line()
        if self._lines:
            self.blocks.append(Block(self._kinds[-1], tuple(self._lines)))
        self._lines = []


def _tidy(pieces: list[Run]) -> tuple[Run, ...]:
    """What goes on in one manner is one run; of many spaces stays one, at the ends none."""
    runs: list[Run] = []
    for (is_bold, address), same in groupby(pieces, key=lambda run: (run.is_bold, run.address)):
        text = _SPACE.sub(" ", "".join(run.text for run in same))
        if not runs or runs[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if text:
            runs.append(Run(text, is_bold, address))
    if runs:
        runs[-1] = replace(runs[-1], text=runs[-1].text.removesuffix(" "))
    return tuple(run for run in runs if run.text)
