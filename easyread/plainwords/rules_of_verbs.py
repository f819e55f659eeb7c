"""Rules 5, 12, 13 and 19: who does it, names, yes rather than no, questions."""

from __future__ import annotations

from collections.abc import Iterator

from easyread.plainwords import lists
from easyread.plainwords.findings import Finding, Severity
from easyread.plainwords.passages import Passage

_FORMS_OF_BE = frozenset(["am", "is", "are", "was", "were", "be", "been", "being"])
_BETWEEN = lists.grammar("between be and participle")
# Participles that say how somebody is, or what a thing is called, hide nobody.
_NOT_PASSIVE = lists.grammar("not passive")
_PRONOUNS = frozenset(["they", "it", "this", "these", "those", "he", "she"])
_AFTER_PRONOUN = lists.grammar("after pronoun")
_EXPLAINING = frozenset(["called", "means", "named"])
_NEGATIVE = frozenset(["not", "never", "cannot", "neither", "nor"])


def passive(passage: Passage) -> Iterator[Finding]:
    """Rule 5: a form of "be" and a participle, with nothing but small words between."""
    words = passage.words
    for place, word in enumerate(words):
        if word.lower not in _FORMS_OF_BE:
            continue
        then = place + 1
        while then < min(place + 4, len(words)) and _is_between(words[then].lower):
            then += 1
        if then < len(words) and _is_participle(words[then].lower):
            advice = "This hides who does it. Start with who: “The council will …”."
            yield passage.finding(5, Severity.WARN, word.start, words[then].end, advice)


def _is_between(word: str) -> bool:
    return word in _BETWEEN or (word.endswith("ly") and len(word) > 4)


def _is_participle(word: str) -> bool:
    if word in _NOT_PASSIVE:
        return False
    if word in lists.irregular_participles():
        return True
    return word.endswith("ed") and len(word) > 4 and word.isalpha()


def names(passage: Passage) -> Iterator[Finding]:
    """Rule 12: a sentence that opens with "it" or "they", but for "This means …"."""
    opening = [word.lower for word in passage.words[:3]]
    if (
        len(opening) == 3
        and opening[0] in _PRONOUNS
        and opening[1] in _AFTER_PRONOUN
        and opening[2] not in _EXPLAINING
    ):
        first = passage.words[0]
        advice = f"Say who or what “{first.text}” is."
        yield passage.about(12, Severity.HINT, first, advice)


def positive(passage: Passage) -> Iterator[Finding]:
    """Rule 13: "not", "never" and the like."""
    for word in passage.words:
        if word.lower in _NEGATIVE or word.lower.endswith("n't"):
            advice = f"Can you say it without “{word.lower}”? Say what people can do."
            yield passage.about(13, Severity.HINT, word, advice)
            return


def question(passage: Passage) -> Iterator[Finding]:
    """Rule 19: a question; headings are not asked about by the document."""
    if passage.sentence.text.rstrip("\"'”’)]").endswith("?"):
        advice = "Ask questions in headings only. Here, say the answer."
        yield passage.about_all(19, Severity.HINT, advice)


CHECKS = (passive, names, positive, question)
