"""The demonstration's easy reads are models of how to write one."""

import re
from datetime import date

import pytest

from portal.demo.content import EasyText, easy_reads, home_easy_read
from portal.demo.easy_reads import days_after

TEXTS = [*easy_reads(), None]


def lines_of(text: EasyText | None) -> list[str]:
    blocks = text.blocks if text else home_easy_read()["blocks"]
    words = [block[name] for block in blocks for name in ("text", "words", "what") if name in block]
    return [line for each in words for line in each.splitlines()]


def name_of(text: EasyText | None) -> str:
    return f"{text.board}-{text.meeting}" if text else "home"


@pytest.mark.parametrize("text", TEXTS, ids=name_of)
def test_days_and_hours_are_said_in_full(text: EasyText | None) -> None:
    """Who reads it months later does not know which Monday was the next."""
    for line in lines_of(text):
        assert not re.search(r"\b(next|last) (week|month|year|[A-Z][a-z]+day)\b", line), line
        assert not re.search(r"\b(from|until) \d+(?! ?(am|pm|\d|[a-z]))", line), line


@pytest.mark.parametrize("text", TEXTS, ids=name_of)
def test_sentences_are_short_and_no_part_of_a_name_is_bold(text: EasyText | None) -> None:
    for line in lines_of(text):
        assert len(line.split()) <= 15, line
        assert not re.search(r"[a-z] [A-Z]\w+ \*\*[A-Z]", line), line


def test_what_a_meeting_called_next_is_a_day() -> None:
    assert days_after(date(2026, 3, 26)) == {
        "next_monday": "Monday 30 March 2026",
        "first_monday": "Monday 6 April 2026",
        "next_month": "April 2026",
    }
    assert days_after(date(2026, 12, 28))["first_monday"] == "Monday 4 January 2027"
    assert days_after(date(2026, 12, 28))["next_monday"] == "Monday 4 January 2027"
