"""What only the whole easy read can show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from easyread.plainwords import Block, BlockKind, Report, Severity, Vocabulary, check_document

OPENING = Block(
    BlockKind.IDEA,
    "We are the board.\nThis paper is in easy read.\nYou can ask someone to help you read this.",
    has_picture=True,
)
ENDING = Block(BlockKind.CONTACT, "Phone Joan on 01632 960175.")
HEADING = Block(BlockKind.HEADING, "Buses")
IDEA = Block(BlockKind.IDEA, "The bus is late.", has_picture=True)
GOOD = [OPENING, HEADING, IDEA, ENDING]


def whole(blocks: list[Block]) -> set[int]:
    return {one.rule for one in check_document(blocks).whole}


def test_a_good_easy_read_has_no_findings() -> None:
    assert check_document(GOOD) == Report(blocks=[[], [], [], []], whole=[], sentences=6)


def test_no_blocks_are_no_findings() -> None:
    assert check_document([]) == Report()


def test_rule_8_a_bold_word_is_in_the_word_list() -> None:
    idea = replace(IDEA, text="A quorum means enough people.", bold=frozenset(["quorum"]))
    assert whole([OPENING, idea, ENDING]) == {8}
    known = Vocabulary(explained=frozenset(["quorum"]))
    assert check_document([OPENING, idea, ENDING], vocabulary=known).whole == []


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ("We are the Over Fifties Forum.", "over fifties forum"),
        ("Come on Thursday 12 March at 2pm.", "thursday 12 march at 2pm."),
        ("You can say no.", "no"),
    ],
    ids=["name", "day", "known"],
)
def test_rule_8_what_is_bold_because_it_matters_needs_no_explaining(text: str, bold: str) -> None:
    idea = replace(IDEA, text=text, bold=frozenset([bold]))
    assert whole([OPENING, idea, ENDING]) == set()


@pytest.mark.parametrize("kind", [BlockKind.DATE_AND_PLACE, BlockKind.CONTACT])
def test_an_address_may_have_commas(kind: BlockKind) -> None:
    place = Block(kind, "Thursday 12 March 2026, 2pm\nMoss Centre, 14 Hartley Road, Ashford")
    report = check_document([OPENING, place, ENDING])
    assert report.blocks[1] == []
    idea = replace(IDEA, text="We met at Moss Centre, 14 Hartley Road, Ashford.")
    assert {one.rule for one in check_document([OPENING, idea, ENDING]).blocks[1]} == {2}


def test_rule_10_one_word_for_one_thing_in_all_blocks() -> None:
    first, second = replace(IDEA, text="A doctor came."), replace(IDEA, text="A GP left.")
    (finding,) = check_document([OPENING, HEADING, first, second, ENDING]).whole
    assert (finding.rule, finding.words) == (10, "GP")
    assert "“doctor”" in finding.advice
    assert whole([OPENING, HEADING, first, first, ENDING]) == set()


def test_rule_10_is_told_once_where_one_block_tells_it_itself() -> None:
    both = replace(IDEA, text="A doctor came.\nA physician left.")
    first = replace(IDEA, text="A doctor came.")
    report = check_document([OPENING, HEADING, first, both, ENDING])
    assert report.by_rule == {6: 1, 10: 1}


def test_rule_20_an_idea_has_words_and_a_picture() -> None:
    assert whole([*GOOD, replace(IDEA, has_picture=False), ENDING]) == {20}
    assert whole([*GOOD, replace(IDEA, text=" "), ENDING]) == {20}
    assert whole([*GOOD, replace(HEADING, has_picture=False), ENDING]) == set()


@pytest.mark.parametrize(
    ("pages", "severity"), [(20, None), (21, Severity.HINT), (24, Severity.HINT), (25, "warn")]
)
def test_rule_32_counts_pages(pages: int, severity: str | None) -> None:
    found = [one.severity for one in check_document(GOOD, pages=pages).whole]
    assert found == ([severity] if severity else [])


def test_rule_33_a_section_has_five_sentences() -> None:
    five = replace(IDEA, text="\n".join(["The bus is late."] * 5))
    assert whole([OPENING, HEADING, five, HEADING, five, ENDING]) == {33}  # the contact is a sixth
    assert whole([OPENING, HEADING, five, HEADING, ENDING]) == set()


def test_rule_33_an_action_is_one_sentence() -> None:
    action = Block(BlockKind.ACTION, "Joan\nMend the lift\nBy May", has_picture=True)
    assert whole([OPENING, HEADING, *[action] * 5, HEADING, ENDING]) == set()
    assert whole([OPENING, HEADING, *[action] * 6, HEADING, ENDING]) == {33}


@pytest.mark.parametrize("missing", ["We are the board.", "paper is in easy read", "help you"])
def test_rule_34_the_beginning_says_the_same_always(missing: str) -> None:
    opening = replace(OPENING, text=OPENING.text.replace(missing, "bus"))
    assert whole([opening, *GOOD[1:]]) == {34}


def test_rule_34_the_end_says_whom_to_ask() -> None:
    assert whole(GOOD[:-1]) == {34}


@pytest.mark.parametrize(
    ("days", "severity"), [(0, None), (-1, None), (1, "hint"), (7, "hint"), (8, "warn")]
)
def test_rule_36_both_versions_come_out_on_one_day(days: int, severity: str | None) -> None:
    found = [one.severity for one in check_document(GOOD, days_of_lag=days).whole]
    assert found == ([severity] if severity else [])


def test_a_question_may_be_a_heading_and_not_an_idea() -> None:
    asked = "What will we do?"
    report = check_document([OPENING, replace(HEADING, text=asked), replace(IDEA, text=asked)])
    assert [[one.rule for one in block] for block in report.blocks] == [[], [], [19]]


def test_a_day_of_a_meeting_has_its_weekday() -> None:
    when = Block(BlockKind.DATE_AND_PLACE, "12 March 2026, 2pm\nMoss Lane Centre")
    with_weekday = replace(when, text=f"Thursday {when.text}")
    report = check_document([OPENING, when, with_weekday, ENDING])
    assert [[one.rule for one in block] for block in report.blocks] == [[], [16], [], []]


def test_a_word_that_was_bold_once_is_known_from_there_on() -> None:
    bold = replace(
        IDEA, text="We had a quorum.\nA quorum means enough people.", bold=frozenset(["quorum"])
    )
    again = replace(IDEA, text="There was a quorum again.")
    report = check_document([OPENING, bold, again, ENDING])
    assert [one.rule for block in report.blocks for one in block] == []
    report = check_document([OPENING, again, bold, ENDING])
    assert [[one.rule for one in block] for block in report.blocks] == [[], [6], [], []]


def test_the_next_block_may_explain_a_bold_word() -> None:
    bold = replace(IDEA, text="We had a quorum.", bold=frozenset(["quorum"]))
    told = replace(IDEA, text="A quorum means enough people.")
    assert check_document([OPENING, HEADING, bold, told, ENDING]).by_rule == {8: 1}
    assert check_document([OPENING, HEADING, bold, IDEA, ENDING]).by_rule == {7: 1, 8: 1}


def test_a_report_counts_by_rule_and_has_no_score() -> None:
    report = check_document([replace(IDEA, text="It was agreed by 5%.", has_picture=False)])
    assert report.by_rule == {5: 1, 12: 1, 14: 1, 20: 1, 34: 4}
    assert not hasattr(report, "score")
