"""What a check says: which rule, where in the text, how much it matters and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters. None of them stops anybody from publishing."""

    HINT = "hint"
    WARN = "warn"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One piece of advice.

    `start` and `end` are offsets in characters into the text that was given (0 and 0 when it is
    about the whole of it), `words` is what stands there, at most 80 characters of it.
    """

    rule: int
    severity: Severity
    start: int
    end: int
    words: str
    advice: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that a site knows, in lower case.

    `allowed` are never hard here; `explained` stand with their forms in the site's word list, and
    may be of several words ("hate crime").
    """

    allowed: frozenset[str] = frozenset()
    explained: frozenset[str] = frozenset()


LONGEST_QUOTE = 80


def shortened(words: str) -> str:
    """Words to quote in advice: one line, at most 80 characters."""
    plain = " ".join(words[: 4 * LONGEST_QUOTE].split())
    return plain if len(plain) <= LONGEST_QUOTE else f"{plain[: LONGEST_QUOTE - 1]}…"
