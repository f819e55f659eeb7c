"""Rule 10: the same word for the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from easyread.plainwords import lists
from easyread.plainwords.findings import Finding, Severity, shortened
from easyread.plainwords.passages import phrase_index, phrases_in
from easyread.plainwords.splitting import words


@cache
def _groups() -> dict[str, tuple[int, str]]:
    """Each word and its plural: the number of its group, and the word of the list."""
    found: dict[str, tuple[int, str]] = {}
    for number, group in enumerate(lists.synonyms()):
        for word in group:
            for form in (word.lower(), f"{word.lower()}s"):
                found.setdefault(form, (number, word))
    return found


def uses(text: str) -> Iterator[tuple[int, str, int, int]]:
    """Where a text uses a word that has synonyms: group, word of the list, start and end."""
    split = tuple(words(text))
    for first, behind in phrases_in(split, phrase_index(frozenset(_groups()))):
        phrase = " ".join(word.lower for word in split[first:behind])
        number, word = _groups()[phrase]
        yield number, word, split[first].start, split[behind - 1].end


def in_one_text(text: str) -> list[Finding]:
    """A finding for each second word for the same thing, at its first place."""
    first: dict[int, str] = {}
    told: set[tuple[int, str]] = set()
    found = []
    for number, word, start, end in uses(text):
        earlier = first.setdefault(number, word)
        if word != earlier and (number, word) not in told:
            told.add((number, word))
            found.append(
                Finding(
                    10,
                    Severity.HINT,
                    start,
                    end,
                    shortened(text[start:end]),
                    advice(number, earlier, word),
                )
            )
    return found


def advice(number: int, earlier: str, word: str) -> str:
    """Which of two words to keep: the first of the group, if it is one of them."""
    best = lists.synonyms()[number][0]
    keep = best if best in (earlier, word) else earlier
    return f"“{earlier}” and “{word}” mean the same here. Always say “{keep}”."
