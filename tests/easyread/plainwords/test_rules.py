"""Each rule has texts that break it and texts that nearly do."""

from __future__ import annotations

import pytest

from easyread.plainwords import RULES, Checked, Severity, Vocabulary, check
from tests.easyread.plainwords.cases import CASES, LONG, MUCH_TOO_LONG

FOR_WRITERS = Vocabulary(
    allowed=frozenset(
        ["heading", "semicolon", "comma", "bracket", "footnote", "percentage", "capital"]
    )
)
OF_DOCUMENTS = {8, 10, 20, 32, 33, 34, 36}


def broken(text: str) -> set[int]:
    return {finding.rule for finding in check(text)}


@pytest.mark.parametrize(("rule", "breaks", "keeps"), CASES)
def test_a_text_breaks_the_rule_and_its_neighbour_does_not(
    rule: int, breaks: str, keeps: str
) -> None:
    assert rule in broken(breaks)
    assert rule not in broken(keeps)


def test_the_table_has_39_rules_in_order_and_every_rule_of_words_has_a_case() -> None:
    assert [rule.number for rule in RULES] == list(range(1, 40))
    assert all(rule.title and rule.source for rule in RULES)
    of_words = {rule.number for rule in RULES if rule.checked == Checked.TEXT}
    assert of_words - {rule for rule, _, _ in CASES} == {7}  # it needs bold words: test_hard_words
    of_documents = {rule.number for rule in RULES if rule.checked == Checked.DOCUMENT}
    assert of_documents == OF_DOCUMENTS


def test_easy_words_have_no_findings() -> None:
    easy = "We met on Monday.\nThe bus is late.\nThe council will mend the lift by May."
    assert check(easy) == []


def test_a_long_sentence_is_a_warning_and_a_very_long_one_a_strong_one() -> None:
    (long,) = (one for one in check(LONG) if one.rule == 1)
    (longer,) = (one for one in check(MUCH_TOO_LONG) if one.rule == 1)
    assert (long.severity, longer.severity) == (Severity.WARN, Severity.STRONG)
    assert long.advice == "This sentence has 19 words. Make two sentences of it."


def test_a_finding_stands_where_it_says() -> None:
    text = "We met.\nThe plan was agreed by 46% of us."
    told = {finding.rule: finding for finding in check(text)}
    assert text[told[5].start : told[5].end] == told[5].words == "was agreed"
    assert text[told[14].start : told[14].end] == told[14].words == "46%"
    assert told[14].advice == "Say “about half” in place of a percentage."


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (1, "very few"),
        (5, "1 in 20"),
        (12, "1 in 10"),
        (26, "1 in 4"),
        (46, "half"),
        (71, "7 in 10"),
        (75, "3 in 4"),
        (88, "9 in 10"),
        (99, "nearly all"),
        (140, "more than before"),
    ],
)
def test_a_percentage_is_said_in_tens(percent: int, words: str) -> None:
    (finding,) = (one for one in check(f"{percent}% came.") if one.rule == 14)
    assert words in finding.advice


def test_the_findings_of_a_text_are_in_its_order() -> None:
    found = check("The LDPB noted the report. It was agreed.\nPrior to this 5% left.")
    assert found == sorted(found, key=lambda one: one.start)
    assert len(found) > 4


def test_every_advice_is_short_and_in_plain_words() -> None:
    advice = {one.advice for _, breaks, _ in CASES for one in check(breaks)}
    assert len(advice) > 30
    for words in advice:
        assert len(words) < 110
        assert words.endswith((".", "?", "”", "!"))
        said = words.split("“")[0]
        assert not [one for one in check(said, vocabulary=FOR_WRITERS) if one.rule in (1, 6)]
