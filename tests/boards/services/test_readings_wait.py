"""Nothing that was typed on the side-by-side screen is lost, and no nonsense breaks it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from boards.enums import ReadingState
from boards.forms.minutes import WORD_KINDS
from boards.models import Attendance, MeetingPage, MinutesPage, WordReading
from boards.selectors.readings import MOST_PIECES, found_in, is_too_long
from boards.services import (
    TYPED,
    ReadingIsDone,
    drop_reading,
    fill_minutes_from_word,
    keep_for_later,
    take_over_reading,
)
from boards.word_reader import read_word
from boards.word_reader.reading import ActionPart, Item, Reading, TextPart
from portal.users.models import User
from tests.boards.services.test_readings import READING, as_shown, content, draft, keep, screen

WORD = Path(__file__).resolve().parents[2] / "documents" / "word"


@pytest.fixture
def kept(held_meeting: MeetingPage, now: datetime) -> WordReading:
    return keep(held_meeting, now)


@pytest.mark.parametrize(
    ("changes", "place", "words"),
    [
        ({"i0-title": ""}, "i0-title", "Write something here, or leave it out."),
        ({"i0p1-text": " "}, "i0p1-text", "Write something here, or leave it out."),
        ({"i0p1-text": "x" * 601}, "i0p1-text", "at most 600 are possible"),
        ({"i0p2-due_on": "31/02/2026"}, "i0p2-due_on", "This is not a date."),
        ({"i0p2-owner": "x" * 161}, "i0p2-owner", "At most 160, please"),
        ({"i0p2-item": "77"}, "i0p2-item", "not in the list"),
        ({"i0p2-item": "new"}, "i0p2-item", "Give the new item a title"),
        ({"newp-text": "A thing"}, "newp-text", "Give the new item a title"),
        ({"i1-leave_out": "on", "i0p2-item": "1"}, "i0p2-item", "That item is left out."),
        ({"i0p0-kind": "song"}, "i0p0-kind", "not in the list"),
        ({"w0-name": ""}, "w0-name", "Write something here, or leave it out."),
        ({"w0-name": "a\x00b"}, "w0-name", "There is a sign in it that cannot be kept"),
        ({"w0-presence": "asleep"}, "w0-presence", "not in the list"),
    ],
)
def test_what_is_wrong_is_said_at_the_top_and_at_its_field_and_nothing_is_lost(
    client: Client,
    co_chair: User,
    kept: WordReading,
    changes: dict[str, str],
    place: str,
    words: str,
) -> None:
    client.force_login(co_chair)
    typed = as_shown(client, kept) | {"i1-title": "What else there was", "i0new-owner": "Ola Penn"}
    answer = client.post(screen(kept), typed | changes | {"do": "take"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'<a href="#{place}">' in page
    assert page.count(words) >= 2
    assert f'id="{place}"' in page
    assert 'value="What else there was"' in page
    assert 'value="Ola Penn"' in page
    assert not MinutesPage.objects.exists()
    good = client.post(screen(kept), typed | {"do": "take"})
    assert good.status_code == 302


def test_what_was_typed_waits_when_one_goes_on_later(
    client: Client, co_chair: User, kept: WordReading
) -> None:
    client.force_login(co_chair)
    data = as_shown(client, kept) | {
        "i0-title": "Evening\x00 buses",
        "i0p2-due_on": "not a day yet",
        "i0p0-leave_out": "on",
        "i0new-text": "Half a thought",
    }
    del data["w0-is_citizen"]
    assert client.post(screen(kept), data | {"do": "later"}).status_code == 302
    assert not MinutesPage.objects.exists()
    shown = as_shown(client, kept)
    assert shown["i0-title"] == "Evening buses"
    assert shown["i0p2-due_on"] == "not a day yet"
    assert shown["i0p0-leave_out"] == "on"
    assert shown["i0new-text"] == "Half a thought"
    assert "w0-is_citizen" not in shown
    assert "w2-is_citizen" in shown
    client.post(screen(kept), shown | {"i0p2-due_on": "2026-05-01", "do": "take"})
    assert draft().items[0].value["title"] == "Evening buses"


def test_what_is_typed_beside_one_file_stays_out_of_another(
    kept: WordReading, coming_meeting: MeetingPage, now: datetime
) -> None:
    other = keep(coming_meeting, now)
    keep_for_later(reading=other, typed={"i0-title": "Trains"})
    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.understood.get(TYPED), other.understood[TYPED]) == (None, {"i0-title": "Trains"})


def test_of_two_who_check_a_file_the_second_is_told_and_changes_nothing(
    kept: WordReading, co_chair: User
) -> None:
    drop_reading(reading=kept)
    late: list[Callable[[], object]] = [
        lambda: keep_for_later(reading=kept, typed={"i0-title": "Late"}),
        lambda: drop_reading(reading=kept),
        lambda: take_over_reading(reading=kept, checked=READING, people=[], taken_by=co_chair),
    ]
    for act in late:
        with pytest.raises(ReadingIsDone, match="in the meantime"):
            act()
    kept.refresh_from_db()
    assert (kept.state, kept.understood) == (ReadingState.DROPPED, {})
    assert not MinutesPage.objects.exists()


def test_the_start_page_leads_to_a_file_that_waits_and_the_same_file_waits_once(
    client: Client, co_chair: User, held_meeting: MeetingPage
) -> None:
    client.force_login(co_chair)
    start = reverse("boards_admin:start_minutes", args=[held_meeting.pk])
    assert "You have a file waiting" not in client.get(start).content.decode()
    for _ in range(2):
        file = SimpleUploadedFile("minutes.docx", (WORD / "agreed-style.docx").read_bytes())
        client.post(reverse("boards_admin:bring_word", args=[held_meeting.pk]), {"file": file})
    kept = WordReading.objects.get()
    page = client.get(start).content.decode()
    assert "You have a file waiting to be checked" in page
    assert f'href="{screen(kept)}"' in page
    assert kept.read_by == co_chair
    assert len(kept.sha256) == 64
    assert ".odt" in page
    assert all(kind in WORD_KINDS for kind in (".docx", ".odt", ".doc"))


def test_leaving_all_names_out_keeps_those_of_the_membership(
    client: Client, co_chair: User, kept: WordReading
) -> None:
    client.force_login(co_chair)
    out = {f"w{number}-leave_out": "on" for number in range(3)}
    client.post(screen(kept), as_shown(client, kept) | out | {"do": "take"})
    assert [one.name for one in draft().attendance.all()] == ["Ola Penn", "Mo Vale", "Sy Reed"]


def test_public_minutes_stay_as_they_are_until_the_new_draft_is_published(
    client: Client, co_chair: User, minutes: MinutesPage, held_meeting: MeetingPage, now: datetime
) -> None:
    client.force_login(co_chair)
    kept = keep(held_meeting, now)
    assert "These minutes are public" in client.get(screen(kept)).content.decode()
    before = client.get(minutes.url).content
    client.post(screen(kept), as_shown(client, kept) | {"do": "take"})
    assert client.get(minutes.url).content == before
    assert not Attendance.objects.filter(minutes=minutes).exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"do": "take"},
        {"do": "\x00"},
        {"do": "x" * 5000, "i0-title": "\x00", "i0p0-item": "9" * 5000},
        {"do": "take", "i0-leave_out": "on", "i1-leave_out": "on", "up0-leave_out": "on"},
        {"do": "later", "i0-title": "\x00" * 100, "nobody": "asked"},
    ],
)
def test_no_nonsense_breaks_the_screen(
    client: Client, co_chair: User, kept: WordReading, data: dict[str, str]
) -> None:
    client.force_login(co_chair)
    assert client.post(screen(kept), data).status_code in {200, 302}
    kept.refresh_from_db()
    assert kept.state == ReadingState.WAITING
    assert client.get(screen(kept)).status_code == 200


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 30, "x"])
def test_a_number_that_no_file_has_is_not_found(
    client: Client, co_chair: User, number: str
) -> None:
    client.force_login(co_chair)
    assert client.get(f"/admin/my-boards/readings/{number}/").status_code == 404


def test_a_file_without_items_and_people_can_be_taken_over_too(
    client: Client, co_chair: User, held_meeting: MeetingPage, now: datetime
) -> None:
    client.force_login(co_chair)
    loose = Reading(unplaced=(TextPart("One."), ActionPart("Two")), source=("One.", "Action: Two"))
    kept = keep(held_meeting, now, loose)
    found = found_in(kept)
    assert (len(found.opening), found.ending) == (2, ())
    page = client.get(screen(kept)).content.decode()
    assert "No items were found in this file." in page
    assert "It is not known where this stands in the file." in page
    client.post(screen(kept), as_shown(client, kept) | {"do": "take"})
    assert draft().items[0].value["title"] == "Not placed under an item"


def test_a_file_that_one_screen_cannot_hold_is_refused_in_words(
    client: Client, co_chair: User, held_meeting: MeetingPage, tmp_path: Path
) -> None:
    client.force_login(co_chair)
    document = Document()
    for number in range(1, 1300):
        document.add_heading(f"{number}. Topic {number}", 2)
    path = tmp_path / "long.docx"
    document.save(str(path))
    address = reverse("boards_admin:bring_word", args=[held_meeting.pk])
    answer = client.post(address, {"file": SimpleUploadedFile("long.docx", path.read_bytes())})
    assert "too long to be checked on one screen" in answer.content.decode()
    assert not WordReading.objects.exists()


def test_a_file_of_the_most_pieces_still_goes_through(
    client: Client, co_chair: User, held_meeting: MeetingPage, now: datetime
) -> None:
    client.force_login(co_chair)
    parts = tuple(ActionPart(f"Ring number {number}") for number in range(MOST_PIECES - 10))
    long = Reading(items=(Item("1", "Calls", parts),))
    assert not is_too_long(long)
    kept = keep(held_meeting, now, long)
    answer = client.post(screen(kept), as_shown(client, kept) | {"do": "take"})
    assert answer.status_code == 302
    assert len(content(draft().items[0])) == MOST_PIECES - 10


def test_items_whose_places_run_backwards_still_show_the_whole_source_once(
    held_meeting: MeetingPage, now: datetime
) -> None:
    odd = Reading(
        items=(Item("1", "Late", source=3), Item("2", "Early", source=1), Item("3", "Far", (), 99)),
        source=("a", "b", "c", "d", "e"),
    )
    found = found_in(keep(held_meeting, now, odd))
    shown = [*found.opening, *(line for item in found.items for line in item.paragraphs)]
    assert [line.text for line in [*shown, *found.ending]] == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("name", sorted(path.name for path in WORD.glob("*.docx")))
def test_each_of_our_word_files_goes_through_the_screen_unchanged(
    client: Client, co_chair: User, held_meeting: MeetingPage, now: datetime, name: str
) -> None:
    client.force_login(co_chair)
    reading = read_word(WORD / name)
    kept = keep(held_meeting, now, reading)
    answer = client.post(screen(kept), as_shown(client, kept) | {"do": "take"})
    assert answer.status_code == 302
    through = [item.value for item in draft().items]
    fill_minutes_from_word(meeting=held_meeting, reading=reading, filled_by=None)
    straight = [item.value for item in draft().items]
    assert [_plain(one) for one in through] == [_plain(one) for one in straight]


def _plain(item: Any) -> object:
    blocks = [
        (block.block_type, str(getattr(block.value, "source", block.value)))
        for block in item["content"]
    ]
    return item["title"], blocks
