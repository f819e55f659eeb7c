"""The check of a whole easy read: each block, and what only the whole can show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from easyread.plainwords import synonyms
from easyread.plainwords.checking import NOTHING_KNOWN, check_block
from easyread.plainwords.everyday import is_everyday
from easyread.plainwords.findings import Finding, Severity, Vocabulary, shortened
from easyread.plainwords.splitting import sentences

PAGES_WISHED = 20
PAGES_AT_MOST = 24
SENTENCES_A_SECTION = 5
DAYS_UNTIL_LATE = 7
OPENING_BLOCKS = 8
ENDING_BLOCKS = 4


class BlockKind(StrEnum):
    """What a block of an easy read is."""

    HEADING = "heading"
    IDEA = "idea"
    DECISION = "decision"
    ACTION = "action"
    DATE_AND_PLACE = "date_and_place"
    HARD_WORD = "hard_word"
    MONEY = "money"
    CONTACT = "contact"


_WITH_PICTURE = frozenset(
    [BlockKind.IDEA, BlockKind.DECISION, BlockKind.ACTION, BlockKind.HARD_WORD, BlockKind.MONEY]
)
_NOT_IN_HEADINGS = frozenset([3, 7, 12, 19])
_WITH_ADDRESS = frozenset([BlockKind.DATE_AND_PLACE, BlockKind.CONTACT])
_ONE_SENTENCE = frozenset([BlockKind.ACTION, BlockKind.DATE_AND_PLACE, BlockKind.CONTACT])
_MONTH = re.compile(
    r"\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an easy read: its words with a line for each sentence, and its bold words."""

    kind: BlockKind
    text: str
    bold: frozenset[str] = frozenset()
    has_picture: bool = False


@dataclass(frozen=True)
class Report:
    """The findings of each block, in the order of the blocks, and those about the whole.

    There is no score: how many findings there are says little without what they are.
    """

    blocks: list[list[Finding]] = field(default_factory=list)
    whole: list[Finding] = field(default_factory=list)
    sentences: int = 0

    @property
    def by_rule(self) -> dict[int, int]:
        """How many findings each broken rule has, by the rule's number."""
        every = [finding for block in self.blocks for finding in block] + self.whole
        return dict(sorted(Counter(finding.rule for finding in every).items()))


def check_document(
    blocks: Sequence[Block],
    *,
    vocabulary: Vocabulary = NOTHING_KNOWN,
    pages: int | None = None,
    days_of_lag: int | None = None,
) -> Report:
    """What could be easier in a whole easy read.

    `pages` of its PDF and `days_of_lag` behind the full version are left out while unknown.
    """
    return Report(
        blocks=list(_each_block(blocks, vocabulary)),
        whole=[
            *_bold_but_not_in_list(blocks, vocabulary),
            *_synonyms(blocks),
            *_pictures_missing(blocks),
            *_pages(pages),
            *_sections(blocks),
            *_opening_and_ending(blocks),
            *_lag(days_of_lag),
        ],
        sentences=sum(len(sentences(block.text)) for block in blocks),
    )


def _each_block(blocks: Sequence[Block], vocabulary: Vocabulary) -> Iterator[list[Finding]]:
    """A word that was bold once is explained from there on."""
    explained, bold_before = vocabulary.explained, frozenset[str]()
    for place, block in enumerate(blocks):
        bold = block.bold | bold_before
        known = Vocabulary(vocabulary.allowed, explained)
        after = blocks[place + 1].text[:200] if place + 1 < len(blocks) else ""
        found = check_block(block.text, vocabulary=known, bold=bold, following=after)
        if block.kind == BlockKind.HEADING:
            found = [finding for finding in found if finding.rule not in _NOT_IN_HEADINGS]
        if block.kind in _WITH_ADDRESS:
            found = [finding for finding in found if finding.rule != 2]  # 14 Hill Road, Ashford, …
        if block.kind == BlockKind.DATE_AND_PLACE:
            found += _weekday_missing(block.text)
        yield found
        told = {finding.words.lower() for finding in found if finding.rule == 7}
        new = (block.bold | told) - bold_before
        if new:
            bold_before |= new
            explained |= block.bold


def _weekday_missing(text: str) -> Iterator[Finding]:
    day = _MONTH.search(text)
    if day and not _WEEKDAY.search(text):
        advice = "Add the day of the week."
        yield Finding(16, Severity.HINT, day.start(), day.end(), day.group(), advice)


def _about_whole(rule: int, severity: Severity, advice: str, words: str = "") -> Finding:
    return Finding(rule, severity, 0, 0, shortened(words), advice)


def _bold_but_not_in_list(blocks: Sequence[Block], vocabulary: Vocabulary) -> Iterator[Finding]:
    """Rule 8: the word list at the end is made from the site's; what is bold must be in it."""
    told: set[str] = set()
    for block in blocks:
        for words in sorted(block.bold - vocabulary.explained - told):
            told.add(words)
            if block.kind != BlockKind.HARD_WORD and not _needs_no_explaining(words, block.text):
                advice = (
                    f"“{words}” is bold and not in the word list. "
                    "Add a row “Hard word” that says what it means."
                )
                yield _about_whole(8, Severity.HINT, advice, words)


def _needs_no_explaining(bold: str, text: str) -> bool:
    """Whether something is bold because it matters: a day, a number, a name, a word all know."""
    if any(character.isdigit() for character in bold):
        return True
    if len(bold.split()) == 1:
        return is_everyday(bold.strip(".,:;!?"))
    at = text.lower().find(bold)
    as_written = text[at : at + len(bold)].split() if at >= 0 else []
    return bool(as_written) and all(word[0].isupper() or len(word) < 4 for word in as_written)


def _synonyms(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Rule 10, between blocks; within one block the block itself says so."""
    first: dict[int, tuple[int, str]] = {}
    told: set[tuple[int, str]] = set()
    for place, block in enumerate(blocks):
        by_itself = {finding.start for finding in synonyms.in_one_text(block.text)}
        for number, word, start, end in synonyms.uses(block.text):
            where, earlier = first.setdefault(number, (place, word))
            if word == earlier or where == place or (number, word) in told:
                continue
            told.add((number, word))
            if start not in by_itself:
                yield _about_whole(
                    10,
                    Severity.HINT,
                    synonyms.advice(number, earlier, word),
                    block.text[start:end],
                )


def _pictures_missing(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Rule 20: an idea has words and a picture."""
    for block in blocks:
        if block.kind not in _WITH_PICTURE:
            continue
        if not block.text.strip():
            advice = "An idea has no words. Write a short sentence, or take the row out."
            yield _about_whole(20, Severity.WARN, advice)
        elif not block.has_picture:
            advice = f"Choose a picture for “{shortened(block.text)}”"
            yield _about_whole(20, Severity.WARN, f"{advice}.", block.text)


def _pages(pages: int | None) -> Iterator[Finding]:
    """Rule 32: 20 pages are wished for, 24 are the most."""
    if pages is not None and pages > PAGES_WISHED:
        severity = Severity.WARN if pages > PAGES_AT_MOST else Severity.HINT
        advice = f"There are {pages} pages. Make it shorter, or make two papers of it."
        yield _about_whole(32, severity, advice)


def _sections(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Rule 33: at most 5 sentences between two headings; an action or a date is one."""
    heading, count = "", 0
    for block in [*blocks, Block(BlockKind.HEADING, "")]:
        if block.kind != BlockKind.HEADING:
            count += 1 if block.kind in _ONE_SENTENCE else len(sentences(block.text))
            continue
        if count > SENTENCES_A_SECTION:
            under = f"under “{shortened(heading)}”" if heading else "before the first heading"
            advice = f"There are {count} sentences {under}. Add a heading after every 4 or 5."
            yield _about_whole(33, Severity.HINT, advice, heading)
        heading, count = block.text, 0


def _opening_and_ending(blocks: Sequence[Block]) -> Iterator[Finding]:
    """Rule 34: who we are, how to use this, whom to ask."""
    if not blocks:
        return
    opening = " ".join(block.text for block in blocks[:OPENING_BLOCKS]).lower()
    ending = blocks[-ENDING_BLOCKS:]
    if not re.search(
        r"\bwe are\b|\bwho we are\b|\bthis (?:paper|letter|is) (?:is )?from\b", opening
    ):
        yield _about_whole(34, Severity.WARN, "Begin with who you are: “We are the …”.")
    if not re.search(r"\bhelp you\b|\bhelp with this\b|\bhelp to read\b", opening):
        advice = "Say at the start: “You can ask someone to help you read this.”"
        yield _about_whole(34, Severity.WARN, advice)
    if "easy read" not in opening and "how to use" not in opening:
        advice = "Say at the start what this is: “This paper is in easy read.”"
        yield _about_whole(34, Severity.HINT, advice)
    if not any(
        block.kind == BlockKind.CONTACT
        or re.search(r"\b(?:phone|e-?mail|contact|write to|ask us)\b|@", block.text, re.I)
        for block in ending
    ):
        yield _about_whole(34, Severity.WARN, "End with whom people can ask, and how.")


def _lag(days: int | None) -> Iterator[Finding]:
    """Rule 36: both versions come out on one day."""
    if days is not None and days > 0:
        severity = Severity.WARN if days > DAYS_UNTIL_LATE else Severity.HINT
        count = "1 day" if days == 1 else f"{days} days"
        advice = f"The full version came out {count} earlier. Try to bring both out together."
        yield _about_whole(36, severity, advice)
