"""Which pictures fit some words: an index of names and other words by their lemmas. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from easyread.plainwords import content_words, lemma, says_little

LONGEST_SEARCH = 200
LONGEST_TEXT = 2_000
MOST_WORDS_IN_A_NAME = 6
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SINGLE_LETTER = re.compile(r"\b([^\W\d_])-(?=[^\W\d_])")
Words = tuple[str, ...]


class Fit(IntEnum):
    """How well a picture fits what is looked for; the smaller the better."""

    NAME = 0
    OTHER_WORD = 1
    LEMMA_OF_NAME = 2
    LEMMA_OF_OTHER_WORD = 3
    NAME_BEGINS = 4
    OTHER_WORD_BEGINS = 5
    ALL_WORDS = 6
    MENTIONED = 7
    PART_OF_NAME = 8
    PART_OF_OTHER_WORD = 9


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One name or other word of a picture: as typed in small letters, and by lemmas."""

    text: str
    lemmas: Words
    is_name: bool


def plain(words: str) -> str:
    """Small letters and single spaces, "e-mail" as "email", other hyphens as spaces."""
    joined = _SINGLE_LETTER.sub(r"\1", words.replace("’", "'").replace("\0", ""))
    return " ".join(joined.replace("-", " ").lower().split())


def lemmas(words: str) -> Words:
    return tuple(lemma(token) for token in _TOKEN.findall(plain(words)))


class PictureWords:
    """The names and other words of all pictures, to be built once and asked often."""

    def __init__(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """``rows`` holds each picture's key, name and other words with semicolons between."""
        self._phrases: dict[int, list[_Phrase]] = {}
        self._by_lemmas: dict[Words, dict[int, bool]] = defaultdict(dict)
        self._names: dict[int, str] = {}
        for key, name, words in rows:
            self._add(key, name, words)

    def _add(self, key: int, name: str, words: str) -> None:
        self._names[key] = plain(name)
        phrases = [(name, True), *((word, False) for word in words.split(";"))]
        self._phrases[key] = [
            _Phrase(plain(text), lemmas(text), is_name) for text, is_name in phrases if plain(text)
        ]
        for phrase in self._phrases[key]:
            if phrase.lemmas:
                found = self._by_lemmas[phrase.lemmas]
                found[key] = found.get(key, False) or phrase.is_name

    def find(self, words: str, *, limit: int) -> list[int]:
        """The keys of the pictures that fit a search, best first; none for an empty one."""
        text = plain(words[:LONGEST_SEARCH])
        if not text:
            return []
        asked = lemmas(text)
        mentioned = set(self._mentioned(text))
        fits: list[tuple[int, int, str, int]] = []
        for key, phrases in self._phrases.items():
            fit = min((_fit(phrase, text, asked) for phrase in phrases), default=_NOT_AT_ALL)
            if fit > Fit.ALL_WORDS and _all_words(phrases, asked):
                fit = Fit.ALL_WORDS
            if key in mentioned:
                fit = min(fit, Fit.MENTIONED)
            if fit != _NOT_AT_ALL:
                fits.append((fit, len(self._names[key]), self._names[key], key))
        return [key for *_, key in sorted(fits)[:limit]]

    def suggest(self, text: str, *, most: int) -> list[int]:
        """The keys of pictures for what a sentence is about, one for each thing at first.

        Names of several words come before those of one, nouns before other words; words that say
        little ("look at", "the board", "a year") come after all of these.
        """
        return self._mentioned(text[:LONGEST_TEXT])[:most]

    def _mentioned(self, text: str) -> list[int]:
        tokens = lemmas(text)
        weights = {word: place for place, word in enumerate(content_words(plain(text)))}
        several: list[Words] = []
        single: list[Words] = []
        covered: set[int] = set()
        for size in range(min(MOST_WORDS_IN_A_NAME, len(tokens)), 1, -1):
            for start in range(len(tokens) - size + 1):
                words = tokens[start : start + size]
                places = set(range(start, start + size))
                is_new = words in self._by_lemmas and not places & covered
                if is_new and any(word in weights for word in words):
                    several.append(words)
                    covered |= places
        hidden = {tokens[place] for place in covered}
        for word in sorted(weights, key=lambda each: (each in hidden, weights[each])):
            if (word,) in self._by_lemmas:
                single.append((word,))
        found = sorted([*several, *single], key=_says_little)
        return self._one_each_first(found)

    def _one_each_first(self, found: list[Words]) -> list[int]:
        """The best picture for each, then the next best for each, and so on."""
        rows = [self._best(words) for words in found]
        keys: dict[int, None] = {}
        for rank in range(max(map(len, rows), default=0)):
            for row in rows:
                if rank < len(row):
                    keys.setdefault(row[rank])
        return list(keys)

    def _best(self, words: Words) -> list[int]:
        """Those with this name, then those with this other word; short names first."""
        found = self._by_lemmas[words]
        return sorted(found, key=lambda key: (not found[key], len(self._names[key]), key))


_NOT_AT_ALL = 99


def _says_little(words: Words) -> bool:
    return all(says_little(word) for word in words)


def _fit(phrase: _Phrase, text: str, asked: Words) -> int:
    is_name = phrase.is_name
    if phrase.text == text:
        return Fit.NAME if is_name else Fit.OTHER_WORD
    if asked and phrase.lemmas == asked:
        return Fit.LEMMA_OF_NAME if is_name else Fit.LEMMA_OF_OTHER_WORD
    if phrase.text.startswith(text):
        return Fit.NAME_BEGINS if is_name else Fit.OTHER_WORD_BEGINS
    if len(text) > 3 and text in phrase.text:
        return Fit.PART_OF_NAME if is_name else Fit.PART_OF_OTHER_WORD
    return _NOT_AT_ALL


def _all_words(phrases: list[_Phrase], asked: Words) -> bool:
    """Whether each word of a search begins a word of the picture, in any order."""
    if len(asked) < 2:
        return False
    known = {word for phrase in phrases for word in phrase.lemmas}
    return all(any(word.startswith(part) for word in known) for part in asked)
