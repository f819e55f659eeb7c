"""Rules 1 to 4: how long a sentence is, and how much is in it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from easyread.plainwords import lists
from easyread.plainwords.findings import Finding, Severity
from easyread.plainwords.passages import Passage
from easyread.plainwords.splitting import Word

LONGEST = 15
MUCH_TOO_LONG = 20
SHORT = 12

_JOINING = frozenset(["and", "but", "so", "or"])
_SOMEBODY = lists.grammar("somebody")
_VERBS = lists.grammar("small verbs")
_PAST = lists.irregular_participles()
_EXPLAINS = frozenset(["is", "are", "means", "mean"])
_NEEDS_SOMEBODY = frozenset(["as", "provided", "since", "until"])
_ASKS = frozenset(
    ["out", "know", "ask", "asks", "asked", "choose", "decide", "say", "tell", "about"]
)
_ALWAYS_INSIDE = lists.grammar("always inside")
_INSIDE_LONG = lists.grammar("inside when long")


def length(passage: Passage) -> Iterator[Finding]:
    """Rule 1: 15 words at most; more than 20 is much too long."""
    count = len(passage.words)
    if count > LONGEST:
        severity = Severity.STRONG if count > MUCH_TOO_LONG else Severity.WARN
        parts = "two sentences" if count <= 2 * LONGEST else "several sentences"
        advice = f"This sentence has {count} words. Make {parts} of it."
        yield passage.about_all(1, severity, advice)


def one_idea(passage: Passage) -> Iterator[Finding]:
    """Rule 2: joined sentences, semicolons, more than one comma."""
    text, start = passage.text, passage.sentence.start
    semicolon = text.find(";", start, passage.sentence.end)
    if semicolon >= 0:
        advice = "Put a full stop in place of the semicolon, and begin a new line."
        yield passage.finding(2, Severity.WARN, semicolon, semicolon + 1, advice)
    if _commas(passage) >= 2:
        advice = "There are many commas here. Make a sentence of each part, or a list."
        yield passage.about_all(2, Severity.HINT, advice)
    several = passage.words
    for place in range(2, len(several) - 1) if len(several) > SHORT else ():
        if several[place].lower in _JOINING and _joins_sentences(several, place):
            word = several[place]
            advice = f"Two ideas are joined here by “{word.lower}”. Make a sentence of each."
            yield passage.about(2, Severity.HINT, word, advice)
            break


def _joins_sentences(several: tuple[Word, ...], place: int) -> bool:
    """Whether "and" has a verb on either side: "Ann and the doctor" are one idea."""
    then = several[place + 1].lower
    if then in _SOMEBODY:
        return True
    before = any(_is_verb(word.lower) for word in several[:place])
    return before and any(word.lower in _VERBS for word in several[place + 2 : place + 6])


def _is_verb(word: str) -> bool:
    return word in _VERBS or (word.endswith("ed") and len(word) > 4) or word in _PAST


def _commas(passage: Passage) -> int:
    """Commas of the sentence but for those inside numbers."""
    piece = passage.sentence.text
    return piece.count(", ") + piece.count(",\n")


def starts_a_line(passage: Passage) -> Iterator[Finding]:
    """Rule 3: one sentence a line."""
    if not passage.opens_line:
        yield passage.about_all(3, Severity.HINT, "Begin a new line with this sentence.")


def no_clause_inside(passage: Passage) -> Iterator[Finding]:
    """Rule 4: a sentence inside another; short ones with "who" or "if" are understood."""
    long = len(passage.words) > SHORT
    for place, (before, word) in enumerate(pairwise(passage.words), start=1):
        if word.lower == "which" and before.lower in _ASKS:
            continue
        if before.lower in _EXPLAINS and word.lower in ("when", "where"):
            continue  # "A vote is when people choose."
        if word.lower in _NEEDS_SOMEBODY and not _somebody_follows(passage, place):
            continue  # "until Monday", "the council provided a bus"
        if word.lower in _ALWAYS_INSIDE or (long and word.lower in _INSIDE_LONG):
            advice = (
                f"A second sentence begins at “{word.lower}”. Make a sentence of its own of it."
            )
            yield passage.about(4, Severity.HINT, word, advice)
            break
    opened = passage.text.find("(", passage.sentence.start, passage.sentence.end)
    closed = passage.text.find(")", opened, passage.sentence.end) if opened >= 0 else -1
    if closed >= 0 and sum(opened < word.start < closed for word in passage.words) >= 3:
        advice = "Make a sentence of its own of what stands in brackets."
        yield passage.finding(4, Severity.HINT, opened, closed + 1, advice)


def _somebody_follows(passage: Passage, place: int) -> bool:
    then = passage.words[place + 1].lower if place + 1 < len(passage.words) else ""
    return then == "that" or then in _SOMEBODY


CHECKS = (length, one_idea, starts_a_line, no_clause_inside)
