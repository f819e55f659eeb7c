"""The meeting's name, day, times and place; contradictions are said, never settled by guessing."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from boards.word_reader.reading import Reading

Read = Callable[..., Reading]
SAID = "Members talked about it for some time and asked several questions about the plan."
ITEMS = (("b", "1. Buses"), SAID, ("b", "2. Parking"), SAID)
DAY = datetime.date(2026, 3, 3)


@pytest.mark.parametrize(
    "line",
    [
        "3 March 2026",
        "Tuesday 3rd March 2026",
        "Tuesday, 3 March, 2026",
        "Tues 3 Mar 2026",
        "March 3rd, 2026",
        "03/03/2026",
        "03/03/26",
        "3.3.2026",
        "2026-03-03",
        "Date: Tuesday 3 March 2026",
        "Date of meeting: 3 March 2026",
        "The meeting was held on: 3 March 2026",
        "Minutes of the meeting held on Tuesday 3 March 2026 at 2pm",
        "Tuesday the 3rd of March 2026",
        "3rd March ’26",
    ],
)
def test_the_day_is_read_in_every_form(read: Read, line: str) -> None:
    reading = read(("b", "Harbour Board"), line, *ITEMS, top=False)
    assert (reading.title, reading.held_on, reading.doubts) == ("Harbour Board", DAY, ())


@pytest.mark.parametrize(
    ("line", "starts", "ends"),
    [
        ("Time: 10:00–13:00", "10:00", "13:00"),
        ("3 March 2026, 14:30-17:30", "14:30", "17:30"),
        ("3 March 2026, 2pm to 4pm", "14:00", "16:00"),
        ("3 March 2026 at 2.00 – 4.30pm", "14:00", "16:30"),
        ("3 March 2026, 10.30am until 12 noon", "10:30", "12:00"),
        ("3 March 2026, 11 – 1pm", "11:00", "13:00"),
        ("3 March 2026 at 6pm", "18:00", None),
        ("Time: 10 – 12", "10:00", "12:00"),
        ("3 March 2026", None, None),
    ],
)
def test_times_are_read_as_written(read: Read, line: str, starts: str, ends: str) -> None:
    reading = read(("b", "Harbour Board"), "Date: 3 March 2026", line, *ITEMS, top=False)
    given = [one and one.isoformat("minutes") for one in (reading.starts_at, reading.ends_at)]
    assert given == [starts, ends]


def test_a_time_that_may_be_morning_or_afternoon_stays_blank(read: Read) -> None:
    reading = read("Time: 2.00 – 4.00", *ITEMS)
    assert reading.starts_at is None
    assert any("morning or afternoon" in doubt for doubt in reading.doubts)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Venue: Town Hall, Room 2", "Town Hall, Room 2"),
        ("Location – The Old Dairy", "The Old Dairy"),
        ("Kestrel Hall, Mill Lane", "Kestrel Hall, Mill Lane"),
        ("Held at the Central Library", "the Central Library"),
        ("We met at: Penfold House", "Penfold House"),
        ("Venue: Town Hall, Long\nLane, XX8 5AH", "Town Hall, Long Lane, XX8 5AH"),
        ("Present: Ann Lee", ""),
    ],
)
def test_the_place_is_read(read: Read, line: str, place: str) -> None:
    assert read(line, *ITEMS).place == place


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Minutes of the Carers Partnership Board held on 3 March 2026",
            "Carers Partnership Board",
        ),
        ("Carers Partnership Board – minutes, 3 March 2026", "Carers Partnership Board"),
        ("CARERS PARTNERSHIP BOARD", "Carers Partnership Board"),
        ("DRAFT Carers Partnership Board Minutes", "Carers Partnership Board"),
        ("Carers Forum - Agenda", "Carers Forum"),
    ],
)
def test_the_title_is_the_name_of_the_board(read: Read, line: str, title: str) -> None:
    assert read(("b", line), "3 March 2026", *ITEMS, top=False).title == title


def test_minutes_headed_agenda_are_read_and_it_is_said(read: Read) -> None:
    reading = read(("b", "Carers Forum - Agenda"), "3 March 2026", *ITEMS, top=False)
    assert any("Agenda" in doubt for doubt in reading.doubts)


def test_a_weekday_that_contradicts_the_date_is_a_doubt(read: Read) -> None:
    reading = read("Harbour Board", "Wednesday 3 March 2026", *ITEMS, top=False)
    assert reading.held_on == DAY
    assert "but that day was a Tuesday" in reading.doubts[0]


def test_a_date_without_a_year_stays_blank(read: Read) -> None:
    reading = read("Harbour Board", "Tuesday 3 March", *ITEMS, top=False)
    assert reading.held_on is None
    assert any("without a year" in doubt for doubt in reading.doubts)


def test_the_files_name_can_give_the_year_of_the_same_day(read: Read) -> None:
    reading = read(
        "Harbour Board", "Tuesday 3 March", *ITEMS, top=False, file_name="minutes_2026-03-03.docx"
    )
    assert reading.held_on == DAY


def test_a_files_name_with_another_day_is_a_doubt(read: Read) -> None:
    reading = read(*ITEMS, file_name="minutes 10 March 2026.docx")
    assert reading.held_on == DAY
    assert any("file’s name" in doubt for doubt in reading.doubts)


def test_two_dates_at_the_top_are_a_doubt_and_stay_blank(read: Read) -> None:
    reading = read("Harbour Board 3 March 2026", "Minutes 10 March 2026", *ITEMS, top=False)
    assert reading.held_on is None
    assert any("more than one date" in doubt for doubt in reading.doubts)


def test_a_labelled_date_is_stronger_than_the_title(read: Read) -> None:
    reading = read("Harbour Board 10 March 2026", "Date: 3 March 2026", *ITEMS, top=False)
    assert reading.held_on == DAY
    assert any("The heading says 10 March 2026" in doubt for doubt in reading.doubts)


def test_last_meetings_later_date_is_a_doubt_about_the_year(read: Read) -> None:
    reading = read(
        "Harbour Board", "14 January 2025",
        ("b", "1. Minutes of the meeting held on 5 November 2025"), SAID,
        ("b", "2. Buses"), SAID, top=False,
    )  # fmt: skip
    assert any("check the year" in doubt for doubt in reading.doubts)


def test_no_date_at_all_is_said(read: Read) -> None:
    reading = read("Harbour Board", *ITEMS, top=False)
    assert reading.held_on is None
    assert "No date of the meeting was found." in reading.doubts


def test_contact_details_in_the_text_are_pointed_out(read: Read) -> None:
    for words in ("Write to ann@harbour.example today.", "Ring 01632 960175 today."):
        reading = read(("b", "1. Buses"), words, ("b", "2. Parking"), SAID)
        assert any("telephone" in doubt for doubt in reading.doubts)
