"""Advice on numbers, days and times says what to write in their place, not an example of it."""

from __future__ import annotations

import pytest

from easyread.plainwords import check


@pytest.mark.parametrize(
    ("rule", "text", "advice"),
    [
        (16, "We met on 12/03/2026.", "Write the date in full: Thursday 12 March 2026."),
        (16, "We met on 12.3.26.", "Write the date in full: Thursday 12 March 2026."),
        (16, "We met on 2026-03-12.", "Write the date in full: Thursday 12 March 2026."),
        (16, "We met on 31/02/2026.", "Write the date in full, with the name of the month."),
        (16, "We met on 00/00/0000.", "Write the date in full, with the name of the month."),
        (16, "In 2025/26 we met.", "Write both years in full: 2025 to 2026."),
        (16, "In 2025-26 we met.", "Write both years in full: 2025 to 2026."),
        (16, "Come by 3rd Sept.", "Write it in full: 3 September."),
        (16, "Come on Fri 3 Apr.", "Write it in full: Friday 3 April."),
        (16, "Come on tues 7.", "Write it in full: Tuesday 7."),
        (16, "It ends in Q3.", "Say which months “Q3” is."),
        (16, "Come at 14:30.", "Write the time as people say it: 2:30pm."),
        (16, "Come at 09:00.", "Write the time as people say it: 9am."),
        (16, "Come at 1900 hrs.", "Write the time as people say it: 7pm."),
        (16, "Come at 00:15.", "Write the time as people say it: 12:15am."),
        (17, "See part IV.", "Write this number in figures: 4."),
        (17, "See part XIX.", "Write this number in figures: 19."),
        (17, "See part (iii).", "Write this number in figures: 3."),
        (17, "Bring food, e.g. cake.", "Say “for example” in place of “e.g.”."),
        (17, "The carer, i.e. his wife.", "Say “that is” in place of “i.e.”."),
        (17, "Cake etc.", "Say “and so on” in place of “etc.”."),
        (17, "It starts w/c 3 May.", "Say “the week from” in place of “w/c”."),
        (17, "Phone us 24/7.", "Say “all day and all night” in place of “24/7”."),
        (17, "Tea/cake.", "Write a word in place of the sign: “and” or “or”."),
        (15, "About two thirds came.", "Say “2 in 3” in place of “two thirds”."),
        (15, "About two people came.", "Write “two” as a figure."),
        (17, "It ends sine die.", "Say “sine die” in plain English."),
    ],
)
def test_the_advice_is_what_to_write(rule: int, text: str, advice: str) -> None:
    assert [finding.advice for finding in check(text) if finding.rule == rule] == [advice]
