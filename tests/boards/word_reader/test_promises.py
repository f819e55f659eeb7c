"""Actions that stand only in running text are found, marked as doubtful, and never invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boards.word_reader.reading import Reading

Read = Callable[..., Reading]
PEOPLE = "Present: Ann Lee (Chair) (AL), Bo Marsh (BM), Cleo Dunn (CD), Mr Raj Shah (Mencap)"
SAID = "Members talked about it for some time and asked several questions about the plan."
UNMARKED = "The file does not mark this as an action."


def actions(reading: Reading) -> list[tuple[str, str, str]]:
    return [(one.action.text, one.action.owner, one.action.due) for one in reading.actions]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bo will ring the company.", ("Ring the company.", "Bo Marsh", "")),
        ("Cleo agreed to find a map.", ("Find a map.", "Cleo Dunn", "")),
        ("Mr Shah undertook to report back in May.", ("Report back in May.", "Mr Shah", "May")),
        ("Ann and Bo offered to visit the depot.", ("Visit the depot.", "Ann Lee; Bo Marsh", "")),
        ("The Board asked Bo to find out.", ("Find out.", "Bo Marsh", "")),
        ("The Chair will write to the mayor.", ("Write to the mayor.", "The Chair", "")),
        ("It was agreed that Cleo would draft a bid.", ("Draft a bid.", "Cleo Dunn", "")),
        ("Bo spoke about bins. He was asked to call them.", ("Call them.", "Bo Marsh", "")),
        ("Insp. Lee spoke. Members are to send ideas.", ("Send ideas.", "Members", "")),
    ],
)
def test_what_somebody_took_on_is_found(
    read: Read, sentence: str, expected: tuple[str, str, str]
) -> None:
    reading = read(PEOPLE, ("b", "1. Buses"), f"{SAID} {sentence}", ("b", "2. End"), SAID)
    assert actions(reading) == [expected]
    assert UNMARKED in reading.actions[0].action.doubts
    assert reading.items[0].parts[0].text == f"{SAID} {sentence}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Bo will be away in May.",
        "The bus company will send letters to all residents.",
        "A resident, Mrs Smith, said that she will sell her car.",
        "Bo said that he will think about it.",
        "Cleo offered to help but this was not needed.",
        "Tina had been asked to find out.",
        "Ann was to write to the council and has done so.",
        "If the council agrees, Bo will write to the mayor.",
        "Cleo will not send the map.",
        "Bo will move to Leeds.",
    ],
)
def test_a_report_is_no_promise(read: Read, sentence: str) -> None:
    heads = (("b", "1. Buses"), ("b", "2. End"))
    reading = read(PEOPLE, heads[0], sentence, "Bo will ring the company.", heads[1], SAID)
    assert actions(reading) == [("Ring the company.", "Bo Marsh", "")]


def test_a_mark_after_the_promise_says_the_same_once(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "1. Buses"), "Bo agreed to ring the bus company about the number 6.",
        "Action: BM to ring the bus company",
        ("b", "2. Parks"), "Cleo will find a map and send it round. Action CD",
        ("b", "3. Bins"), "Ann offered to put it in the newsletter. (Action: Ann Lee, October)",
    )  # fmt: skip
    assert actions(reading) == [
        ("Ring the bus company", "BM", ""),
        ("Find a map and send it round.", "CD", ""),
        ("Put it in the newsletter.", "Ann Lee", "October"),
    ]
    assert all(not one.action.doubts for one in reading.actions)


def test_a_file_that_lists_its_actions_says_by_that_what_is_none(read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "1. Buses"), "Bo will ring the company.", ("b", "2. Parks"), "Cleo will visit them.",
        ("b", "3. Bins"), SAID, ("b", "Action list"),
        [["Action", "Who"], ["Ring the company", "BM"], ["Order new bins", "AL"]],
    )  # fmt: skip
    assert [text for text, _, _ in actions(reading)] == ["Ring the company.", "Order new bins"]
    assert any("Cleo Dunn: Visit them." in doubt for doubt in reading.doubts)


def test_agreed_to_and_who_does_it_are_one_action(read: Read) -> None:
    reading = read(
        PEOPLE, ("b", "1. Buses"), "AGREED to send a reply. Ann and Bo will draft it.",
        ("b", "2. End"), SAID,
    )  # fmt: skip
    assert actions(reading) == [("Send a reply: draft it.", "Ann Lee; Bo Marsh", "")]
    assert [one.decision.text for one in reading.decisions] == ["To send a reply."]
