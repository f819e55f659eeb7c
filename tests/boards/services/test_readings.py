"""A Word file waits beside what was understood of it until somebody has checked it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from boards.enums import Presence, ReadingState
from boards.models import ActionPoint, BoardPage, MeetingPage, MinutesPage, WordReading
from boards.selectors.readings import found_in, readings_to_do
from boards.services import keep_reading
from boards.word_reader.reading import ActionPart, DecisionPart, Item, Person, Reading, TextPart
from portal.users.models import User
from tests.borough import make_meeting

SOURCE = (
    "Minutes of 1 March 2026",
    "Present: Mo Vale, Ola Penn",
    "1. Buses",
    "We talked.",
    "A <b>lot</b>.",
    "Decision: Ask for a later bus.",
    "Action: Sy Reed to write by 30 April",
    "2. Any other business",
    "Nothing.",
    "Action list",
    "Ring the library",
)
READING = Reading(
    held_on=date(2026, 3, 1),
    present=(Person("Mo Vale", "Co-chair"), Person("Ola Penn", "Head of Care")),
    apologies=(Person("Sy Reed"),),
    items=(
        Item(
            "1",
            "Buses",
            (
                TextPart("We talked.", source=3),
                TextPart("A <b>lot</b>.", source=4),
                DecisionPart("Ask for a later bus.", source=5),
                ActionPart(
                    "Write",
                    owner="Sy Reed",
                    due="30 April",
                    due_on=date(2026, 4, 30),
                    doubts=("The day has no year.",),
                    source=6,
                ),
            ),
            source=2,
        ),
        Item("2", "Any other business", (TextPart("Nothing.", source=8),), source=7),
    ),
    unplaced=(ActionPart("Ring the library", due="soon", source=10),),
    doubts=("The same number stands before more than one item: 2.",),
    source=SOURCE,
)


def keep(meeting: MeetingPage, now: datetime, reading: Reading = READING) -> WordReading:
    return keep_reading(
        meeting=meeting,
        reading=reading,
        file_name="minutes.docx",
        sha256="ab" * 32,
        read_by=None,
        now=now,
    )


@pytest.fixture
def kept(held_meeting: MeetingPage, now: datetime) -> WordReading:
    return keep(held_meeting, now)


def screen(kept: WordReading) -> str:
    return reverse("boards_admin:reading", args=[kept.pk])


def as_shown(client: Client, kept: WordReading) -> dict[str, str]:
    """What a browser would send if nothing were changed."""
    form = client.get(screen(kept)).context["form"]
    data: dict[str, str] = {}
    for piece in form._forms():
        for field in piece:
            value = field.value()
            if value is True:
                data[field.html_name] = "on"
            elif value not in (None, False):
                data[field.html_name] = str(value)
    return data


def draft() -> Any:
    return MinutesPage.objects.get().get_latest_revision_as_object()


def content(item: Any) -> list[tuple[str, Any]]:
    return [(block.block_type, block.value) for block in item.value["content"]]


def test_the_screen_shows_the_source_beside_what_was_understood_in_document_order(
    client: Client, co_chair: User, kept: WordReading
) -> None:
    client.force_login(co_chair)
    page = client.get(screen(kept)).content.decode()
    places = [page.index(words) for words in ("Minutes of 1 March", "We talked.", "Action list")]
    assert places == sorted(places)
    found = found_in(kept)
    assert [line.number for line in found.opening] == [1, 2]
    assert [[line.number for line in item.paragraphs] for item in found.items] == [
        [3, 4, 5, 6, 7],
        [8, 9],
    ]
    assert [line.number for line in found.ending] == [10, 11]
    assert found.items[0].paragraphs[4].used_for == (("Action", "i0p2"),)
    assert found.ending[1].used_for == (("Action", "up0"),)
    assert 'href="#s7"' in page
    assert 'id="s7"' in page
    assert 'id="i0p2"' in page
    assert "A &lt;b&gt;lot&lt;/b&gt;." in page


def test_what_is_uncertain_is_said_beside_it_and_a_date_that_differs_at_the_top(
    client: Client, co_chair: User, kept: WordReading
) -> None:
    client.force_login(co_chair)
    page = client.get(screen(kept)).content.decode()
    assert "The same number stands before more than one item: 2." in page
    assert "It says Sunday 1 March 2026, this meeting is on Tuesday 17 March 2026." in page
    first, second = page.index("The day has no year."), page.index("Nobody is named who does it.")
    assert page.index('id="i0p2"') < first < page.index('id="i1"')
    assert page.index('id="up0"') < second


def test_what_is_left_as_it_is_is_taken_over(
    client: Client, co_chair: User, kept: WordReading
) -> None:
    client.force_login(co_chair)
    answer = client.post(screen(kept), as_shown(client, kept) | {"do": "take"})
    minutes = MinutesPage.objects.get()
    assert answer.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[minutes.pk])
    assert not minutes.live
    first, second, unplaced = draft().items
    text, decision, action = content(first)
    assert text[1].source == "<p>We talked.</p><p>A &lt;b&gt;lot&lt;/b&gt;.</p>"
    assert decision == ("decision", "Ask for a later bus.")
    assert dict(action[1]) == {
        "text": "Write",
        "owner": "Sy Reed",
        "due_on": date(2026, 4, 30),
        "due_words": "",
    }
    assert second.value["title"] == "Any other business"
    assert unplaced.value["title"] == "Not placed under an item"
    assert content(unplaced)[0][1]["due_words"] == "soon"
    assert [(one.name, one.presence, one.is_citizen) for one in draft().attendance.all()] == [
        ("Mo Vale", Presence.PRESENT, True),
        ("Ola Penn", Presence.PRESENT, False),
        ("Sy Reed", Presence.APOLOGIES, True),
    ]


def test_items_actions_and_names_can_be_changed_moved_and_left_out(
    client: Client, co_chair: User, kept: WordReading
) -> None:
    client.force_login(co_chair)
    data = as_shown(client, kept) | {
        "i0-title": "Evening buses",
        "i0p0-leave_out": "on",
        "i0p1-kind": "action",
        "i0p1-text": "Ask for\r\na later bus",
        "i0p1-owner": "Mo Vale",
        "i0p2-due_on": "",
        "i0p2-due_words": "by summer",
        "i0p2-item": "1",
        "i0new-text": "The board will meet earlier.",
        "i0new-kind": "decision",
        "up0-item": "new",
        "new-title": "Library",
        "newp-text": "It opens late.",
        "newp-kind": "text",
        "w0-name": "Mo Vale-Hart",
        "w1-leave_out": "on",
        "w2-presence": "present",
        "do": "take",
    }
    del data["w2-is_citizen"]
    client.post(screen(kept), data)
    first, second, third = draft().items
    assert first.value["title"] == "Evening buses"
    asked, earlier = content(first)
    assert (asked[1]["text"], asked[1]["owner"]) == ("Ask for a later bus", "Mo Vale")
    assert earlier == ("decision", "The board will meet earlier.")
    moved, _ = content(second)
    assert (moved[1]["text"], moved[1]["due_on"], moved[1]["due_words"]) == (
        "Write",
        None,
        "by summer",
    )
    assert third.value["title"] == "Library"
    assert [kind for kind, _ in content(third)] == ["action", "text"]
    assert [(one.name, one.presence, one.is_citizen) for one in draft().attendance.all()] == [
        ("Mo Vale-Hart", Presence.PRESENT, True),
        ("Sy Reed", Presence.PRESENT, False),
    ]


def test_an_item_that_is_left_out_takes_its_pieces_with_it(
    client: Client, co_chair: User, kept: WordReading
) -> None:
    client.force_login(co_chair)
    data = as_shown(client, kept) | {"i0-leave_out": "on", "i0-title": "", "i0p1-text": ""}
    client.post(screen(kept), data | {"i0p2-item": "1", "do": "take"})
    titles = [item.value["title"] for item in draft().items]
    assert titles == ["Any other business", "Not placed under an item"]
    assert [kind for kind, _ in content(draft().items[0])] == ["action", "text"]


def test_a_decision_and_an_action_keep_their_blocks_when_the_file_comes_again(
    client: Client, co_chair: User, kept: WordReading, held_meeting: MeetingPage, now: datetime
) -> None:
    client.force_login(co_chair)
    client.post(screen(kept), as_shown(client, kept) | {"do": "take"})
    MinutesPage.objects.get().get_latest_revision().publish()
    before = set(ActionPoint.objects.values_list("block_id", flat=True))
    earlier = MinutesPage.objects.get().get_latest_revision()
    again = keep(held_meeting, now)
    assert again.pk != kept.pk
    client.post(screen(again), as_shown(client, again) | {"do": "take"})
    MinutesPage.objects.get().get_latest_revision().publish()
    assert set(ActionPoint.objects.values_list("block_id", flat=True)) == before
    assert earlier in MinutesPage.objects.get().revisions.all()


@pytest.mark.parametrize("do", ["take", "leave"])
def test_nothing_of_the_file_is_kept_when_it_was_taken_over_or_left(
    client: Client, co_chair: User, kept: WordReading, do: str
) -> None:
    client.force_login(co_chair)
    client.post(screen(kept), as_shown(client, kept) | {"do": do})
    kept.refresh_from_db()
    expected = ReadingState.TAKEN_OVER if do == "take" else ReadingState.DROPPED
    assert (kept.state, kept.source, kept.understood) == (expected, [], {})
    assert MinutesPage.objects.exists() == (do == "take")
    again = client.post(screen(kept), {"do": do}, follow=True)
    assert "This file was checked already." in again.content.decode()
    assert client.get(screen(kept)).status_code == 302


def test_the_other_boards_co_chair_and_a_member_do_not_find_the_file(
    client: Client, co_chair: User, other_co_chair: User, member: User, kept: WordReading
) -> None:
    for user in (other_co_chair, member):
        client.force_login(user)
        for answer in (client.get(screen(kept)), client.post(screen(kept), {"do": "leave"})):
            assert answer.status_code == 404 or "/login/" in answer.headers["Location"]
    kept.refresh_from_db()
    assert kept.state == ReadingState.WAITING
    client.force_login(co_chair)
    assert client.get(screen(kept)).status_code == 200


def test_my_boards_names_each_waiting_file_and_two_boards_cost_what_one_costs(
    kept: WordReading,
    held_meeting: MeetingPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    now: datetime,
    django_assert_num_queries: Any,
) -> None:
    keep(make_meeting(autism_board, now - timedelta(days=3)), now)
    with django_assert_num_queries(1):
        to_dos = readings_to_do([carers_board, autism_board], now=now)
    (line,) = to_dos[carers_board.pk]
    assert line.words == "Check the Word file of Tuesday 17 March 2026"
    assert line.url == screen(kept)
    assert len(to_dos[autism_board.pk]) == 1
    assert readings_to_do([autism_board], now=now).keys() == {autism_board.pk}
