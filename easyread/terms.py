"""Finding the words of the jargon buster in a text.

Pure: text and terms in, places out. One pass over the words of the text with one look-up each, so
the time grows with the text and not with the number of terms.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\w+|&")
# What may stand between two words of a term: “carer's”, “carers' assessment”, “co-chair”.
_GAP = re.compile(r"['’]?(?:\s+|[-‐‑])?")
_NUMBER = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|few))\s*$",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 12  # characters before a word in which its number is looked for
_TIMES = frozenset({"minute", "minutes"})
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'’]*)[^\S\n]+$")
_WORD_AFTER = re.compile(r"['’]?[^\S\n]+([^\W\d_]\w*)")
_LONGEST_NEIGHBOUR = 40  # characters in which the words beside a term are looked for
# They begin a sentence, not a name.
_OPENERS = frozenset(
    {"a", "all", "an", "any", "at", "both", "by", "each", "every", "few", "for", "from", "has"}
    | {"her", "his", "if", "in", "is", "its", "many", "more", "most", "my", "no", "of", "on"}
    | {"one", "our", "some", "that", "the", "their", "these", "this", "those", "to", "two"}
    | {"we", "what", "when", "who", "with", "your"}
)
# They stand before the name of a person: “Councillor Ada Brown”.
_TITLES = frozenset(
    {"councillor", "councillors", "cllr", "cllrs", "co-chair", "deputy", "advocate"}
)


@dataclass(frozen=True)
class Term:
    """A word of the jargon buster; ``forms`` are its other spellings."""

    pk: int
    slug: str
    word: str
    forms: tuple[str, ...] = ()
    explanation: str = ""


@dataclass(frozen=True)
class Match:
    """``text[start:end]`` is a use of the term."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class _Spelling:
    """One way to write a term: its words in small letters, and which of them must be as they are
    (initials: “IT” is not “it”)."""

    words: tuple[str, ...]
    exact: tuple[str | None, ...]
    term: Term


class TermIndex:
    """Terms made ready for finding them. Of two terms with the same spelling the first has it."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.terms = tuple(terms)
        self._by_first: dict[str, list[_Spelling]] = {}
        known: set[tuple[str, ...]] = set()
        written = [(spelling, term) for term in terms for spelling in (term.word, *term.forms)]
        plural = [(more, term) for spelling, term in written if (more := plural_of(spelling))]
        # What somebody wrote goes before what follows from it.
        for spelling, term in [*written, *plural]:
            found = _Spelling(*_words_of(spelling), term)
            if found.words and (key := tuple(map(_key, found.words, found.exact))) not in known:
                known.add(key)
                self._by_first.setdefault(found.words[0], []).append(found)
        for spellings in self._by_first.values():
            spellings.sort(key=lambda each: -len(each.words))

    def find(self, text: str) -> Iterator[Match]:
        """The uses of terms from the left, the longest first; none overlaps another."""
        begins = self._by_first
        end = 0
        for token in _TOKEN.finditer(text):
            spellings = begins.get(token[0].lower())
            if spellings is None or token.start() < end:
                continue
            for spelling in spellings:
                reached = _reach(spelling, text, token)
                if reached and not _is_a_time(spelling, text, token.start()):
                    yield Match(spelling.term, token.start(), reached)
                    end = reached
                    break


def find_terms(text: str, terms: Sequence[Term]) -> list[Match]:
    """Every use of a term in ``text``, from the left; see `TermIndex`.

    Whole words only, in any form and in the plural; the longest term wins. Small and capital
    letters are the same but for initials.
    """
    return list(index_of(tuple(terms)).find(text))


@lru_cache(maxsize=8)
def index_of(terms: tuple[Term, ...]) -> TermIndex:
    """The same terms are made ready once."""
    return TermIndex(terms)


def is_within_a_name(match: Match, text: str, *, before: str = "", after: str = "") -> bool:
    """“Carers Partnership Board”: neither its carers nor its partnership board are the word.

    So is everything that is written large, is small by itself, and stands beside another word that
    is written large. What is always written large, such as NHS, is a name of its own. ``before``
    and ``after`` are what one reads beside ``text``.
    """
    found = text[match.start : match.end]
    if not found[0].isupper() or match.term.word[0].isupper() or is_initials(found.split()[0]):
        return False
    left = before + text[max(0, match.start - _LONGEST_NEIGHBOUR) : match.start]
    word = _WORD_BEFORE.search(left[-_LONGEST_NEIGHBOUR:])
    if word and word[1][0].isupper() and word[1].lower() not in _OPENERS:
        return True
    word = _WORD_AFTER.match(text[match.end : match.end + _LONGEST_NEIGHBOUR] + after)
    return bool(word and word[1][0].isupper() and found.lower() not in _TITLES)


def plural_of(spelling: str) -> str:
    """The plural by the ordinary rules, of a phrase that of its last word; "" if there is none."""
    if not spelling or not spelling[-1].isalpha() or spelling[-1] in "sS":
        return ""
    if is_initials(spelling.rsplit(maxsplit=1)[-1]):
        return f"{spelling}s"
    if spelling[-1] == "y" and spelling[-2:-1] not in set("aeiou"):
        return f"{spelling[:-1]}ies"
    if spelling.endswith(("x", "ch", "sh")):
        return f"{spelling}es"
    return f"{spelling}s"


def spellings_of(word: str, forms: str) -> list[str]:
    """The word and its forms, as they are kept: with semicolons, or a line each."""
    parts = re.split(r"[;\n]", forms)
    return [text for part in (word, *parts) if (text := " ".join(part.split()))]


def same_spelling(spelling: str) -> tuple[str, ...]:
    """What two spellings have in common that cannot be told from each other in a text."""
    return tuple(map(_key, *_words_of(spelling)))


def is_initials(word: str) -> bool:
    """NHS and GPs are read letter by letter; Council is not."""
    return sum(letter.isupper() for letter in word) > 1


def _words_of(spelling: str) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    tokens = _TOKEN.findall(spelling)
    words = tuple(token.lower() for token in tokens)
    # Of “R&D” no single part is initials, but all of it is.
    whole = "&" in tokens and is_initials(spelling)
    exact = tuple(token if whole or is_initials(token) else None for token in tokens)
    return words, exact


def _key(word: str, exact: str | None) -> str:
    return exact or word


def _reach(spelling: _Spelling, text: str, first: re.Match[str]) -> int:
    """Where this spelling ends if it begins with the word ``first``, else 0."""
    if spelling.exact[0] not in (None, first[0]):
        return 0
    at = first.end()
    for place in range(1, len(spelling.words)):
        gap = _GAP.match(text, at)
        begin = gap.end() if gap else at
        token = _TOKEN.match(text, begin)
        if token is None or token[0].lower() != spelling.words[place]:
            return 0
        if spelling.exact[place] not in (None, token[0]):
            return 0
        at = token.end()
    return at


def _is_a_time(spelling: _Spelling, text: str, start: int) -> bool:
    """“Ten minutes” are a time, not a paper."""
    if spelling.words[-1] not in _TIMES or len(spelling.words) > 1:
        return False
    return bool(_NUMBER.search(text[max(0, start - _LONGEST_NUMBER) : start]))
