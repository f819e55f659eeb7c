"""The check of one block's words: every rule that words alone can break."""

from __future__ import annotations

from collections.abc import Iterator

from easyread.plainwords import (
    rules_of_length,
    rules_of_numbers,
    rules_of_pages,
    rules_of_verbs,
    rules_of_words,
    synonyms,
)
from easyread.plainwords.findings import Finding, Vocabulary
from easyread.plainwords.passages import Check, Passage
from easyread.plainwords.splitting import LINE_ENDS, Sentence, sentences, words

CHECKS: tuple[Check, ...] = (
    *rules_of_length.CHECKS,
    *rules_of_verbs.CHECKS,
    *rules_of_words.CHECKS,
    *rules_of_numbers.CHECKS,
    *rules_of_pages.CHECKS,
)
NOTHING_KNOWN = Vocabulary()


def check(
    text: str, *, vocabulary: Vocabulary = NOTHING_KNOWN, bold: frozenset[str] = frozenset()
) -> list[Finding]:
    """What could be easier in a text, in the order in which it stands there.

    `bold` are the words and phrases that the writer made bold, in lower case. Linear in the length
    of the text; any text is answered.
    """
    return check_block(text, vocabulary=vocabulary, bold=bold, following="")


def check_block(
    text: str, *, vocabulary: Vocabulary, bold: frozenset[str], following: str
) -> list[Finding]:
    """The same, where the words of the block after it are known: they may explain a bold word."""
    found = [
        finding
        for passage in passages(text, vocabulary=vocabulary, bold=bold, following=following)
        for rule in CHECKS
        for finding in rule(passage)
    ]
    found += synonyms.in_one_text(text)
    return sorted(found, key=lambda each: (each.start, each.end, each.rule))


def passages(
    text: str, *, vocabulary: Vocabulary, bold: frozenset[str], following: str
) -> Iterator[Passage]:
    """The sentences of a text as the rules see them."""
    several = sentences(text)
    for place, sentence in enumerate(several):
        after = several[place + 1].text[:200] if place + 1 < len(several) else following
        yield Passage(
            text=text,
            sentence=sentence,
            words=tuple(words(sentence.text, sentence.start)),
            opens_line=place == 0 or _line_between(text, several[place - 1], sentence),
            following=after,
            vocabulary=vocabulary,
            bold=bold,
        )


def _line_between(text: str, earlier: Sentence, later: Sentence) -> bool:
    return not LINE_ENDS.isdisjoint(text[earlier.end : later.start])
