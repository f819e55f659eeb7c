"""The pages of a pack that are ours, set by typst: agenda, contents, a sheet before each paper."""

import json
from pathlib import Path
from typing import Any

import typst

from easyread.printing.typesetting import fonts, without_unprintable

SHEETS = Path(__file__).resolve().parent / "sheets"
LONGEST_UNBROKEN = 24
MAY_BREAK = "\u200b"


def set_sheet(name: str, data: dict[str, Any]) -> bytes:
    """The PDF of one of our sheets; ``data`` are words, and stay words."""
    return typst.compile(
        str(SHEETS / f"{name}.typ"),
        root=str(SHEETS),
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(_clean(data))},
    )


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, dict):
        return {name: _clean(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(inner) for inner in value]
    return value


def printable(words: str) -> str:
    """Without signs that print nothing; very long words may break across lines."""
    return " ".join(_breakable(word) for word in without_unprintable(words).split(" "))


def _breakable(word: str) -> str:
    if len(word) <= LONGEST_UNBROKEN:
        return word
    pieces = range(0, len(word), LONGEST_UNBROKEN)
    return MAY_BREAK.join(word[start : start + LONGEST_UNBROKEN] for start in pieces)
