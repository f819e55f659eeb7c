"""Actions are found as boards write them, come out once, and never from what is none."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from boards.word_reader.reading import ActionPart, DecisionPart, Reading

Read = Callable[..., Reading]
PEOPLE = "Present: Ann Lee (Chair) (AL), Bo Marsh (BM), Cleo Dunn (CD), Apologies: Dee Park"
HEADS = (("b", "1. Welcome"), "People said who they were.", ("b", "2. Buses"))


def actions(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.action.text, one.action.owner, one.action.due) for one in reading.actions]


def one(reading: Reading) -> ActionPart:
    assert len(reading.actions) == 1, actions(reading)
    return reading.actions[0].action


@pytest.mark.parametrize(
    "line",
    [
        "Action: BM to ring the bus company.",
        "ACTION: BM to ring the bus company.",
        "ACTION 3: BM to ring the bus company.",
        "Action 3 – BM to ring the bus company.",
        "Action point 3: BM to ring the bus company.",
        "AP3: BM to ring the bus company.",
        "Action (BM): Ring the bus company.",
        "Action BM: Ring the bus company.",
        "ACTION BM to ring the bus company.",
        "[Action: BM to ring the bus company]",
        "Action: Ring the bus company. (BM)",
        "Action: Ring the bus company – BM",
        "Action: Ring the bus company. BM",
        "Action: BM: ring the bus company",
        "Action: [BM] Ring the bus company.",
        "Action: Ring the bus company. Owner: BM",
        "Action: BM will ring the bus company.",
        "2.4 Action: BM to ring the bus company.",
        "• Action: BM to ring the bus company.",
        "**Action:** BM to ring the bus company.",
        ("B:", "Action: BM to ring the bus company."),
        ("i", "Action: BM to ring the bus company."),
        ("b", "Action: BM to ring the bus company."),
        ("*", "ACTION: BM to ring the bus company."),
        "Agreed: BM to ring the bus company.",
        "AGREED that BM would ring the bus company.",
        "Agreed action: BM to ring the bus company.",
        "The bus is late. Action: BM to ring the bus company.",
        "The bus is late.\nACTION – BM to ring the bus company.",
        ("i", "BM to ring the bus company."),
        ("b", "BM to ring the bus company."),
    ],
)
def test_an_action_is_found_with_its_owner(read: Read, line: str | tuple[str, str]) -> None:
    found = one(read(PEOPLE, *HEADS, line))
    assert found.text.rstrip(".") == "Ring the bus company"
    assert found.owner == "BM"
    assert not found.doubts


def test_the_action_stands_in_its_item(read: Read) -> None:
    placed = read(PEOPLE, *HEADS, "Action: BM to ring.", ("b", "3. End"), "Bye.").actions[0]
    assert (placed.item_number, placed.item_title) == ("2", "Buses")


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Ann Lee to ring the company", "Ann Lee"),
        ("Ann to ring the company", "Ann Lee"),
        ("AL/BM to ring the company", "AL; BM"),
        ("AL & BM to ring the company", "AL; BM"),
        ("Ann and Bo to ring the company", "Ann Lee; Bo Marsh"),
        ("All members to ring the company", "All members"),
        ("The Secretary to ring the company", "The Secretary"),
        ("The travel team will ring the company", "The travel team"),
        ("Harbour Council to ring the company", "Harbour Council"),
        ("Ring the company AL/BM.", "AL; BM"),
        ("The board asked Bo to ring the company", "Bo Marsh"),
        ("Company to be rung – BM to take forward", "BM"),
        ("Ring the company", ""),
        ("Notes to be sent to AL", ""),
        ("The timetable to be put on the website", ""),
        ("Look at parking with CD", ""),
    ],
)
def test_the_owner_is_who_is_to_do_it(read: Read, words: str, owner: str) -> None:
    assert one(read(PEOPLE, *HEADS, f"Action: {words}")).owner == owner


def test_somebody_named_without_being_the_owner_is_a_doubt(read: Read) -> None:
    found = one(read(PEOPLE, *HEADS, "Action: Look at parking with CD"))
    assert found.doubts == ("CD is named, but not clearly as the owner.",)


@pytest.mark.parametrize(
    ("words", "due", "due_on"),
    [
        ("by 30 June 2026", "30 June 2026", datetime.date(2026, 6, 30)),
        ("by 30 June", "30 June", datetime.date(2026, 6, 30)),
        ("by 30/06/26", "30/06/26", datetime.date(2026, 6, 30)),
        ("by the end of July", "end of July", None),
        ("by end July", "end July", None),
        ("by May", "May", None),
        ("before the next meeting", "next meeting", None),
        ("for the next board meeting", "next board meeting", None),
        ("asap", "asap", None),
        ("(ongoing)", "ongoing", None),
        ("by Friday", "Friday", None),
        ("within two weeks", "within two weeks", None),
        ("by Monday 30 June 2026", "Monday 30 June 2026", None),
        ("", "", None),
    ],
)
def test_a_due_date_is_kept_in_its_words_and_the_day_only_when_known(
    read: Read, words: str, due: str, due_on: datetime.date | None
) -> None:
    found = one(read(PEOPLE, *HEADS, f"Action: BM to ring the company {words}".strip()))
    assert (found.due, found.due_on) == (due, due_on)
    assert bool(found.doubts) == (due == "Monday 30 June 2026")


def test_the_next_meeting_is_a_day_when_the_file_names_it(read: Read) -> None:
    reading = read(
        PEOPLE, *HEADS, "Action: BM to report to the next meeting.",
        ("b", "3. Date of next meeting"), "Tuesday 2 June 2026, 10am",
    )  # fmt: skip
    assert one(reading).due_on == datetime.date(2026, 6, 2)


def test_the_day_of_an_event_is_no_due_date(read: Read) -> None:
    assert one(read(PEOPLE, *HEADS, "Action: BM to book the hall for 1 June.")).due == ""


def test_two_due_dates_are_a_doubt_and_stay_blank(read: Read) -> None:
    found = one(read(PEOPLE, *HEADS, "Action: BM to write by 1 June and ring by 1 July 2026."))
    assert found.due == ""
    assert "More than one date" in found.doubts[0]


@pytest.mark.parametrize(
    "line",
    [
        "Action 34: Travel training – BM reported that this is complete.",
        "Action 34: Travel training",
        "Action 35: Review of the leaflet",
        "Action 40: Ramp at the library. Carried forward.",
        "Actions 51, 54 & 71 to be closed.",
        "Actions 55, 56 and 81 to 86 were closed.",
        "Action 12 to be closed",
        "Action: None",
        "Actions: N/A",
        "No actions.",
        "Noted: The list of actions was read.",
        "The action plan: it will be read in May.",
        "Action plan: it will be read in May.",
        "The board agreed the plan.",
        "The panel agreed that the papers should be public.",
    ],
)
def test_what_is_no_new_action_is_not_taken_for_one(read: Read, line: str) -> None:
    reading = read(PEOPLE, *HEADS, line, ("b", "3. End"), "Bye.")
    assert actions(reading) == []


def test_old_actions_under_matters_arising_stay_text(read: Read) -> None:
    reading = read(
        PEOPLE, ("b", "1. Matters arising"), "Action 3: BM to ring the company. Done.",
        "Action 4: CD to send the map – CD has sent it.", "Action: AL to ask again by 1 May 2026.",
        ("b", "2. Buses"), "They are late.",
    )  # fmt: skip
    assert [text for text, _, _ in actions(reading)] == ["Ask again by 1 May 2026."]


@pytest.mark.parametrize(
    "label", ["Actions:", "ACTIONS", "Action points", ("b", "Actions"), "WHAT NEXT?", "Next steps:"]
)
def test_a_list_below_a_label_holds_actions(read: Read, label: str | tuple[str, str]) -> None:
    reading = read(
        PEOPLE, *HEADS, "They are late.", label, ("*", "BM to ring the company."),
        ("*", "CD will find a map."), ("b", "3. End"), "Ann thanked everybody.",
    )  # fmt: skip
    assert actions(reading) == [
        ("Ring the company.", "BM", ""),
        ("Find a map.", "CD", ""),
    ]
    assert {placed.item_number for placed in reading.actions} == {"2"}


def test_lettered_parts_are_actions_of_their_own(read: Read) -> None:
    reading = read(PEOPLE, *HEADS, "Action 4: (a) BM to ring; (b) CD to write to the company.")
    assert actions(reading) == [("Ring", "BM", ""), ("Write to the company.", "CD", "")]


def test_several_actions_in_one_line_are_divided(read: Read) -> None:
    reading = read(PEOPLE, *HEADS, "Actions: BM to ring the company; CD to write to the paper.")
    assert [owner for _, owner, _ in actions(reading)] == ["BM", "CD"]


def test_initials_behind_a_sentence_make_it_an_action(read: Read) -> None:
    reading = read(PEOPLE, *HEADS, "It is late. The company to be rung again. Action: BM")
    assert actions(reading) == [("The company to be rung again.", "BM", "")]


def test_an_action_only_in_running_text_is_found_and_doubted(read: Read) -> None:
    found = one(read(PEOPLE, *HEADS, "Bo agreed to ring the company before the summer."))
    assert (found.text, found.owner) == ("Ring the company before the summer.", "Bo Marsh")
    assert found.doubts == ("The file does not mark this as an action.",)


def test_a_broken_line_goes_on_with_the_action(read: Read) -> None:
    found = one(read(PEOPLE, *HEADS, "Action: BM to ring the", "company about the late bus."))
    assert found.text == "Ring the company about the late bus."


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Decision: The bus stays.", "The bus stays."),
        ("DECISION – The bus stays.", "The bus stays."),
        ("Agreed: The bus stays.", "The bus stays."),
        ("RESOLVED that the bus stays.", "The bus stays."),
        ("Decided: the bus stays.", "The bus stays."),
        ("Talk went on. Decision: The bus stays.", "The bus stays."),
        ("AGREED to note the report.", "To note the report."),
    ],
)
def test_a_decision_is_found_without_its_label(read: Read, line: str, text: str) -> None:
    reading = read(PEOPLE, *HEADS, line)
    assert [placed.decision for placed in reading.decisions] == [DecisionPart(text)]
    assert reading.actions == ()


@pytest.mark.parametrize(
    "words",
    [
        "Book the room – BM – by 1 July 2026",
        "Book the room. Lead: BM. Deadline: 1 July 2026",
        "Book the room Owner – BM Due – 1 July 2026",
        "Book the room (BM, by 1 July 2026)",
    ],
)
def test_an_owner_before_the_due_date_is_found(read: Read, words: str) -> None:
    found = one(read(PEOPLE, *HEADS, f"Action: {words}"))
    assert (found.owner, found.due) == ("BM", "1 July 2026")


def test_a_name_below_a_promise_makes_it_an_action_and_no_doubt(read: Read) -> None:
    reading = read(
        PEOPLE, *HEADS, "2.1 It was agreed that BM would write to the hospital.", "Action: BM"
    )
    assert actions(reading) == [("Write to the hospital.", "BM", "")]
    assert not any("may be an action" in doubt for doubt in reading.doubts)


def test_what_we_agreed_in_a_list_is_read_entry_by_entry(read: Read) -> None:
    reading = read(
        PEOPLE, *HEADS,
        ("b", "We agreed:"),
        ("*", "Bo will ring the company"), ("*", "To buy a map"), ("*", "The bus stays"),
        ("b", "3. End"), "Bye.",
    )  # fmt: skip
    assert actions(reading) == [("Ring the company", "Bo Marsh", ""), ("Buy a map", "", "")]
    assert [placed.decision.text for placed in reading.decisions] == ["The bus stays"]


def test_a_numbered_list_of_actions_is_no_list_of_items(read: Read) -> None:
    reading = read(
        PEOPLE, ("b", "Transport"), "They are late.", ("b", "Falls"), "It is icy.",
        ("b", "ACTIONS"), "1. Ring the company – BM", "2. Get leaflets – Cleo", "3. Book a room",
    )  # fmt: skip
    assert [item.title for item in reading.items] == ["Transport", "Falls"]
    assert [owner for _, owner, _ in actions(reading)] == ["BM", "Cleo Dunn", ""]
