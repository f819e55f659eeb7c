"""Items of agendas and minutes: one number each, for ever."""

import random
import re
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from boards.models import ActionPoint, AgendaPage, BoardPage, ItemNumber, MeetingPage
from boards.models.items import with_keys
from boards.rules.items import numbers_of
from boards.services import catch_up, start_minutes, withdraw_minutes
from boards.services.stored_blocks import agenda_item, minute_item
from boards.services.word import _keep_items
from tests.borough import action_block, make_agenda, make_minutes, text_block
from tests.papers import item_with, make_paper


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
            found = numbers_of(items, given, is_first=not round_)
            numbers = dict(zip(items, found, strict=True))
            assert len(set(numbers.values())) == len(items)
            if given:
                assert all(numbers[item] == given[item] for item in items if item in given)
                new = sorted(numbers[item] for item in items if item not in given)
                free = max(given.values()) + 1
                assert new == list(range(free, free + len(new)))
            given |= numbers


def in_word(*titles: str) -> list[dict[str, Any]]:
    return [minute_item(title, []) for title in titles]


def keys(*streams: Any) -> list[str]:
    return [str(block.id) for stream in streams for block in stream]


def test_minutes_that_come_as_a_word_file_take_the_numbers_of_the_agenda(
    held_meeting: MeetingPage,
) -> None:
    agenda = make_agenda(held_meeting, "Welcome", "Updates", "Breaks", "Updates")
    items = in_word("Updates", "Breaks", "The flood", "updates ")
    _keep_items(items, agenda.items)
    _, first, breaks, second = keys(agenda.items)
    assert [item["id"] for item in items][:2] == [first, breaks]
    assert items[3]["id"] == second
    assert items[2]["id"] not in keys(agenda.items)


def test_a_word_file_that_comes_again_changes_no_number(
    held_meeting: MeetingPage, client: Client
) -> None:
    minutes = make_minutes(held_meeting)
    minutes.items = in_word("Buses", "Updates", "Updates", "Close")
    minutes.save_revision().publish()
    minutes.refresh_from_db()
    make_agenda(held_meeting, "Welcome", "Updates", "Buses")
    before = keys(minutes.items)
    for _ in range(2):
        items = in_word("Buses", "Updates", "Updates", "Close")
        _keep_items(items, [*minutes.items, *minutes.items])
        assert [item["id"] for item in items] == before


def test_a_paper_is_named_with_the_item_that_holds_it(
    coming_meeting: MeetingPage, client: Client, carers_board: BoardPage
) -> None:
    paper = make_paper(carers_board, "Prices", "prices.txt", b"About prices.")
    agenda = make_agenda(coming_meeting, "Welcome")
    agenda.items = [*agenda.items.get_prep_value(), item_with(paper)]
    agenda.save_revision().publish()
    agenda.refresh_from_db()
    put_before(agenda, "Snow")
    words = client.get(f"/papers/{paper.pk}/").content.decode()
    assert "Item 2: Breaks" in words


def test_items_that_were_all_typed_anew_are_new(
    coming_meeting: MeetingPage, client: Client
) -> None:
    agenda = make_agenda(coming_meeting, "Buses", "Breaks")
    old = agenda.items.get_prep_value()
    agenda.items = [agenda_item("Snow", "know", 5)]
    agenda.save_revision().publish()
    assert shown(client, agenda) == [("3", "Snow")]
    agenda.items = [agenda_item("Ice", "know", 5), *old]
    agenda.save_revision().publish()
    assert shown(client, agenda) == [("4", "Ice"), ("1", "Buses"), ("2", "Breaks")]


def test_numbers_from_before_hold_even_when_publishing_comes_before_the_night(
    held_meeting: MeetingPage, client: Client
) -> None:
    agenda = make_agenda(held_meeting, "Welcome", "Buses")
    minutes = make_minutes(held_meeting)
    ItemNumber.objects.all().delete()
    agenda.refresh_from_db()
    put_before(agenda, "Snow")
    assert shown(client, agenda) == [("3", "Snow"), ("1", "Welcome"), ("2", "Buses")]
    minutes.items = [minute_item("First", []), *minutes.items.get_prep_value()]
    minutes.save_revision().publish()
    assert shown(client, minutes)[1] == ("1", "Buses in the evening")


def test_minutes_that_were_withdrawn_before_there_were_numbers_keep_theirs(
    held_meeting: MeetingPage, client: Client, now: datetime
) -> None:
    minutes = make_minutes(held_meeting)
    withdraw_minutes(minutes=minutes, reason="A name.", withdrawn_by=None, now=now)
    ItemNumber.objects.all().delete()
    catch_up(now=now)
    minutes.items = [minute_item("First", []), *minutes.items.get_prep_value()]
    minutes.save_revision().publish()
    assert shown(client, minutes) == [("2", "First"), ("1", "Buses in the evening")]


def test_an_action_that_is_no_longer_in_the_text_leads_to_no_item(
    held_meeting: MeetingPage, client: Client
) -> None:
    minutes = make_minutes(held_meeting)
    action = ActionPoint.objects.filter(minutes=minutes).first()
    assert action
    minutes.items = [minute_item("Something else", [])]
    minutes.save_revision().publish()
    words = client.get(action.get_absolute_url()).content.decode()
    assert "#item-" not in words
    assert "in the minutes, under: Buses in the evening" in words


def test_an_item_that_comes_back_says_since_when_it_is_there_again(
    coming_meeting: MeetingPage, client: Client
) -> None:
    agenda = make_agenda(coming_meeting, "Buses", "Breaks")
    items = agenda.items.get_prep_value()
    for kept in (items[:1], items):
        agenda.items = kept
        agenda.save_revision().publish()
    words = client.get(agenda.url).content.decode()
    assert words.count("Added on") == 1
    assert shown(client, agenda) == [("1", "Buses"), ("2", "Breaks")]


@pytest.mark.django_db
def test_a_key_that_a_request_makes_up_gets_a_fresh_one() -> None:
    page = AgendaPage(items=[agenda_item(title, "know", 5) for title in ("One", "Two", "Three")])
    page.items[1].id, page.items[2].id = page.items[0].id, "no-key"
    stored = [block["id"] for block in with_keys(page.items).get_prep_value()]
    assert len({str(UUID(key)) for key in stored}) == 3


def test_the_list_at_the_top_of_minutes_shows_the_numbers_of_the_items(
    held_meeting: MeetingPage, client: Client
) -> None:
    make_agenda(held_meeting, *(f"Item {letter}" for letter in "ABCDEFG"))
    minutes = start_minutes(meeting=held_meeting, started_by=None)
    minutes.items = list(reversed(minutes.items.get_prep_value()))
    minutes.save_revision().publish()
    words = client.get(minutes.get_url()).content.decode()
    listed = re.findall(r'<li value="(\d)"><a href="#item-(\d)">', words)
    assert listed == [(number, number) for number in "7654321"]
