"""Every item and part says where in the file it stood, and a reading comes back from storage."""

from __future__ import annotations

import json
from collections.abc import Callable

from boards.word_reader.reading import ActionPart, Item, Reading, TextPart

Read = Callable[..., Reading]
SAID = "Members talked about it for some time and asked several questions about the plan."
PEOPLE = "Present: Ann Lee (AL), Bo Marsh (BM), Cleo Dunn (CD)"


def origins(reading: Reading) -> list[str]:
    """The source text of every item and its parts, in order."""
    return [
        reading.source[one.source] for item in reading.items for one in (item, *item.parts)
    ]  # fmt: skip


def test_paragraphs_are_named_as_they_stood(read: Read) -> None:
    action = "Action: BM to ring the company."
    reading = read(PEOPLE, ("b", "1. Buses"), SAID, action, "Agreed: the budget.", ("b", "2. End"))
    assert origins(reading) == ["1. Buses", SAID, action, "Agreed: the budget.", "2. End"]
    assert reading.source[2] == PEOPLE


def test_a_row_of_a_table_is_one_entry(read: Read) -> None:
    reading = read(
        PEOPLE,
        [["Item", "Action"], ["1. Buses", "BM to ring the company"], ["2. Parks", "Noted"]],
        [["Action", "Owner"], ["Paint the door of the hall", "CD"]],
    )
    assert origins(reading)[:2] == ["1. Buses | BM to ring the company"] * 2
    assert reading.source[reading.unplaced[0].source] == "Paint the door of the hall | CD"


def test_a_cell_of_many_paragraphs_is_taken_apart(read: Read) -> None:
    reading = read(PEOPLE, [["Item", "Action"], [f"1. Buses¶{SAID}", "BM to ring the company"]])
    assert origins(reading) == ["1. Buses", SAID, "BM to ring the company"]


def test_an_owner_in_a_line_of_its_own_leaves_the_action_where_its_words_are(read: Read) -> None:
    said = "BM will ring the company."
    reading = read(PEOPLE, ("b", "1. Buses"), said, "Action: BM", ("b", "2. End"))
    action = reading.actions[0].action
    assert reading.source[action.source] == said


def test_where_it_stood_does_not_make_a_part_another() -> None:
    assert TextPart("a", 1) == TextPart("a", 2)
    assert Item("1", "a", (), 3) == Item("1", "a")


def test_a_reading_comes_back_whole_from_json(read: Read) -> None:
    reading = read(
        "Present: Ann Lee (Chair)", "Apologies: Bo Marsh", ("b", "1. Buses"), SAID,
        "Action: AL to ring by 1 May 2026.", "Decision: the map is right.", ("b", "2. End"),
        [["Action", "Owner"], ["Paint the door of the hall", "CD"]],
    )  # fmt: skip
    stored = json.loads(json.dumps(reading.as_dict()))
    again = Reading.from_dict(stored)
    assert again == reading
    assert again.as_dict() == reading.as_dict()
    assert again.source == reading.source and again.source


def test_storage_with_holes_in_it_gives_what_there_is() -> None:
    assert Reading.from_dict({}) == Reading()
    odd = {
        "title": None, "held_on": "soon", "starts_at": 7, "present": ["Ann", {"name": "Bo"}],
        "items": [{"title": "Buses", "parts": [{"kind": "action", "text": "Ring"}, 4]}, None],
        "doubts": "none", "source": [1, "a"], "unplaced": {"text": "a"},
    }  # fmt: skip
    reading = Reading.from_dict(odd)
    assert reading.items == (Item("", "Buses", (ActionPart("Ring"),)),)
    assert [one.name for one in reading.present] == ["Bo"]
    assert (reading.held_on, reading.doubts, reading.source) == (None, (), ("a",))
