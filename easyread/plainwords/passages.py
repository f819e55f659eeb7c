"""One sentence as the rules see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from easyread.plainwords.findings import Finding, Severity, Vocabulary, shortened
from easyread.plainwords.splitting import Sentence, Word


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with its words, the sentence after it, and what the writer and the site know."""

    text: str
    sentence: Sentence
    words: tuple[Word, ...]
    opens_line: bool
    following: str
    vocabulary: Vocabulary
    bold: frozenset[str]

    def finding(self, rule: int, severity: Severity, start: int, end: int, advice: str) -> Finding:
        """A finding about what stands between two offsets of the whole text."""
        words = shortened(self.text[start : min(end, start + 400)])
        return Finding(rule, severity, start, end, words, advice)

    def about_all(self, rule: int, severity: Severity, advice: str) -> Finding:
        """A finding about the whole sentence."""
        return self.finding(rule, severity, self.sentence.start, self.sentence.end, advice)

    def about(self, rule: int, severity: Severity, word: Word, advice: str) -> Finding:
        """A finding about one word."""
        return self.finding(rule, severity, word.start, word.end, advice)


Check = Callable[[Passage], Iterator[Finding]]


def phrases_in(
    words: tuple[Word, ...], index: dict[str, tuple[tuple[str, ...], ...]]
) -> Iterator[tuple[int, int]]:
    """Where phrases of an index stand: places of the first word and behind the last.

    The longest phrase wins, and no word belongs to two.
    """
    place = 0
    while place < len(words):
        length = max(
            (
                len(phrase)
                for phrase in index.get(words[place].lower, ())
                if phrase == tuple(word.lower for word in words[place : place + len(phrase)])
            ),
            default=0,
        )
        if length:
            yield place, place + length
        place += length or 1


@lru_cache(maxsize=64)
def phrase_index(phrases: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases in lower case by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        split = tuple(phrase.lower().replace("’", "'").split())
        if split:
            found.setdefault(split[0], []).append(split)
    return {first: tuple(several) for first, several in found.items()}
