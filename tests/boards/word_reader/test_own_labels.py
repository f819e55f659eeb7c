"""Labels, columns and turns of phrase for actions that are known by how they are used."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boards.word_reader.reading import Reading

Read = Callable[..., Reading]
PEOPLE = "Here: Ann Lee (chair), Bo Moss, Cy Ward (CW), Priya Shah"
SAID = "Ann said that things were going quite well in the town. Cy will look at it again."
LAST = (("b", "Next meeting"), "Tuesday 7 April 2026 at 2pm.")
DONE = [
    ("Ring the shop", "Bo Moss"), ("Write to the bank by 1 May", "Cy Ward"),
    ("Send the leaflet", "Priya Shah"),
]  # fmt: skip


def actions(reading: Reading) -> list[tuple[str, str]]:
    return [(one.action.text.rstrip("."), one.action.owner) for one in reading.actions]


@pytest.mark.parametrize("look", ["", "b", "u", "h2"])
@pytest.mark.parametrize(
    "label", ["Jobs:", "Homework", "Who does what?", "So…", "Our promises", "FOLLOW-UP", "To do"]
)
def test_a_label_that_comes_again_over_orders_marks_actions(
    label: str, look: str, read: Read
) -> None:
    reading = read(
        PEOPLE,
        ("h1", "Buses"), SAID, (look, label), ("*", "Bo to ring the shop"),
        ("*", "Cy – write to the bank by 1 May"),
        ("h1", "Parks"), SAID, (look, label), ("*", "Send the leaflet (Priya)"),
        ("h1", "Money"), SAID,
    )  # fmt: skip
    assert [item.title for item in reading.items] == ["Buses", "Parks", "Money"]
    assert actions(reading) == DONE
    assert not any(one.action.doubts for one in reading.actions)


@pytest.mark.parametrize("label", ["Comments", "Good news"])
def test_a_label_over_anything_else_marks_none(label: str, read: Read) -> None:
    reading = read(
        PEOPLE,
        ("b", "Buses"), SAID, f"{label}:", ("*", "Bo wants a bus"), ("*", "Cy – the bus is late"),
        ("b", "Parks"), SAID, f"{label}:", ("*", "Priya: the swings are broken"),
    )  # fmt: skip
    assert [one for one in actions(reading) if one[1] != "Cy Ward"] == []


@pytest.mark.parametrize(
    "label", ["Follow up: {}", "Job {n}: {}", "Task – {}", "A{n}. {}", "[A{n}] {}"]
)
def test_a_label_before_each_order_marks_it(label: str, read: Read) -> None:
    said = ("Bo to ring the shop", "Cy: write to the bank by 1 May", "Send the leaflet (Priya)")
    lines = [label.format(one, n=at + 1) for at, one in enumerate(said)]
    reading = read(PEOPLE, ("b", "Buses"), SAID, lines[0], ("b", "Parks"), *lines[1:], *LAST)
    assert actions(reading) == DONE


def test_a_list_of_orders_at_the_end_is_no_item(read: Read) -> None:
    reading = read(
        PEOPLE, ("b", "Buses"), SAID, ("b", "Parks"), SAID, *LAST, ("b", "Before we meet again"),
        ("*", "Bo to ring the shop"), ("*", "Cy – write to the bank by 1 May"),
        ("*", "Send the leaflet (Priya)"),
    )  # fmt: skip
    assert [item.title for item in reading.items] == ["Buses", "Parks", "Next meeting"]
    assert actions(reading) == DONE


def test_a_table_under_unknown_headers_is_known_by_its_cells(read: Read) -> None:
    table = [
        ["Job", "Whose turn", "Finished"], ["Ring the shop", "Bo", "1 May"],
        ["Write to the bank", "Cy", "asap"],
    ]  # fmt: skip
    reading = read(PEOPLE, ("b", "Buses"), SAID, ("b", "Parks"), SAID, *LAST, table)
    assert [(one.action.owner, one.action.due) for one in reading.actions] == [
        ("Bo Moss", "1 May"), ("Cy Ward", "asap"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "It was left with Bo to ring the shop", "For Bo to ring the shop", "Bo is to ring the shop",
        "Ring the shop – Bo", "Ring the shop {Bo}", "Ring the shop → Bo", "Bo → ring the shop",
        "@Bo ring the shop", "Please could Bo ring the shop", "Bo has the job of ringing the shop",
        "Bo’s going to ring the shop", "Bo, ring the shop", "Ring the shop (action Bo)",
        "That Bo ring the shop", "Ring the shop\tBo", "Bo (Moss Ltd) to ring the shop",
    ],
)  # fmt: skip
def test_the_owner_is_known_however_it_is_said(words: str, read: Read) -> None:
    reading = read(PEOPLE, ("b", "Buses"), SAID, f"Action: {words}", ("b", "Parks"), SAID, *LAST)
    assert actions(reading) == [("Ring the shop", "Bo Moss")]


def test_what_somebody_took_on_in_other_words_is_found_with_a_doubt(read: Read) -> None:
    said = "It was left with Bo to ring the shop. We asked Cy to write to the bank by 1 May."
    reading = read(PEOPLE, ("b", "Buses"), said, ("b", "Parks"), SAID, *LAST)
    assert [one for one in actions(reading) if one in DONE] == DONE[:2]
    assert all(one.action.doubts for one in reading.actions)


def test_one_mark_in_the_file_makes_will_a_mere_report(read: Read) -> None:
    lines = (PEOPLE, ("b", "Buses"), "Cy will ask the bank.", ("b", "Parks"))
    assert actions(read(*lines, SAID, *LAST))[0] == ("Ask the bank", "Cy Ward")
    marked = read(*lines, "Action: Bo to ring the shop", *LAST)
    assert actions(marked) == DONE[:1]
    assert any("Ask the bank" in doubt for doubt in marked.doubts)
