"""Items of agendas and minutes: one number each, for ever; and what each is."""

import random
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from boards.enums import ItemKind
from boards.models import ActionPoint, AgendaPage, ItemNumber, MeetingPage, MinutesPage
from boards.rules.items import kind_of, kind_of_title, numbers_of
from boards.selectors.approving import item_about_minutes
from boards.services import catch_up, start_minutes
from boards.services.stored_blocks import agenda_item, minute_item
from tests.borough import action_block, make_agenda, make_minutes, text_block


def shown(client: Client, page: Page) -> list[tuple[str, str]]:
    """The anchor and the title of each item on the page."""
    words = client.get(page.get_url()).content.decode()
    anchors = re.findall(r'<li class="item" id="item-(\d+)">', words)
    titles = re.findall(r"Item (\d+): </span>([^<]*)</h2>", words)
    assert anchors == [number for number, _ in titles]
    return titles


def put_before(agenda: AgendaPage, *titles: str) -> None:
    """Publish the agenda again with these items before the others."""
    new = [agenda_item(title, "know", 5) for title in titles]
    agenda.items = [*new, *agenda.items.get_prep_value()]
    agenda.save_revision().publish()
    agenda.refresh_from_db()


def test_an_item_that_is_put_before_others_takes_the_next_number_and_they_keep_theirs(
    coming_meeting: MeetingPage, client: Client
) -> None:
    agenda = make_agenda(coming_meeting, "Buses", "Breaks")
    assert shown(client, agenda) == [("1", "Buses"), ("2", "Breaks")]
    put_before(agenda, "Snow")
    assert shown(client, agenda) == [("3", "Snow"), ("1", "Buses"), ("2", "Breaks")]
    agenda.items = list(reversed(agenda.items.get_prep_value()))[:2]
    agenda.save_revision().publish()
    assert shown(client, agenda) == [("2", "Breaks"), ("1", "Buses")]


def test_what_came_onto_an_agenda_that_was_out_says_since_when(
    coming_meeting: MeetingPage, client: Client
) -> None:
    agenda = make_agenda(coming_meeting, "Buses")
    assert "Added on" not in client.get(agenda.url).content.decode()
    put_before(agenda, "Snow")
    assert client.get(agenda.url).content.decode().count("Added on") == 1


def test_minutes_number_an_item_as_the_agenda_does(
    held_meeting: MeetingPage, client: Client
) -> None:
    agenda = make_agenda(held_meeting, "Welcome", "Buses", "Breaks")
    put_before(agenda, "Snow")
    minutes = start_minutes(meeting=held_meeting, started_by=None)
    items = minutes.items.get_prep_value()
    extra = minute_item("The flood", [text_block("It came in the night.")])
    minutes.items = [items[1], extra, items[3]]
    minutes.save_revision().publish()
    assert shown(client, minutes) == [("1", "Welcome"), ("5", "The flood"), ("3", "Breaks")]


def test_an_action_leads_to_its_item_under_the_number_that_this_has(
    held_meeting: MeetingPage, client: Client
) -> None:
    make_agenda(held_meeting, "Welcome", "Buses", "Breaks")
    minutes = start_minutes(meeting=held_meeting, started_by=None)
    items = minutes.items.get_prep_value()
    items[2]["value"]["content"] = [action_block("Ask about breaks")]
    minutes.items = items[2:]
    minutes.save_revision().publish()
    words = client.get(ActionPoint.objects.get().get_absolute_url()).content.decode()
    assert f'href="{minutes.get_url()}#item-3">item 3 of the minutes: Breaks' in words


def test_minutes_of_an_agenda_that_they_do_not_follow_are_numbered_from_one(
    held_meeting: MeetingPage, client: Client
) -> None:
    make_agenda(held_meeting, "Welcome", "Buses")
    assert shown(client, make_minutes(held_meeting)) == [("1", "Buses in the evening")]


def test_a_draft_takes_no_numbers(coming_meeting: MeetingPage, client: Client) -> None:
    agenda = make_agenda(coming_meeting, "Buses")
    agenda.items = [agenda_item("Snow", "know", 5), *agenda.items.get_prep_value()]
    draft = agenda.save_revision().as_object()
    assert [number for number, _ in draft.numbered_items()] == [2, 1]
    assert ItemNumber.objects.count() == 1


def test_earlier_versions_of_minutes_show_the_numbers_of_their_items(
    held_meeting: MeetingPage, client: Client
) -> None:
    make_agenda(held_meeting, "Welcome", "Buses", "Breaks")
    minutes = start_minutes(meeting=held_meeting, started_by=None)
    minutes.items = minutes.items.get_prep_value()[1:]
    minutes.save_revision().publish()
    minutes.items = minutes.items.get_prep_value()[1:]
    minutes.save_revision().publish()
    words = client.get(f"/minutes/{minutes.pk}/versions/1/").content.decode()
    assert re.findall(r"Item (\d+): </span>", words) == ["2", "3"]


def test_what_was_public_before_there_were_numbers_keeps_those_that_everybody_knew(
    held_meeting: MeetingPage, client: Client
) -> None:
    agenda = make_agenda(held_meeting, "Welcome", "Buses", "Breaks")
    minutes = make_minutes(held_meeting)
    before = shown(client, agenda), shown(client, minutes)
    ItemNumber.objects.all().delete()
    assert (shown(client, agenda), shown(client, minutes)) == before
    for _ in range(2):
        catch_up(now=timezone.now() + timedelta(days=1))
        assert ItemNumber.objects.count() == 4
    put_before(agenda, "Snow")
    assert shown(client, agenda)[0] == ("4", "Snow")
    assert (shown(client, agenda)[1:], shown(client, minutes)) == before
    assert client.get(agenda.url).content.decode().count("Added on") == 1


def test_whatever_is_done_to_the_items_no_number_moves() -> None:
    dice = random.Random(9)
    for _ in range(200):
        given: dict[str, int] = {}
        items: list[str] = []
        for round_ in range(8):
            items = [one for one in items if dice.random() > 0.2]
            items += [f"{round_}-{place}" for place in range(dice.randrange(4))]
            dice.shuffle(items)
            numbers = dict(zip(items, numbers_of(items, given), strict=True))
            assert len(set(numbers.values())) == len(items)
            if any(item in given for item in items):
                assert all(numbers[item] == given[item] for item in items if item in given)
                new = sorted(numbers[item] for item in items if item not in given)
                free = max(given.values()) + 1
                assert new == list(range(free, free + len(new)))
            given |= numbers


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Welcome and apologies", ItemKind.WELCOME),
        ("Apologies", ItemKind.WELCOME),
        ("Minutes of the last meeting", ItemKind.LAST_MINUTES),
        ("Approval of the minutes", ItemKind.LAST_MINUTES),
        ("Ten minutes of quiet", ItemKind.TOPIC),
        ("Draft minutes of 3 May", ItemKind.LAST_MINUTES),
        ("Taking minutes: how we do it", ItemKind.TOPIC),
        ("MATTERS  ARISING", ItemKind.MATTERS_ARISING),
        ("Minutes and matters arising", ItemKind.MINUTES_AND_MATTERS),
        ("Any other business", ItemKind.ANY_OTHER),
        ("AOB", ItemKind.ANY_OTHER),
        ("Date of next meeting", ItemKind.NEXT_DATE),
        ("Next meeting", ItemKind.NEXT_DATE),
        ("Buses", ItemKind.TOPIC),
        ("", ItemKind.TOPIC),
    ],
)
def test_where_nobody_said_what_an_item_is_its_title_does(title: str, kind: ItemKind) -> None:
    assert kind_of_title(title) == kind
    assert kind_of({"title": title}) == kind
    assert kind_of({"title": title, "kind": "nonsense"}) == kind


def test_what_somebody_said_goes_before_the_title(coming_meeting: MeetingPage) -> None:
    said: dict[str, Any] = {"kind": ItemKind.LAST_MINUTES.value}
    items = [
        agenda_item("Minutes of silence", "know", 1, kind="topic"),
        agenda_item("Cofnodion y cyfarfod diwethaf", "decide", 5, **said),
    ]
    agenda = make_agenda(coming_meeting)
    agenda.items = items
    agenda.save_revision().publish()
    assert item_about_minutes(coming_meeting) == 2


def test_standing_items_say_what_they_are(held_meeting: MeetingPage) -> None:
    from boards.services.matters_arising import standing_items

    board = held_meeting.get_parent().specific
    kinds = [item["value"]["kind"] for item in standing_items(board, on=timezone.localdate())]
    assert kinds == ["welcome", "last_minutes", "matters_arising", "any_other", "next_date"]


def test_minutes_that_come_as_a_word_file_take_the_numbers_of_the_agenda(
    held_meeting: MeetingPage,
) -> None:
    from boards.services.word import _keep_items

    agenda = make_agenda(held_meeting, "Welcome", "Buses", "Breaks")
    minutes = MinutesPage(items=[minute_item("Breaks", []), minute_item("The flood", [])])
    items = minutes.items.get_prep_value()
    _keep_items(items, agenda.items)
    assert items[0]["id"] == str(agenda.items[2].id)
    assert items[1]["id"] not in {str(block.id) for block in agenda.items}
