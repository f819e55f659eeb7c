"""Rules 6, 7, 9, 10, 18 and 29: hard words, first letters, synonyms, padding and capitals."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from easyread.plainwords import lists
from easyread.plainwords.everyday import LONG, is_everyday, may_be_a_name, plainer
from easyread.plainwords.findings import Finding, Severity
from easyread.plainwords.lemmas import lemma
from easyread.plainwords.passages import Passage, phrase_index, phrases_in
from easyread.plainwords.splitting import Word

_PADDING = frozenset(lists.padding())
_KNOWN_INITIALS = lists.grammar("known initials")
_EXPLAINS = frozenset(["means", "mean", "is", "are", "was", "helps", "tells", "says"])
_FIRST_LETTERS = 7


def hard_words(passage: Passage) -> Iterator[Finding]:
    """Rules 6 and 7: words that are not everyday; each is told once a sentence."""
    explained = phrase_index(passage.vocabulary.explained)
    covered: set[int] = set()
    for first, behind in phrases_in(passage.words, explained):
        covered.update(range(first, behind))
        yield from _explained_but_not_bold(passage, first, behind)
    for first, behind in phrases_in(passage.words, phrase_index(_PADDING)):
        covered.update(range(first, behind))  # rule 18 says what to write in its place
    told: set[str] = set()
    for place, word in enumerate(passage.words):
        plain = word.lower
        if place in covered or plain in told or not _is_hard(passage, place):
            continue
        told.add(plain)
        yield from _about_hard_word(passage, word)


def _is_hard(passage: Passage, place: int) -> bool:
    word = passage.words[place]
    plain = word.lower.removesuffix("'s").removesuffix("'")
    if len(plain) < 3 or not plain.replace("-", "").replace("'", "").isalpha():
        return False
    if word.text.isupper() or is_everyday(plain) or _is_in_address(passage.text, word):
        return False
    allowed = passage.vocabulary.allowed
    if plain in allowed or lemma(plain) in allowed or lemma(plain) in passage.vocabulary.explained:
        return False
    return not (word.text[0].isupper() and may_be_a_name(plain, first=place == 0))


def _is_in_address(text: str, word: Word) -> bool:
    """Whether a word is a part of a web or mail address."""
    before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 2]
    return (
        before.endswith(("@", "/"))
        or (len(before) == 2 and before[1] == "." and before[0].isalnum())
        or after.startswith("@")
        or text.startswith("://", word.end)
        or (len(after) == 2 and after[0] == "." and after[1].isalnum())
    )


def _about_hard_word(passage: Passage, word: Word) -> Iterator[Finding]:
    plain = word.lower
    if any(plain in each.split() for each in passage.bold):
        said_at_once = passage.text[word.end : passage.sentence.end].split()[:3]
        if not _EXPLAINS & set(said_at_once) and not _explains(passage.following, plain):
            advice = f"Say what “{word.text}” means in the next sentence."
            yield passage.about(7, Severity.WARN, word, advice)
        return
    easier = plainer(plain)
    severity = Severity.STRONG if len(plain) >= LONG else Severity.WARN
    if easier:
        advice = f"“{word.text}” is a hard word. Could you say “{easier}”?"
    else:
        advice = f"“{word.text}” is a hard word. Use an easier one, or make it bold and explain it."
    yield passage.about(6, severity, word, advice)


def _explains(following: str, plain: str) -> bool:
    """Whether a sentence says what a word is: "An advocate is …", "This means …"."""
    opening = following.lower().replace("’", "'").split()[:8]
    at = next((i for i, word in enumerate(opening) if word.strip(",.:") in _EXPLAINS), None)
    if at is None:
        return False
    subject = " ".join(opening[:at])
    return lemma(plain) in subject or plain in subject or subject in ("this", "that", "it", "they")


def _explained_but_not_bold(passage: Passage, first: int, behind: int) -> Iterator[Finding]:
    """Rule 7: a word of the word list is bold; the first time in a text is enough."""
    start, end = passage.words[first].start, passage.words[behind - 1].end
    phrase = " ".join(word.lower for word in passage.words[first:behind])
    if any(phrase in each or (each and each in phrase) for each in passage.bold):
        return
    if (behind - first == 1 and is_everyday(phrase)) or _is_within_a_name(passage, first, behind):
        return
    if phrase in passage.text[:start].lower() or any(
        lemma(word.lower) in each.split()
        for word in passage.words[first:behind]
        for each in passage.bold
    ):
        return
    words = passage.text[start:end]
    advice = f"“{words}” is in the word list. Make it bold here, where it comes first."
    yield passage.finding(7, Severity.HINT, start, end, advice)


def _is_within_a_name(passage: Passage, first: int, behind: int) -> bool:
    """Of “Carers Partnership Board” no part is made bold: it stands beside another word that is
    written large, other than the first of its text."""
    if not all(word.text[0].isupper() for word in passage.words[first:behind]):
        return False
    before, after = passage.words[max(1, first - 1) : first], passage.words[behind : behind + 1]
    beside = [passage.text[word.start : passage.words[first].start] for word in before]
    beside += [passage.text[passage.words[behind - 1].end : word.end].lstrip(" ") for word in after]
    return any(words[0].isupper() and "\n" not in words for words in beside)


def first_letters(passage: Passage) -> Iterator[Finding]:
    """Rules 9 and 29: initials, and words in capitals."""
    known = _KNOWN_INITIALS | passage.vocabulary.allowed | passage.vocabulary.explained
    for capital, several in groupby(passage.words, key=_is_capital):
        run = list(several) if capital else []
        if len(run) > 1 and any(_is_shouted(word) for word in run):
            advice = "Write this in small letters. Capitals are hard to read."
            yield passage.finding(29, Severity.WARN, run[0].start, run[-1].end, advice)
            continue
        for word in run:
            plain = word.lower.removesuffix("'s")
            if plain in known or plain.removesuffix("s") in known:
                continue
            if _is_shouted(word):
                advice = f"Write “{word.lower}” in small letters. Capitals are hard to read."
                yield passage.about(29, Severity.WARN, word, advice)
            else:
                advice = f"Write “{word.text}” as full words."
                yield passage.about(9, Severity.WARN, word, advice)


def _is_capital(word: Word) -> bool:
    """ "LDPB", "GPs": two capitals or more and nothing else; Roman numbers are of rule 17."""
    plain = word.text.removesuffix("’s").removesuffix("'s").removesuffix("s").replace("&", "")
    return len(plain) > 1 and plain.isupper() and plain.isalpha() and not set(plain) <= set("IVX")


def _is_shouted(word: Word) -> bool:
    return len(word.text) > _FIRST_LETTERS or (len(word.text) > 2 and is_everyday(word.lower))


def padding(passage: Passage) -> Iterator[Finding]:
    """Rule 18: phrases that only fill."""
    told = lists.padding()
    for first, behind in phrases_in(passage.words, phrase_index(_PADDING)):
        phrase = " ".join(word.lower for word in passage.words[first:behind])
        easier = told.get(phrase, "")
        start, end = passage.words[first].start, passage.words[behind - 1].end
        advice = f"Say “{easier}” in place of “{phrase}”." if easier else f"Leave out “{phrase}”."
        yield passage.finding(18, Severity.WARN, start, end, advice)


CHECKS = (hard_words, first_letters, padding)
