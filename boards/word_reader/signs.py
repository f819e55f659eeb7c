"""Signs with which an owner is set off: "Ring the shop → Bo", "Bo | ring", "{Bo}", "@Bo"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .due import is_only_due
from .labels import tag_of
from .lines import Line
from .owner_names import divided, is_owner_only
from .people import Roster

_SIGN = re.compile(r"\s*(?:→|⇒|➔|➜|->|=>|>>|»|\.{3,}|…|\s=\s|\s\|\s|\s~\s|\s>\s|\s\*\s|\t)\s*")
_BRACKETS = re.compile(r"[<{«](?P<who>[^<>{}«»]{1,60})[>}»]")
_AT = re.compile(r"(?<!\w)@(?=[A-Z])")
_WORD_INSIDE = re.compile(
    r"(?P<open>[(\[])\s*(?:action(?:ed)?|lead|owner|for|by|from)(?:\s+by)?\s+(?P<who>[A-Z][^()\[\]]{0,60})(?=[)\]]\s*\.?$)",
    re.IGNORECASE,
)


def with_plain_signs(text: str, roster: Roster) -> str:
    """`text` with the usual dash or brackets where another sign sets off somebody known."""
    text = _AT.sub("", text)
    text = _BRACKETS.sub(lambda match: _bracketed(match, roster), text)
    text = _WORD_INSIDE.sub(
        lambda match: (
            f"{match['open']}{match['who']}" if _knows(match["who"], roster) else match[0]
        ),
        text,
    )
    pieces = [one for one in _SIGN.split(text) if one.strip()]
    if len(pieces) < 2:
        return text
    last = len(pieces) - (2 if len(pieces) > 2 and is_only_due(pieces[-1]) else 1)
    if _knows(pieces[0], roster) and not _knows(pieces[1], roster):
        return " – ".join(pieces)
    return " – ".join(pieces) if _knows(pieces[last], roster) else text


def tabs_before_owners(lines: Sequence[tuple[int, Line]], roster: Roster) -> dict[int, Line]:
    """The actions whose owner stands behind a tab, with a dash instead of it."""
    return {
        at: _with_dash(line)
        for at, line in lines
        if "\t" in line.text
        and not line.is_endless
        and _knows(line.text.rpartition("\t")[2], roster)
        and tag_of(line.flat).kind == "action"
        and len(line.text.rpartition("\t")[0].split()) > 2
    }


def _with_dash(line: Line) -> Line:
    runs = tuple(replace(one, text=one.text.replace("\t", " – ")) for one in line.runs)
    return replace(line, runs=runs)


def _bracketed(match: re.Match[str], roster: Roster) -> str:
    return f"({match['who']})" if _knows(match["who"], roster) else match[0]


def _knows(text: str, roster: Roster) -> bool:
    """Whether the words name people of the attendance, or a role, and nothing else."""
    bare = text.strip(" .:;()[]")
    return (
        bool(bare)
        and is_owner_only(bare, roster)
        and all(
            roster.knows(one) or len(one.split()) == 1 or one.lower().startswith("the ")
            for one in divided(bare)
        )
    )
