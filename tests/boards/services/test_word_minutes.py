"""What is read from a Word file goes into the draft, never into what is public."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from boards.enums import Presence
from boards.models import (
    ActionPoint,
    Attendance,
    BoardPage,
    MeetingPage,
    MinutesPage,
    WordReading,
)
from boards.services import fill_minutes_from_word
from boards.word_reader import read_word
from boards.word_reader.reading import ActionPart, DecisionPart, Item, Person, Reading, TextPart
from portal.users.models import User
from tests.borough import (
    action_block,
    decision_block,
    make_agenda,
    make_meeting,
    make_minutes,
    publish_again,
    text_block,
)

WORD = Path(__file__).resolve().parents[2] / "documents" / "word"

READING = Reading(
    title="Minutes",
    present=(Person("Mo Vale", "Co-chair"), Person("Ola Penn", "Head of Care")),
    apologies=(Person("Sy Reed"),),
    items=(
        Item(
            "1",
            "Buses",
            (
                TextPart("We talked."),
                TextPart("A <b>lot</b>."),
                DecisionPart("Ask for a later bus."),
                TextPart("Then tea."),
                ActionPart("Write", owner="Sy Reed", due="April", due_on=date(2026, 4, 30)),
                ActionPart("Ring", due="next time"),
            ),
        ),
    ),
    unplaced=(ActionPart("Find the key"),),
)


def fill(meeting: MeetingPage, by: User | None = None) -> MinutesPage:
    minutes = fill_minutes_from_word(meeting=meeting, reading=READING, filled_by=by)
    draft: MinutesPage = minutes.get_latest_revision_as_object()
    return draft


def test_a_reading_becomes_items_with_text_decisions_and_actions(
    held_meeting: MeetingPage,
) -> None:
    draft = fill(held_meeting)
    first, unplaced = draft.items
    kinds = [block.block_type for block in first.value["content"]]
    assert kinds == ["text", "decision", "text", "action", "action"]
    text, decision, _, dated, undated = first.value["content"]
    assert text.value.source == "<p>We talked.</p><p>A &lt;b&gt;lot&lt;/b&gt;.</p>"
    assert decision.value == "Ask for a later bus."
    assert (dated.value["owner"], dated.value["due_on"]) == ("Sy Reed", date(2026, 4, 30))
    assert dated.value["due_words"] == ""
    assert (undated.value["due_on"], undated.value["due_words"]) == (None, "next time")
    assert unplaced.value["title"] == "Not placed under an item"


def test_a_reading_fills_who_was_there_and_knows_the_boards_citizens(
    held_meeting: MeetingPage,
) -> None:
    people = fill(held_meeting).attendance.all()
    assert [(one.name, one.presence, one.is_citizen) for one in people] == [
        ("Mo Vale", Presence.PRESENT, True),
        ("Ola Penn", Presence.PRESENT, False),
        ("Sy Reed", Presence.APOLOGIES, True),
    ]


def test_a_reading_without_people_keeps_those_of_the_membership(
    held_meeting: MeetingPage,
) -> None:
    reading = Reading(items=(Item("1", "Buses", (TextPart("We talked."),)),))
    minutes = fill_minutes_from_word(meeting=held_meeting, reading=reading, filled_by=None)
    assert minutes.get_latest_revision_as_object().attendance.count() == 3


def test_published_minutes_do_not_change_until_the_new_draft_is_published(
    minutes: MinutesPage, held_meeting: MeetingPage, client: Client
) -> None:
    before = client.get(minutes.url).content
    fill(held_meeting)
    assert client.get(minutes.url).content == before
    assert not Attendance.objects.filter(minutes=minutes).exists()
    assert ActionPoint.objects.filter(is_withdrawn=False).count() == 2
    minutes.refresh_from_db()
    assert minutes.live
    assert minutes.has_unpublished_changes
    minutes.get_latest_revision().publish()
    after = client.get(minutes.url).content.decode()
    assert "Find the key" in after
    assert "Bring the timetable" not in after
    assert ActionPoint.objects.filter(is_withdrawn=False).count() == 3


def test_an_action_stays_the_one_it_was_though_another_meeting_agreed_the_same(
    minutes: MinutesPage, held_meeting: MeetingPage, carers_board: BoardPage, now: datetime
) -> None:
    publish_again(minutes, text_block("Tea."), decision_block("Yes."), action_block("Ring"))
    own = minutes.actions.get(text="Ring")
    make_minutes(make_meeting(carers_board, now - timedelta(days=60)), action_block("Ring"))
    fill(held_meeting)
    minutes.refresh_from_db()
    minutes.get_latest_revision().publish()
    assert minutes.actions.get(text="Ring", is_withdrawn=False) == own


def test_the_earlier_draft_stays_in_the_history(
    minutes: MinutesPage, held_meeting: MeetingPage, co_chair: User
) -> None:
    earlier = minutes.get_latest_revision()
    fill(held_meeting, co_chair)
    minutes.refresh_from_db()
    assert earlier in minutes.revisions.all()
    assert minutes.get_latest_revision().user == co_chair


def test_words_longer_than_their_field_are_cut_not_refused(held_meeting: MeetingPage) -> None:
    long = "x" * 1000
    reading = Reading(
        present=(Person(long, long),),
        items=(Item("1", long, (ActionPart("Write", owner=long, due=long),)),),
    )
    minutes = fill_minutes_from_word(meeting=held_meeting, reading=reading, filled_by=None)
    minutes.get_latest_revision().publish()
    action = ActionPoint.objects.get()
    assert (len(action.owner), len(action.due_words)) == (160, 80)
    assert len(action.item_title) == 200


@pytest.mark.parametrize("name", sorted(path.name for path in WORD.glob("*.docx")))
def test_each_of_our_word_files_can_be_published(held_meeting: MeetingPage, name: str) -> None:
    reading = read_word(WORD / name)
    minutes = fill_minutes_from_word(meeting=held_meeting, reading=reading, filled_by=None)
    minutes.get_latest_revision().publish()
    found = sorted(ActionPoint.objects.values_list("text", flat=True))
    assert found == sorted(placed.action.text for placed in reading.actions)


def test_the_co_chair_brings_a_word_file_and_finds_what_was_understood(
    client: Client, co_chair: User, held_meeting: MeetingPage
) -> None:
    make_agenda(held_meeting)
    client.force_login(co_chair)
    file = SimpleUploadedFile("minutes.docx", (WORD / "agreed-style.docx").read_bytes())
    answer = client.post(
        reverse("boards_admin:bring_word", args=[held_meeting.pk]), {"file": file}, follow=True
    )
    reading = WordReading.objects.get()
    assert answer.redirect_chain == [(reverse("boards_admin:reading", args=[reading.pk]), 302)]
    assert "Check the Word file" in answer.content.decode()
    assert not MinutesPage.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("minutes.docx", b"this is no Word file"), ("minutes.docx", b""), ("minutes.exe", b"MZ")],
)
def test_a_file_that_cannot_be_read_is_refused_in_words_and_changes_nothing(
    client: Client, co_chair: User, held_meeting: MeetingPage, name: str, content: bytes
) -> None:
    client.force_login(co_chair)
    answer = client.post(
        reverse("boards_admin:bring_word", args=[held_meeting.pk]),
        {"file": SimpleUploadedFile(name, content)},
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert "Then choose the file again." in answer.content.decode()
    assert not MinutesPage.objects.exists()
