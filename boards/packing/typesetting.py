"""The pages of a pack that are ours, set by typst: agenda, contents, a sheet before each paper."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typst

from easyread.printing.typesetting import (
    fonts,
    in_our_typefaces,
    lacks_some_of,
    without_unprintable,
)

SHEETS = Path(__file__).resolve().parent / "sheets"
ADDRESS = "address"  # where a link leads, to the letter; what is shown of it is another value
UNSHOWN = "Some letters or signs cannot be shown in this file. In their place stands what they are."


def set_sheet(name: str, data: dict[str, Any]) -> bytes:
    """The PDF of one of our sheets; ``data`` are words, and stay words.

    The sheet can say ``unshown``: that it lacks letters, where it does.
    """
    shown = _shown(data) | {"unshown": unshown(*_words(data))}
    return typst.compile(
        str(SHEETS / f"{name}.typ"),
        root=str(SHEETS),
        font_paths=fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(shown)},
    )


def unshown(*words: str) -> str:
    """Says that letters of these words are in none of our typefaces; "" where all are."""
    return UNSHOWN if lacks_some_of(" ".join(words)) else ""


def _shown(value: Any, name: str = "") -> Any:
    if isinstance(value, str):
        return value if name == ADDRESS else in_our_typefaces(without_unprintable(value))
    if isinstance(value, dict):
        return {name: _shown(inner, name) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(inner) for inner in value]
    return value


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _words(inner)
