"""The ways of other councils' secretaries: labels, lists, owners and dates as they write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boards.word_reader.reading import Reading

Read = Callable[..., Reading]
PEOPLE = "Present: Ann Lee (Chair) (AL), Bo Marsh (BM), Cleo Dunn (CD), Mr Raj Shah (Mencap)"
SAID = "Members talked about it for some time and asked several questions about the plan."
HEADS = (("b", "1. Welcome"), SAID, ("b", "2. Buses"), SAID)


def actions(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.action.text, one.action.owner, one.action.due) for one in reading.actions]


def titles(reading: Reading) -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in reading.items]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ACTION- CD: to write by end July", ("Write by end July", "CD", "end July")),
        ("Action BM to write", ("Write", "BM", "")),
        ("For action: CD to write", ("Write", "CD", "")),
        ("ACTION REQUIRED BY AL: to find a hall", ("Find a hall", "AL", "")),
        ("Action (Cleo, by end of May): Find a bench", ("Find a bench", "Cleo Dunn", "end of May")),
        ("AP1: CD to send a map", ("Send a map", "CD", "")),
        ("Find a credit (Action: BM to ask)", ("Ask", "BM", "")),
        (
            "Action: Find out the cost (BM, next meeting)",
            ("Find out the cost", "BM", "next meeting"),
        ),
        ("Action: Send map (Bo Marsh and Cleo)", ("Send map", "Bo Marsh; Cleo Dunn", "")),
        ("Action: Mencap - send leaflets", ("Send leaflets", "Mencap", "")),
        ("Action: Small group to look (volunteers: AL, BM)", ("Small group to look", "AL; BM", "")),
        ("Action: Board to reply – AL to draft", ("Board to reply – AL to draft", "AL", "")),
        ("Action: A letter to go to the trust", ("A letter to go to the trust", "", "")),
        ("Action: BM to invite Ed to the May meeting", ("Invite Ed to the May meeting", "BM", "")),
        ("Action: BM to present it on 17 May", ("Present it on 17 May", "BM", "17 May")),
        (
            "Action: BM to try it before the summer",
            ("Try it before the summer", "BM", "summer"),
        ),
        ("→ Bo to ring", ("Ring", "Bo Marsh", "")),
        ("- [ ] **Action:** AL to write", ("Write", "AL", "")),
        ("*Action:* AL to write", ("Write", "AL", "")),
    ],
)
def test_an_action_is_read_with_owner_and_date(
    read: Read, line: str, expected: tuple[str, str, str]
) -> None:
    reading = read(PEOPLE, *HEADS, line, ("b", "3. End"), SAID)
    assert actions(reading) == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "What happens next: nothing this time.",
        "Action 60: Open day – held on 19 May with 230 visitors.",
        "Actions 51, 54 & 71 to be closed.",
        "Action for Carers sent a leaflet.",
        "The action plan was noted.",
        "Actions: n/a",
    ],
)
def test_what_only_sounds_like_an_action_is_none(read: Read, line: str) -> None:
    heads = (("b", "1. Actions from the last meeting"), ("b", "2. Buses"), ("b", "3. End"))
    reading = read(PEOPLE, heads[0], line, heads[1], "Action: BM to ring", heads[2], SAID)
    assert actions(reading) == [("Ring", "BM", "")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Action 5: BM and CD to: (i) write; (ii) post it",
            [("Write", "BM; CD"), ("Post it", "BM; CD")],
        ),
        ("ACTIONS: (1) BM to ring (2) CD to write", [("Ring", "BM"), ("Write", "CD")]),
        ("Action: Bo to ring. Ann to write.", [("Ring.", "Bo Marsh"), ("Write.", "Ann Lee")]),
    ],
)  # fmt: skip
def test_one_paragraph_holds_several_actions(
    read: Read, line: str, expected: list[tuple[str, str]]
) -> None:
    reading = read(PEOPLE, *HEADS, line, ("b", "3. End"), SAID)
    assert [(text, owner) for text, owner, _ in actions(reading)] == expected


def test_owner_and_date_may_have_lines_of_their_own(read: Read) -> None:
    reading = read(
        PEOPLE, *HEADS, "Action: Ring the company", "Owner: Bo Marsh", "Deadline: 1 May 2026",
        ("b", "3. End"), SAID,
    )  # fmt: skip
    assert actions(reading) == [("Ring the company", "Bo Marsh", "1 May 2026")]


def test_an_owner_may_stand_behind_a_tab_at_the_right(read: Read) -> None:
    reading = read(PEOPLE, *HEADS, "It was agreed to ring the company.\tBM", ("b", "3. End"), SAID)
    assert actions(reading) == [("ring the company.".capitalize(), "BM", "")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("24/1 Hello", "24/2 Buses", "24/3 End"), ["24/1 Hello", "24/2 Buses", "24/3 End"]),
        (("A. Welcome", "B. Buses", "C. End"), ["A Welcome", "B Buses", "C End"]),
        (("II. Welcome", "III. Buses", "IV. End"), ["II Welcome", "III Buses", "IV End"]),
        (("MINUTES", "BUSES", "CLOSE"), ["MINUTES", "BUSES", "CLOSE"]),
        (("1 Buses", "2 Parks", "4 A.O.B."), ["1 Buses", "2 Parks", "4 A.O.B"]),
    ],
)  # fmt: skip
def test_items_are_numbered_as_the_house_does_it(
    read: Read, typed: tuple[str, str, str], expected: list[str]
) -> None:
    first, second, third = typed
    reading = read(PEOPLE, ("b", first), SAID, ("b", second), SAID, ("b", third), SAID)
    assert titles(reading) == expected


def test_item_and_number_may_fill_two_cells_over_labelled_rows(read: Read) -> None:
    reading = read(
        PEOPLE,
        [["_Item 1_", "_Buses_"], ["Discussion", SAID], ["Agreed", "Bo to ask for a stop"],
         ["_Item 2_", "_Parks_"], ["Discussion", SAID], ["Action", "Cleo to find a map"]],
    )  # fmt: skip
    assert titles(reading) == ["1 Buses", "2 Parks"]
    assert [(one.action.owner, one.item_number) for one in reading.actions] == [
        ("Bo Marsh", "1"), ("Cleo Dunn", "2"),
    ]  # fmt: skip


def test_who_and_when_may_share_a_column_and_be_counted(read: Read) -> None:
    reading = read(
        PEOPLE,
        [["Item", "Notes", "Action", "By whom / when"], ["1. Buses", SAID, "Ring", "BM / end May"],
         ["2. Parks", SAID, "1. Find a map¶2. Ask the ranger", "1. CD¶2. BM"]],
    )  # fmt: skip
    assert actions(reading) == [
        ("Ring", "BM", "end May"), ("Find a map", "CD", ""), ("Ask the ranger", "BM", ""),
    ]  # fmt: skip


def test_agreed_to_in_a_column_has_the_owner_of_the_next_column(read: Read) -> None:
    reading = read(
        PEOPLE,
        [["No.", "Item", "Decision/Action", "Who"], ["1", "Welcome", "Noted", ""],
         ["2", f"Buses: {SAID}", "Agreed to ring the company", "BM"]],
    )  # fmt: skip
    assert titles(reading) == ["1 Welcome", "2 Buses"]
    assert actions(reading) == [("Ring the company", "BM", "")]


def test_a_table_of_what_who_and_when_belongs_to_its_item(read: Read) -> None:
    head = ["What", "Who", "When"]
    reading = read(
        PEOPLE, ("b", "1. Buses"), SAID, [head, ["Ring the company", "Bo", "1 May"]],
        ("b", "2. Parks"), SAID, [head, ["Ask the ranger", "Ann", "next meeting"]],
        ("b", "3. End"), SAID,
    )  # fmt: skip
    assert [(one.action.owner, one.item_number) for one in reading.actions] == [
        ("Bo Marsh", "1"), ("Ann Lee", "2"),
    ]  # fmt: skip


def test_a_sheet_of_the_last_meeting_before_the_minutes_is_old(read: Read) -> None:
    reading = read(
        ("b", "Action sheet from the meeting of 2 December 2025"),
        [["Action", "Lead", "Progress"], ["Write to the company", "Bo", "In hand"]],
        PEOPLE, *HEADS, "Action: CD to find a map", ("b", "3. End"), SAID,
    )  # fmt: skip
    assert actions(reading) == [("Find a map", "CD", "")]
    assert reading.held_on is not None and reading.held_on.isoformat() == "2026-03-03"


def test_a_running_log_after_the_minutes_adds_only_what_is_new(read: Read) -> None:
    reading = read(
        PEOPLE, *HEADS, "Action: BM to ring the bus company", ("b", "3. End"), SAID,
        ("b", "Action log"),
        [["No", "Action", "Owner", "Deadline", "Status"],
         ["12", "Old thing to do", "CD", "1/1/26", "Closed"],
         ["13", "Another old thing", "AL", "1/6/26", "In progress"],
         ["14", "Ring the bus company", "BM", "1/5/26", "New"]],
    )  # fmt: skip
    assert actions(reading) == [("Ring the bus company", "BM", "1/5/26")]


def test_a_paper_after_the_last_item_is_left_out(read: Read) -> None:
    reading = read(
        PEOPLE, *HEADS, ("b", "3. Date of next meeting"), "2 June 2026",
        ("b", "Appendix A: Housing"), ("b", "1. Background"), SAID, ("b", "2. Next steps"),
        ("*", "Officers to write a report"),
    )  # fmt: skip
    assert titles(reading) == ["1 Welcome", "2 Buses", "3 Date of next meeting"]
    assert actions(reading) == []
    assert any("Another paper" in doubt for doubt in reading.doubts)


def test_two_actions_of_one_person_are_not_taken_for_one(read: Read) -> None:
    reading = read(
        PEOPLE, *HEADS, "Action: Ann to write to the mayor", ("b", "3. End"), SAID,
        [["Action", "Who"], ["Write to the mayor", "Ann"], ["Write to the ranger", "Ann"]],
    )  # fmt: skip
    assert [text for text, _, _ in actions(reading)] == [
        "Write to the mayor",
        "Write to the ranger",
    ]


def test_a_tick_matrix_of_several_meetings_gives_the_last(read: Read) -> None:
    reading = read(
        [["Name", "Jan", "Mar", "May"], ["Ann Lee (Chair) AL", "✓", "✓", ""],
         ["Bo Marsh BM", "✓", "A", ""], ["Mind: Cleo Dunn CD", "", "✓", ""]],
        ("b", "1. Buses"), SAID, ("b", "2. End"), SAID,
    )  # fmt: skip
    assert [one.name for one in reading.present] == ["Ann Lee", "Cleo Dunn"]
    assert [one.name for one in reading.apologies] == ["Bo Marsh"]


def test_a_wrong_year_gives_way_to_weekday_and_file_name_and_is_said(read: Read) -> None:
    top = (("b", "Harbour Board"), "Meeting of Wednesday 14 January 2014", PEOPLE, *HEADS)
    named = read(*top, top=False, file_name="harbour-2015-01-14.docx")
    assert named.held_on is not None and named.held_on.year == 2015
    assert any("which was taken" in doubt for doubt in named.doubts)
    unnamed = read(*top, top=False)
    assert unnamed.held_on is not None and unnamed.held_on.year == 2014
    assert any("was a Tuesday" in doubt for doubt in unnamed.doubts)
