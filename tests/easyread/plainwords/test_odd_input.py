"""Any text is answered, soon, and findings stay inside it."""

from __future__ import annotations

import time

import pytest

from easyread.plainwords import (
    Block,
    BlockKind,
    Vocabulary,
    check,
    check_document,
    content_words,
    lemma,
    sentences,
)
from easyread.plainwords.findings import LONGEST_QUOTE

MANY = 100_000
SECONDS = 6.0  # of the processor, for 100,000 characters; it takes a tenth of this
ODD = {
    "nothing": "",
    "NUL": "\0" * MANY,
    "one word": "a" * MANY,
    "dots": "." * MANY + "x",
    "spaces": " " * MANY,
    "line ends": "\r\n" * MANY,
    "open brackets": "(a " * (MANY // 3),
    "digits": "1" * MANY,
    "digits and commas": "1," * (MANY // 2),
    "digits and dots": "1." * (MANY // 2),
    "digits and spaces": "1 " * (MANY // 2) + "%",
    "addresses": "www." * (MANY // 4),
    "more addresses": "http://" * (MANY // 7),
    "apostrophes": "a'" * (MANY // 2),
    "hyphens": "a-" * (MANY // 2),
    "initials": "A." * (MANY // 2),
    "joined": "and i " * (MANY // 6),
    "passives": "was only " * (MANY // 9),
    "padding": "in order " * (MANY // 9),
    "emoji": "😀👍🏽" * (MANY // 3),
    "right to left": "مرحبا بالعالم. " * (MANY // 15),
    "capitals": "PLEASE NOTE " * (MANY // 12),
    "Roman": "IX" * (MANY // 2),
    "stars": "a*" * (MANY // 2),
    "marks": "?!" * (MANY // 2),
    "accents apart": "e\u0301" * (MANY // 2),
    "slashes": "a/" * (MANY // 2),
    "quotes": '."' + '"' * MANY,
    "lone surrogate": "\ud800 \udfff" * 100,
    "a megabyte": ("The committee resolved that it be noted. " * 26_000)[:1_000_000],
}


@pytest.mark.parametrize("name", ODD)
def test_odd_text_is_answered_soon_and_findings_stay_inside(name: str) -> None:
    text = ODD[name]
    limit = SECONDS * max(1.0, len(text) / MANY / 2)
    started = time.process_time()
    found = check(text)
    parts = sentences(text)
    content_words(text)
    lemma(text)
    assert time.process_time() - started < limit
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(len(one.words) <= LONGEST_QUOTE for one in found)
    assert all(text[one.start : one.end] == one.text for one in parts)


@pytest.mark.parametrize("kind", list(BlockKind))
@pytest.mark.parametrize("text", ["", "\0", "😀", "x" * 5_000, "a\n" * 500])
def test_odd_blocks_are_answered(kind: BlockKind, text: str) -> None:
    report = check_document([Block(kind, text, frozenset([text]))], pages=-1, days_of_lag=-5)
    assert len(report.blocks) == 1
    assert all(one.start <= one.end <= len(text) for one in report.blocks[0])


def test_odd_vocabularies_are_taken_as_they_are() -> None:
    odd = Vocabulary(allowed=frozenset(["", "\0"]), explained=frozenset(["", "  ", "the the the"]))
    text = "The the the governance."
    found = check(text, vocabulary=odd, bold=frozenset(["", "\0"]))
    assert {one.words for one in found} == {"The the the", "governance"}


def test_four_times_the_text_takes_about_four_times_as_long() -> None:
    sentence = "It was resolved that the Board note the update in respect of transport. "

    def seconds(times: int) -> float:
        text = sentence * times
        best = float("inf")
        for _ in range(3):
            started = time.process_time()
            check(text)
            best = min(best, time.process_time() - started)
        return best

    assert seconds(1_600) < 12 * seconds(400)
