"""Who was there and who sent apologies, however the names are set out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boards.word_reader.reading import Person, Reading

Read = Callable[..., Reading]
SAID = "Members talked about it for some time and asked several questions about the plan."
ITEMS = (("b", "1. Buses"), SAID, ("b", "2. Parking"), SAID)


def names(people: tuple[Person, ...]) -> list[str]:
    return [person.name for person in people]


@pytest.mark.parametrize(
    "lines",
    [
        ["Present: Ann Lee, Bo Marsh and Cleo Dunn", "Apologies: Dee Park"],
        ["Present: Ann Lee (Chair), Bo Marsh (Mind), Cleo Dunn (CD). Apologies – Dee Park (GP)."],
        ["Attendees: Ann Lee; Bo Marsh; Cleo Dunn", "Apologies for absence: Dee Park"],
        ["In attendance", "Ann Lee", "Bo Marsh", "Cleo Dunn", "Apologies", "Dee Park"],
        [
            "PRESENT:", "Ann Lee – Carer", "Bo Marsh, Manager", "Cleo Dunn (CD)",
            "APOLOGIES:", "Dee Park",
        ],
        ["Present:\nAnn Lee\nBo Marsh\nCleo Dunn", "Apologies:\nDee Park"],
        [
            ("b", "Present"), ("*", "Ann Lee"), ("*", "Bo Marsh"), ("*", "Cleo Dunn"),
            ("b", "Apologies"), ("*", "Dee Park"),
        ],
        [
            "People who came:", "Ann Lee", "Bo Marsh", "Cleo Dunn",
            "People who could not come:", "Dee Park",
        ],
        ["Present: AL – Ann Lee; BM – Bo Marsh; CD – Cleo Dunn", "Apologies from: Dee Park"],
        [[["Present", "Apologies"], ["Ann Lee", "Dee Park"], ["Bo Marsh", ""], ["Cleo Dunn", ""]]],
        [[["Present:", "Ann Lee¶Bo Marsh¶Cleo Dunn"], ["Apologies:", "Dee Park"]]],
        [
            [["Name", "Organisation"], ["Ann Lee", "Mind"], ["Bo Marsh", "NHS"], ["Cleo Dunn", ""]],
            "Apologies: Dee Park",
        ],
        [
            [
                ["Name", "Present", "Apologies"], ["Ann Lee", "✓", ""], ["Bo Marsh", "✓", ""],
                ["Cleo Dunn", "✓", ""], ["Eve Hart", "x", ""], ["Dee Park", "", "✓"],
            ]
        ],
        [
            [
                ["Initials", "Name", "Role"], ["AL", "Ann Lee", "Chair"], ["BM", "Bo Marsh", ""],
                ["CD", "Cleo Dunn", "Carer"],
            ],
            "Apologies were received from Dee Park.",
        ],
    ],
)  # fmt: skip
def test_names_are_found(read: Read, lines: list[str]) -> None:
    reading = read(*lines, *ITEMS)
    assert names(reading.present) == ["Ann Lee", "Bo Marsh", "Cleo Dunn"]
    assert names(reading.apologies) == ["Dee Park"]
    assert [item.title for item in reading.items] == ["Buses", "Parking"]


@pytest.mark.parametrize(
    ("entry", "role"),
    [
        ("Ann Lee (Chair)", "Chair"),
        ("Ann Lee (Chair) (AL)", "Chair"),
        ("Ann Lee – Head of Breaks and Day Services", "Head of Breaks and Day Services"),
        ("Ann Lee, Services Manager", "Services Manager"),
        ("Ann Lee (Manager, Harbour Trust)", "Manager, Harbour Trust"),
        ("Ann Lee", ""),
    ],
)
def test_the_role_is_what_stands_beside_the_name(read: Read, entry: str, role: str) -> None:
    assert read("Present:", entry, *ITEMS).present == (Person("Ann Lee", role),)


def test_a_label_can_be_the_role(read: Read) -> None:
    reading = read("Present:", "Bo Marsh", "Chair: Ann Lee", "Minutes taken by: Cleo Dunn", *ITEMS)
    assert Person("Ann Lee", "Chair") in reading.present
    assert "Cleo Dunn" in names(reading.present)


def test_groups_of_people_have_headings_of_their_own(read: Read) -> None:
    reading = read(
        ("b", "Voluntary Group Members"), ("*", "Ann Lee – Harbour Mind"),
        ("b", "Officers"), ("*", "Bo Marsh"), ("b", "Observers"), ("*", "Cleo Dunn"),
        ("b", "Members of the public in attendance:"), ("*", "Eve Hart"), *ITEMS,
    )  # fmt: skip
    assert names(reading.present) == ["Ann Lee", "Bo Marsh", "Cleo Dunn", "Eve Hart"]


def test_those_who_did_not_come_are_in_no_list(read: Read) -> None:
    reading = read("Present: Ann Lee", "Apologies: Dee Park", "Did not attend: Bo Marsh", *ITEMS)
    assert names(reading.present) == ["Ann Lee"]
    assert names(reading.apologies) == ["Dee Park"]


def test_somebody_both_present_and_absent_is_a_doubt(read: Read) -> None:
    reading = read("Present: Ann Lee, Bo Marsh", "Apologies: Ann Lee", *ITEMS)
    assert "Ann Lee is among those present and in the apologies." in reading.doubts


def test_initials_that_differ_by_a_letter_are_two_people(read: Read) -> None:
    reading = read(
        "Present: Ava Wood (AW), Abdi Warsame (AWa)", *ITEMS, "Action: AWa to ring.",
        "Action: AW to write.",
    )  # fmt: skip
    assert [one.action.owner for one in reading.actions] == ["AWa", "AW"]


def test_apologies_may_be_a_sentence_of_the_first_item(read: Read) -> None:
    reading = read(
        "Present: Ann Lee",
        ("b", "1. Apologies"), "Apologies were received from Dee Park and Eve Hart.",
        ("b", "2. Buses"), SAID,
    )  # fmt: skip
    assert names(reading.apologies) == ["Dee Park", "Eve Hart"]
    assert reading.items[0].parts[0].text == "Apologies were received from Dee Park and Eve Hart."


def test_a_time_of_arrival_in_a_cell_is_no_person(read: Read) -> None:
    reading = read(
        [["Attendees", "Officials"], ["Ann Lee (AL)", "Bo Marsh"], ["Cleo Dunn¶2:30", ""]], *ITEMS
    )
    assert names(reading.present) == ["Ann Lee", "Cleo Dunn", "Bo Marsh"]


def test_headings_after_the_names_are_not_people(read: Read) -> None:
    reading = read(
        "Present: Ann Lee, Bo Marsh", ("b", "Buses"), SAID, ("b", "Late Night Buses"), SAID
    )
    assert names(reading.present) == ["Ann Lee", "Bo Marsh"]
    assert [item.title for item in reading.items] == ["Buses", "Late Night Buses"]


def test_people_listed_at_the_end_are_found(read: Read) -> None:
    reading = read(*ITEMS, ("b", "Present"), "Ann Lee (Chair)", "Bo Marsh")
    assert names(reading.present) == ["Ann Lee", "Bo Marsh"]
