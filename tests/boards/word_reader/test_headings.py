"""Items are found whatever a heading looks like, and nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boards.word_reader.reading import Reading

Read = Callable[..., Reading]
SAID = "Members talked about it for some time and asked several questions about the plan."


def titles(reading: Reading) -> list[str]:
    return [f"{item.number} {item.title}".strip() for item in reading.items]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("h2", "1. Welcome"), ("h2", "2. Buses")),
        (("b", "1. Welcome"), ("b", "2. Buses")),
        (("u", "1. Welcome"), ("u", "2. Buses")),
        (("bu", "1) Welcome:"), ("bu", "2) Buses:")),
        (("b", "1 WELCOME"), ("b", "2 BUSES")),
        ("1. WELCOME", "2. BUSES"),
        ("1 WELCOME", "2 BUSES"),
        (("b", "1.\tWelcome"), ("b", "2.\tBuses")),
        (("b", "1.0 Welcome"), ("b", "2.0 Buses")),
        (("b", "Item 1 – Welcome"), ("b", "Item 2 – Buses")),
        ("Agenda Item 1: Welcome", "Agenda Item 2: Buses"),
        ("1. Welcome", "2. Buses"),
        (("B:", "1. Welcome: Ann opened the meeting."), ("B:", "2. Buses: They are late.")),
    ],
)
def test_a_number_and_a_heading_make_an_item(
    read: Read, one: tuple[str, str] | str, two: tuple[str, str] | str
) -> None:
    reading = read(one, SAID, two, SAID)
    assert [title.lower() for title in titles(reading)] == ["1 welcome", "2 buses"]
    assert all(part.text == SAID for item in reading.items for part in item.parts[-1:])


@pytest.mark.parametrize("look", ["b", "u", "bu", "h2", "c"])
def test_headings_without_numbers_are_items(read: Read, look: str) -> None:
    names = ["Welcome", "Late buses", "Any other business"]
    heads = [(name.upper() if look == "c" else (look, name)) for name in names]
    reading = read(heads[0], SAID, heads[1], SAID, heads[2], SAID)
    assert [title.lower() for title in titles(reading)] == [name.lower() for name in names]


def test_a_colon_or_dash_at_the_end_is_no_part_of_the_title(read: Read) -> None:
    reading = read(("bu", "Late buses:"), SAID, ("bu", "Parking –"), SAID)
    assert titles(reading) == ["Late buses", "Parking"]


def test_paragraph_numbers_through_all_items_are_no_items(read: Read) -> None:
    reading = read(
        ("b", "Welcome"), f"1. {SAID}", f"2. {SAID}", ("b", "Buses"), f"3. {SAID}", f"4. 11 {SAID}"
    )
    assert titles(reading) == ["Welcome", "Buses"]


def test_the_same_number_twice_and_a_jump_are_kept_and_said(read: Read) -> None:
    reading = read(("b", "1. Welcome"), SAID, ("b", "1. Buses"), SAID, ("b", "5. Parking"), SAID)
    assert titles(reading) == ["1 Welcome", "1 Buses", "5 Parking"]
    assert any("same number" in doubt for doubt in reading.doubts)


def test_sub_numbers_stay_inside_their_item(read: Read) -> None:
    reading = read(
        ("b", "4. Buses"), ("b", "4.1 Late buses"), SAID, ("b", "5. Parking"), f"5.1 {SAID}"
    )
    assert titles(reading) == ["4 Buses", "5 Parking"]


def test_bold_subheadings_below_numbered_headings_are_text(read: Read) -> None:
    reading = read(
        ("b", "1. Welcome"), SAID, ("b", "2. Buses"), ("b", "The night bus"), SAID,
        ("b", "3. Parking"), SAID, ("b", "Any other business"), SAID,
    )  # fmt: skip
    assert titles(reading) == ["1 Welcome", "2 Buses", "3 Parking", "Any other business"]
    assert reading.items[1].parts[0].text == "The night bus"


def test_a_second_colon_belongs_to_the_title(read: Read) -> None:
    reading = read(("b", "Agenda Item 1: Talk: Our year"), SAID, ("b", "Agenda Item 2: B plan"))
    assert titles(reading)[0] == "1 Talk: Our year"


def test_key_points_and_labels_are_no_items(read: Read) -> None:
    reading = read(
        ("b", "Welcome"), SAID, ("b", "Key points from discussion:"), ("*", "It is late."),
        ("b", "Actions:"), ("*", "AB to ring the company."), ("b", "Buses"), SAID,
        ("b", "Decision: The bus stays."),
    )  # fmt: skip
    assert titles(reading) == ["Welcome", "Buses"]


def test_a_planned_agenda_before_the_minutes_is_not_read_as_items(read: Read) -> None:
    reading = read(
        ("b", "Agenda"), ("b", "1. Welcome"), ("b", "2. Buses"), ("b", "3. Parking"),
        ("b", "1. Welcome"), SAID, ("b", "2. Buses"), SAID, ("b", "3. Parking"), SAID,
    )  # fmt: skip
    assert titles(reading) == ["1 Welcome", "2 Buses", "3 Parking"]


def test_a_table_with_the_planned_agenda_is_not_read_as_items(read: Read) -> None:
    plan = [["Item", "Description", "Lead"], ["1", "Welcome", "AB"], ["2", "Buses", "CD"]]
    reading = read(("b", "Agenda"), plan, ("b", "Welcome"), SAID, ("b", "Buses"), SAID)
    assert titles(reading) == ["Welcome", "Buses"]


def test_a_heading_over_the_list_of_people_is_no_item_when_its_number_comes_again(
    read: Read,
) -> None:
    reading = read(
        ("b", "1. Introductions"), ("b", "Present:"), ("*", "Ann Lee (Chair)"), ("*", "Bo Marsh"),
        ("b", "1. Welcome"), SAID, ("b", "2. Buses"), SAID,
    )  # fmt: skip
    assert titles(reading) == ["1 Welcome", "2 Buses"]
    assert [person.name for person in reading.present] == ["Ann Lee", "Bo Marsh"]


def test_numbered_sentences_are_items_without_a_title(read: Read) -> None:
    reading = read(
        "1. Leo read the agenda to us.", "2. We read the notes.", "3. The bus is always late.",
        "We do not like it.",
    )  # fmt: skip
    assert titles(reading) == ["1", "2", "3"]
    assert [part.text for part in reading.items[2].parts] == [
        "The bus is always late.",
        "We do not like it.",
    ]


def test_a_heading_and_its_text_may_stand_in_one_paragraph(read: Read) -> None:
    reading = read(
        ("B:", "Buses: They are late in the evening."),
        ("B:", "Parking: There is none on Mondays."),
        ("B:", "Benches: Two more are wanted."),
    )
    assert titles(reading) == ["Buses", "Parking", "Benches"]
    assert reading.items[0].parts[0].text == "They are late in the evening."


def test_a_date_a_place_and_the_name_of_the_board_are_no_items(read: Read) -> None:
    reading = read(
        ("b", "3 March 2026"), ("b", "Venue: Town Hall"), ("b", "Minutes"), ("b", "Welcome"), SAID,
        ("b", "Buses"), SAID,
    )  # fmt: skip
    assert titles(reading) == ["Welcome", "Buses"]


def test_a_file_without_items_says_so_and_keeps_the_text(read: Read) -> None:
    reading = read(SAID, "Action: AB to ring the bus company.")
    assert reading.items == ()
    assert "No items were found." in reading.doubts
    assert [one.action.owner for one in reading.actions] == ["AB"]
    assert reading.unplaced[0].text == SAID
