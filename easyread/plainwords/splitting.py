"""Text in sentences and words, with the place of each in the text that was given."""

from __future__ import annotations

import re
from dataclasses import dataclass

from easyread.plainwords import lists

# A stop, and the quotes and brackets that close after it. Looking back keeps long rows of dots
# linear: only the first of a row is ever tried.
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s|$)")
LINE_ENDS = frozenset("\n\r\v\f\x85\u2028\u2029")
_LINE = re.compile(f"[^{''.join(sorted(LINE_ENDS))}]+")
_WORD = re.compile(r"[^\W_]+(?:['’\-‑&][^\W_]+)*+")
_LAST_TOKEN = 24
_TITLES = lists.grammar("titles")
_BEFORE_NUMBER = lists.grammar("before a number")
_ABBREVIATIONS = lists.grammar("abbreviations")
_MONEY = frozenset("£$€")
_AT_THE_END = frozenset(["etc", "ltd", "plc", "inc", "co"])


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands: `text == given[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in the text given; `lower` has straight apostrophes."""

    text: str
    lower: str
    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text; every line that is not empty is at least one.

    Linear in the length of the text.
    """
    found: list[Sentence] = []
    for line in _LINE.finditer(text):
        begin = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends_here(text, begin, stop, line.end()):
                _append(found, text, begin, stop.end())
                begin = stop.end()
        _append(found, text, begin, line.end())
    return found


def _append(found: list[Sentence], text: str, start: int, end: int) -> None:
    """Keep what stands between, less the space around it, if anything does."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    if piece:
        found.append(Sentence(piece, start, start + len(piece)))


def _ends_here(text: str, begin: int, stop: re.Match[str], line_end: int) -> bool:
    """Whether a stop ends a sentence: a full stop may belong to an abbreviation or a number."""
    if stop.group()[0] != ".":
        return True
    rest = text[stop.end() : min(stop.end() + 40, line_end)].lstrip(" \t\u00a0\"'“‘([")
    before = text[max(begin, stop.start() - _LAST_TOKEN) : stop.start()].split()
    token = before[-1].lstrip("\"'“‘([") if before else ""
    if not token:
        return bool(text[begin : stop.start()].strip())
    numbers_a_list = token.isdigit() and not text[begin : stop.start() - len(token)].strip()
    return not numbers_a_list and not _goes_on(token, rest[:1])


def _goes_on(token: str, follows: str) -> bool:
    """Whether the sentence goes on after a token with a full stop, seeing what follows."""
    plain = token.lower()
    if plain in _TITLES or (len(token) == 1 and token.isupper()):
        return follows.isupper()  # Dr. Patel, J. Smith
    if plain in _BEFORE_NUMBER:
        return follows.isdigit() or follows in _MONEY
    if plain in _ABBREVIATIONS:
        return plain not in _AT_THE_END or not follows.isupper()
    return follows.islower()


def words(text: str, start: int = 0) -> list[Word]:
    """The words of a text that stands at `start` of another; figures count as words."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        lower = word.lower().replace("’", "'").replace("‑", "-")
        found.append(Word(word, lower, start + match.start(), start + match.end()))
    return found
