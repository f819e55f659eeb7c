"""The text of a file as it stands beside the reading: each line knows where it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from .lines import Line


def with_sources(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines with their `source`, and the text that it counts in: a paragraph or row each.

    A table row is one entry, "a | b | c", unless a cell of it holds several paragraphs.
    """
    found: list[Line] = []
    texts: list[str] = []
    for _, group in groupby(lines, key=_row_of):
        row = list(group)
        filled = [line for line in row if line.text]
        if row[0].cell and len({line.cell for line in filled}) == len(filled):
            if filled:
                texts.append(" | ".join(_shown(line) for line in filled))
            found.extend(replace(line, source=len(texts) - 1) for line in row)
            continue
        for line in row:
            if line.text:
                texts.append(_shown(line))
            found.append(replace(line, source=len(texts) - 1))
    return found, tuple(texts)


def _row_of(line: Line) -> tuple[int, int]:
    return (line.cell.table, line.cell.row) if line.cell else (0, 0)


def _shown(line: Line) -> str:
    return f"{line.number} {line.flat}".strip()
