"""Numbers of items in shapes that no list foresees, known by counting upwards."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boards.word_reader.reading import Reading

Read = Callable[..., Reading]
PEOPLE = "Present: Ann Lee (chair), Bo Moss, Cy Ward, Priya Shah"
TITLES = ("Welcome", "Minutes of the last meeting", "Housing", "Transport", "Any other business")
SAID = ("Ann said that things were going well in the town.", "Bo thanked everybody.")
ROMAN = ("I", "II", "III", "IV", "V")
WORDS = ("one", "two", "three", "four", "five")
SHAPES = (
    "Item ({n}) {t}", "[{n}] {t}", "{n}/ {t}", "{n} – {t}", "No. {n} {t}", "({a}) {t}",
    "Item {w} {t}", "{n}a {t}", "({r}) {t}", "{r} – {t}", "24/0{n} {t}", "Agenda item no {n} {t}",
    "Minute {m} {t}", "{m}. {t}", "12.{n} {t}", "Topic {n}: {t}", "#{n} {t}", "<{n}> {t}",
    "{t} ({n})", "{t} – item {n}",
)  # fmt: skip


def written(shape: str, at: int) -> str:
    return shape.format(n=at + 1, a="abcde"[at], w=WORDS[at], r=ROMAN[at], m=146 + at, t=TITLES[at])


@pytest.mark.parametrize("look", ["", "b"])
@pytest.mark.parametrize("shape", SHAPES)
def test_items_are_found_whatever_shape_their_numbers_have(
    shape: str, look: str, read: Read
) -> None:
    lines = [one for at in range(5) for one in ((look, written(shape, at)), *SAID)]
    reading = read(PEOPLE, *lines)
    assert [item.title for item in reading.items] == list(TITLES)
    assert [person.name for person in reading.present] == [
        "Ann Lee", "Bo Moss", "Cy Ward", "Priya Shah",
    ]  # fmt: skip


def test_a_title_may_stand_in_the_line_below_its_number(read: Read) -> None:
    lines = [one for at in range(5) for one in (("b", f"Item {at + 1}"), ("b", TITLES[at]), *SAID)]
    reading = read(PEOPLE, *lines)
    assert [(item.number, item.title) for item in reading.items] == [
        (str(at + 1), title) for at, title in enumerate(TITLES)
    ]


def test_lettered_points_inside_the_items_are_no_items(read: Read) -> None:
    points = ("(a) The bus is late on Mondays.", "(b) The fare has gone up again.")
    lines = [one for at in range(4) for one in (("b", TITLES[at]), *points, SAID[0])]
    reading = read(PEOPLE, *lines)
    assert [item.title for item in reading.items] == list(TITLES[:4])


def test_a_list_without_text_between_is_no_series(read: Read) -> None:
    listed = [f"({letter}) {name}" for letter, name in zip("abc", TITLES[2:], strict=True)]
    reading = read(PEOPLE, ("b", "Plans"), *listed, SAID[0], ("b", "Trips"), SAID[0])
    assert [item.title for item in reading.items] == ["Plans", "Trips"]
