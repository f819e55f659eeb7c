"""The plain form of a word, and the words of a text that say what it is about."""

from __future__ import annotations

from functools import lru_cache

from easyread.plainwords import lists
from easyread.plainwords.splitting import words

_LONGEST = 40
_VOWELS = frozenset("aeiouy")
_STOP_WORDS = lists.grammar("stop words")
_SAY_LITTLE = lists.grammar("says little")


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """The form under which a word is looked up, in lower case: "Children's" is "child".

    A word that everybody knows as it is ("meeting", "minutes") stays as it is.
    """
    form = word[:_LONGEST].lower().replace("’", "'").strip("'-")
    form = form.removesuffix("'s").removesuffix("'")
    if form in lists.everyday_words():
        return form
    if form in lists.irregular_forms():
        return lists.irregular_forms()[form]
    candidates = _candidates(form)
    for candidate in candidates:
        if candidate in lists.everyday_words() or candidate in lists.plainer_words():
            return candidate
    return candidates[0] if candidates else form


def _candidates(form: str) -> list[str]:
    """What the form may come from by the endings of English, the likeliest first."""
    if len(form) < 4:
        return []
    if form.endswith("s"):
        return _of_form_with_s(form)
    if form.endswith("ied"):
        return [f"{form[:-3]}y", form[:-1]]
    if form.endswith(("ed", "ing")):
        return _of_verb(form[: -2 if form.endswith("ed") else -3])
    if form.endswith(("er", "est")):
        return _of_adjective(form[: -2 if form.endswith("er") else -3])
    return []


def _of_form_with_s(form: str) -> list[str]:
    """What several are, or what one does: "ladies" of lady, "passes" of pass, "uses" of use."""
    if form.endswith("ies"):
        return [f"{form[:-3]}y", form[:-1]]
    if form.endswith("ses") and not form.endswith("sses"):
        return [form[:-1], form[:-2]]
    if form.endswith(("sses", "xes", "zzes", "ches", "shes", "oes")):
        return [form[:-2], form[:-1]]
    return [] if form.endswith(("ss", "us", "is")) else [form[:-1]]


def _of_verb(stem: str) -> list[str]:
    """The verbs that a stem may be of: "plann" of plan, "agre" of agree, "us" of use."""
    if len(stem) < 2 or not _VOWELS & set(stem):
        return []
    if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return [stem, stem[:-1]] if stem[-1] in "lsz" else [stem[:-1], stem]
    if stem[-1] in "cuvzs" or stem.endswith(("at", "dg", "rg", "bl", "pl", "tl", "re", "ee")):
        return [f"{stem}e", stem]
    return [stem, f"{stem}e"]


def _of_adjective(stem: str) -> list[str]:
    """Adjectives that everybody knows, of which a stem may be ("bigg", "wid", "happi")."""
    guesses = [stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y" if stem.endswith("i") else stem]
    return [guess for guess in guesses if len(guess) > 2 and guess in lists.everyday_words()]


def content_words(text: str) -> list[str]:
    """The lemmas of the words that say what a text is about, each once, nouns first.

    Without a tagger a word counts as a noun when a small word such as "the" or "a" stands right
    before it, or by its ending ("-ment", a plural); the others keep their order.
    """
    ranked: dict[str, int] = {}
    before = ""
    for word in words(text):
        plain = word.lower
        if plain not in _STOP_WORDS and len(plain) > 2 and not plain.isdigit():
            found = lemma(plain)
            if found not in _STOP_WORDS:
                rank = 0 if _is_noun_here(plain, found, before) else 1
                ranked[found] = min(rank, ranked.get(found, rank))
        before = plain
    return sorted(ranked, key=lambda each: ranked[each])


def says_little(found: str) -> bool:
    """Whether a lemma seldom is what a sentence is about: "look", "year", "with"."""
    return found in _SAY_LITTLE or found in _STOP_WORDS or found.isdigit()


_BEFORE_NOUNS = lists.grammar("before nouns")
_NOUN_ENDINGS = ("tion", "ment", "ness", "ity", "ship", "ance", "ence", "ist", "ers", "ors")


def _is_noun_here(form: str, found: str, before: str) -> bool:
    return (
        before in _BEFORE_NOUNS
        or form.endswith(_NOUN_ENDINGS)
        or (form.endswith("s") and found != form)
    )
