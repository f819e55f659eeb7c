"""A Word document as a flat list of lines in reading order, each with what it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from .characters import clean, one_line

_LITERAL_BULLET = re.compile(
    r"^\s*>?[•●▪◦‣·■➢→➔➤►▶»>✓✔\uf0b7\uf0a7\uf0d8☐☑*-][ \t]+(?:\[[ xX]?\][ \t]+)?(?=\S)"
)
_ASTERISKS = re.compile(r"(?<![*\w])\*([^*\s](?:[^*\n]{0,80}[^*\s])?)\*(?![*\w])")
_MARKDOWN_HEADING = re.compile(r"^(#{1,4}) +(?=\S)")

LONGEST_SEARCHED = 6000  # characters; bounds the time that a hostile paragraph can take


@dataclass(frozen=True)
class Run:
    """A stretch of text in one formatting."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False


@dataclass(frozen=True)
class Cell:
    """Where in which table a line stands; all numbers count from 0, `column` in grid columns."""

    table: int
    row: int
    column: int
    span: int = 1


@dataclass(frozen=True)
class Line:
    """One paragraph, or a piece of one between hard line breaks.

    `number` is the one that Word counts, never one that was typed. `level` is 1–9 for headings by
    style, else 0. `cell` is None outside tables. `role` is what the table's columns say it is:
    "title", "people" (a label or name of an attendance table) or "". `source` is the line's place
    in the file's text as it is shown beside the reading, -1 for lines made up by the reader.
    """

    runs: tuple[Run, ...]
    style: str = ""
    level: int = 0
    number: str = ""
    bullet: bool = False
    list_level: int = 0
    cell: Cell | None = None
    role: str = ""
    source: int = -1

    @cached_property
    def text(self) -> str:
        """All text, hard line breaks as newlines, without white space around it."""
        return "".join(run.text for run in self.runs).strip()

    @cached_property
    def is_endless(self) -> bool:
        """Whether the line is longer than any that says more than plain text: no search in it."""
        return len(self.text) > LONGEST_SEARCHED

    @cached_property
    def flat(self) -> str:
        """All text on one line."""
        return one_line(self.text)

    def _all(self, name: str) -> bool:
        seen = [run for run in self.runs if re.search(r"[^\W\d_]", run.text)]
        return bool(seen) and all(getattr(run, name) for run in seen)

    @cached_property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return self._all("bold")

    @cached_property
    def italic(self) -> bool:
        """Whether every word is italic."""
        return self._all("italic")

    @cached_property
    def underlined(self) -> bool:
        """Whether every word is underlined."""
        return self._all("underlined")

    @cached_property
    def capitals(self) -> bool:
        """Whether every letter is a capital, typed or by formatting, in a word of four or more."""
        return self._all("capitals") or (
            self.text.isupper() and re.search(r"[A-Z]{4}", self.text) is not None
        )

    @cached_property
    def emphasised(self) -> bool:
        """Whether the whole line stands out as a heading would."""
        return self.bold or self.underlined or self.capitals

    @cached_property
    def lead(self) -> str:
        """The bold or underlined words at the start when the rest is neither, else ""."""
        if self.bold or self.underlined:
            return ""
        words = ""
        for run in self.runs:
            if run.text.strip() and not (run.bold or run.underlined):
                break
            words += run.text
        return words.strip()

    @cached_property
    def pieces(self) -> tuple[Line, ...]:
        """The line cut at its hard line breaks; only the first piece keeps the number."""
        if "\n" not in self.text:
            return (self,)
        rows: list[list[Run]] = [[]]
        for run in self.runs:
            first, *others = run.text.split("\n")
            rows[-1].append(replace(run, text=first))
            rows.extend([replace(run, text=other)] for other in others)
        pieces = [replace(self, runs=tuple(row), level=self.level) for row in rows]
        pieces = [piece for piece in pieces if piece.text]
        return tuple(
            piece if at == 0 else replace(piece, number="", bullet=False)
            for at, piece in enumerate(pieces)
        )

    def from_character(self, start: int) -> Line:
        """The line without its first `start` characters of `text`, and without its number."""
        rest: list[Run] = []
        skip = (
            start
            + len("".join(run.text for run in self.runs))
            - len("".join(run.text for run in self.runs).lstrip())
        )
        for run in self.runs:
            rest.append(replace(run, text=run.text[skip:]))
            skip = max(0, skip - len(run.text))
        return replace(self, runs=tuple(rest), number="", bullet=False)

    def up_to_character(self, end: int) -> Line:
        """The first `end` characters of `text` as a line, with the number."""
        kept: list[Run] = []
        raw = "".join(run.text for run in self.runs)
        left = end + len(raw) - len(raw.lstrip())
        for run in self.runs:
            kept.append(replace(run, text=run.text[:left]))
            left = max(0, left - len(run.text))
        return replace(self, runs=tuple(kept))


def plain_line(text: str, cell: Cell | None = None) -> Line:
    """A line without formatting."""
    return Line(runs=(Run(text),), cell=cell)


def tidied(line: Line) -> Line:
    """The line in clean characters; asterisks, typed bullets and hashes become what they mean."""
    runs = [replace(run, text=clean(run.text)) for run in line.runs]
    line = replace(line, runs=tuple(run for run in runs if run.text))
    if "**" in line.text:
        line = replace(line, runs=tuple(_without_asterisks(line.runs)))
    if _ASTERISKS.search(line.text):
        line = replace(
            line,
            runs=tuple(replace(one, text=_ASTERISKS.sub(r"\1", one.text)) for one in line.runs),
        )
    hashes = _MARKDOWN_HEADING.match(line.text)
    if hashes and not line.level:
        return replace(line.from_character(hashes.end()), level=len(hashes.group(1)))
    typed = _LITERAL_BULLET.match(line.text)
    if typed:
        return replace(line.from_character(typed.end()), bullet=True, number=line.number)
    return line


def _without_asterisks(runs: tuple[Run, ...]) -> Iterator[Run]:
    """Runs without "**"; the words between a pair are bold, an odd one is a footnote mark."""
    pairs = sum(run.text.count("**") for run in runs) % 2 == 0
    inside = False
    for run in runs:
        for at, piece in enumerate(run.text.split("**")):
            inside = not inside if at else inside
            if piece:
                yield replace(run, bold=run.bold or (pairs and inside), text=piece)
