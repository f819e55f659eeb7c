"""Minutes in tables: columns for items, actions, owners and dates, and lists of actions."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from boards.word_reader.reading import Reading

Read = Callable[..., Reading]
SAID = "Members talked about it for some time and asked several questions about the plan."
PEOPLE = "Present: Ann Lee (AL), Bo Marsh (BM), Cleo Dunn (CD)"


def titles(reading: Reading) -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in reading.items]


def actions(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [
        (one.action.text, one.action.owner, one.action.due, one.item_number)
        for one in reading.actions
    ]


def test_one_column_holds_headings_and_text(read: Read) -> None:
    reading = read(
        PEOPLE,
        [[f"_Buses_¶{SAID}¶ACTION: BM to ring."], [f"_Parking_¶{SAID}¶_Benches_¶{SAID}"]],
    )
    assert titles(reading) == ["Buses", "Parking", "Benches"]
    assert actions(reading) == [("Ring.", "BM", "", "")]


def test_an_action_column_gives_actions_to_the_item_beside(read: Read) -> None:
    reading = read(
        PEOPLE,
        [
            ["Agenda item", "Action"],
            [f"1. Welcome¶{SAID}", "Noted."],
            [f"2. Buses¶{SAID}", "BM to ring the company by 1 May 2026.¶Find a map. CD"],
            [f"3. Parking¶{SAID}", ""],
        ],
    )
    assert titles(reading) == ["1 Welcome", "2 Buses", "3 Parking"]
    assert actions(reading) == [
        ("Ring the company by 1 May 2026.", "BM", "1 May 2026", "2"),
        ("Find a map.", "CD", "", "2"),
    ]


def test_three_columns_with_the_number_alone(read: Read) -> None:
    reading = read(
        PEOPLE,
        [
            ["No", "Discussion", "Action"],
            ["1", f"_Welcome_¶{SAID}", ""],
            ["2", f"_Buses_¶{SAID}", "AL: ring the company"],
        ],
    )
    assert titles(reading) == ["1 Welcome", "2 Buses"]
    assert actions(reading) == [("Ring the company", "AL", "", "2")]


def test_titles_text_action_owner_and_date_in_five_columns(read: Read) -> None:
    reading = read(
        PEOPLE,
        [
            ["Item", "Discussion", "Action", "Who", "By when"],
            ["1. Welcome", SAID, "", "", ""],
            ["2. Buses", SAID, "Ring the company", "BM/CD", "End of May"],
        ],
    )
    assert titles(reading) == ["1 Welcome", "2 Buses"]
    assert actions(reading) == [("Ring the company", "BM; CD", "End of May", "2")]


def test_a_table_without_a_header_is_read_by_what_stands_in_it(read: Read) -> None:
    reading = read(
        PEOPLE,
        [
            [f"_1. Buses_¶{SAID}", "BM to ring the company"],
            [f"_2. Parking_¶{SAID}", "Noted"],
            [f"_3. Benches_¶{SAID}", "CD"],
        ],
    )
    assert titles(reading) == ["1 Buses", "2 Parking", "3 Benches"]
    assert [owner for _, owner, _, _ in actions(reading)] == ["BM", "CD"]
    assert reading.actions[1].action.doubts


def test_blank_lines_put_an_action_beside_its_paragraph(read: Read) -> None:
    reading = read(
        PEOPLE,
        [
            ["Item", "Action"],
            [f"_1. Buses_¶{SAID}¶_2. Parking_¶{SAID}", "¶BM to ring¶¶CD to count the cars"],
        ],
    )
    assert [(owner, item) for _, owner, _, item in actions(reading)] == [("BM", "1"), ("CD", "2")]


@pytest.mark.parametrize(
    "cell", ["Noted.", "Noted", "None", "N/A", "-", "–", "All to note", "", "Closed"]
)
def test_an_action_cell_may_hold_no_action(read: Read, cell: str) -> None:
    reading = read(
        PEOPLE, [["Item", "Action"], [f"1. Buses¶{SAID}", cell], [f"2. Benches¶{SAID}", ""]]
    )
    assert reading.actions == ()


def test_agreed_in_the_action_column_is_a_decision_or_an_action(read: Read) -> None:
    reading = read(
        PEOPLE,
        [
            ["Item", "Action"],
            ["1. Notes¶The notes were accepted.", "Agreed."],
            ["2. Chair¶Somebody is to chair in May.", "Agreed. Bo to chair in May."],
        ],
    )
    assert [one.decision.text for one in reading.decisions] == ["The notes were accepted."]
    assert actions(reading) == [("Chair in May.", "Bo Marsh", "", "2")]


def test_a_list_after_the_minutes_adds_what_the_items_lack_and_repeats_nothing(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "1. Buses"), SAID, "Action: BM to ring the bus company.",
        ("b", "2. Parking"), SAID, "Action: Count the cars in the yard.",
        ("b", "Action list"),
        [
            ["Ref", "Action", "Owner", "Due"],
            ["1", "Ring the bus company", "BM", "1 May 2026"],
            ["2", "Count cars in the yard", "Cleo Dunn", "Next meeting"],
            ["3", "Paint the door", "Ann", ""],
        ],
    )  # fmt: skip
    assert actions(reading) == [
        ("Ring the bus company.", "BM", "1 May 2026", "1"),
        ("Count the cars in the yard.", "Cleo Dunn", "Next meeting", "2"),
        ("Paint the door", "Ann Lee", "", ""),
    ]
    assert reading.actions[0].action.due_on == datetime.date(2026, 5, 1)


def test_a_sheet_before_the_minutes_repeats_nothing_either(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "Action sheet"),
        [["Action", "Who", "When"], ["Ring the bus company", "BM", "May"]],
        ("b", "1. Buses"), SAID, "ACTION: BM to ring the bus company", ("b", "2. End"), SAID,
    )  # fmt: skip
    assert actions(reading) == [("Ring the bus company", "BM", "May", "1")]


def test_a_list_in_paragraphs_after_the_minutes_repeats_nothing(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "1. Buses"), SAID, "Action: BM to ring the bus company.", ("b", "2. Parking"), SAID,
        ("b", "Summary of actions"), ("*", "BM to ring the bus company"), ("*", "CD to find a map"),
    )  # fmt: skip
    assert [text for text, _, _, _ in actions(reading)] == ["Ring the bus company.", "Find a map"]


def test_a_listed_action_goes_to_the_item_it_names(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "1. Buses"), SAID, ("b", "2. Parking"), SAID,
        [["Item", "Action", "Lead"], ["2", "Count the cars in the yard", "CD"]],
    )  # fmt: skip
    assert actions(reading) == [("Count the cars in the yard", "CD", "", "2")]


def test_actions_of_the_last_meeting_are_no_new_ones(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "1. Actions from the last meeting"),
        [["No", "Action", "Owner", "Status"], ["7", "Ring the company", "BM", "Complete"]],
        ("b", "2. Buses"), SAID, "Action: CD to find a map.",
    )  # fmt: skip
    assert [text for text, _, _, _ in actions(reading)] == ["Find a map."]
    assert any("earlier meeting" in doubt for doubt in reading.doubts)


def test_a_list_that_contradicts_the_item_is_a_doubt(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "1. Buses"), SAID, "Action: BM to ring the bus company by 1 May 2026.",
        ("b", "2. End"), SAID,
        [["Action", "Owner", "Due"], ["Ring the bus company", "BM", "1 June 2026"]],
    )  # fmt: skip
    found = reading.actions[0].action
    assert found.due_on == datetime.date(2026, 5, 1)
    assert found.doubts == ("The list of actions gives “1 June 2026” as the date.",)


def test_a_picture_column_is_read_over(read: Read) -> None:
    reading = read(
        "People who came: Moll, Dean",
        [["", "1. Moll read the agenda."], ["", "2. We met Dean."], ["", "3. The bus is late."],
         ["", "_WHAT NEXT?_¶Dean will ring the company.¶Moll will write."]],
    )  # fmt: skip
    assert [item.number for item in reading.items] == ["1", "2", "3"]
    assert [(owner, item) for _, owner, _, item in actions(reading)] == [("Dean", ""), ("Moll", "")]


def test_another_paper_after_the_list_of_actions_is_left_out(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "1. Buses"), SAID, ("b", "2. Parking"), SAID, ("b", "3. Benches"), SAID,
        [["Action", "Owner"], ["Ring the bus company", "BM"]],
        ("b", "Report on benches"), ("b", "1. What we did"), SAID, ("b", "2. What it cost"), SAID,
    )  # fmt: skip
    assert titles(reading) == ["1 Buses", "2 Parking", "3 Benches"]
    assert any("Another paper" in doubt for doubt in reading.doubts)


def test_rows_named_discussion_decision_and_action(read: Read) -> None:
    reading = read(
        PEOPLE,
        [
            ["_1. Welcome_", ""], ["Discussion", SAID], ["Action", "BM to ring the company"],
            ["_2. Budget_", ""], ["Discussion", SAID], ["Decision", "The budget was approved"],
        ],
    )  # fmt: skip
    assert titles(reading) == ["1 Welcome", "2 Budget"]
    assert actions(reading) == [("Ring the company", "BM", "", "1")]
    assert [one.decision.text for one in reading.decisions] == ["The budget was approved"]


def test_a_column_of_those_who_act_gives_owners_not_of_those_who_speak(read: Read) -> None:
    rows = [["1. Buses", f"{SAID} BM will ring the company.", "BM"], ["2. Parks", SAID, ""]]
    acting = read(PEOPLE, [["Item", "Discussion", "Action by"], *rows])
    assert actions(acting) == [("Ring the company.", "BM", "", "1")]
    assert read(PEOPLE, [["Item", "Discussion", "Presenter"], *rows]).actions == ()
