"""One step from minutes or an agenda to the draft of an easy read."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from easyread.checking import as_blocks
from easyread.enums import EasyReadState
from easyread.models import EasyReadPage, Picture
from easyread.plainwords import check_document
from easyread.selectors import easy_read_of, vocabulary
from easyread.services import load_pictures, start_easy_read
from portal.home.models import HomePage
from portal.users.models import User
from tests.borough import (
    action_block,
    decision_block,
    make_agenda,
    make_easy_read,
    make_meeting,
    make_minutes,
    publish_again,
    text_block,
)


@pytest.fixture
def pictures(db: None) -> None:
    load_pictures()


def start(client: Client, original: Any) -> Any:
    return client.post(reverse("easyread_admin:start", args=[original.pk]))


def body_of(original: Any) -> list[Any]:
    draft = EasyReadPage.objects.child_of(original).get()
    return list(draft.get_latest_revision_as_object().body.raw_data)


def test_what_the_program_wrote_itself_gets_no_advice(
    pictures: None, minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    assert {"easy read", "partnership board"} <= vocabulary().explained
    client.force_login(co_chair)
    start(client, minutes)
    body = body_of(minutes)
    begin = next(place for place, block in enumerate(body) if block["value"].get("source"))
    report = check_document(as_blocks(body[: begin - 1]), vocabulary=vocabulary())
    assert [one.advice for block in [*report.blocks, report.whole] for one in block] == []


def test_each_paragraph_decision_and_action_gets_its_row(
    pictures: None, minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    publish_again(
        minutes,
        text_block("The bus is late.</p><p>People wait in the rain."),
        decision_block("Ask for a shelter."),
        action_block("Write to the bus company", owner="Sy Reed", due_on="2026-04-01"),
    )
    client.force_login(co_chair)
    answer = start(client, minutes)
    draft = EasyReadPage.objects.child_of(minutes).get()
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert not draft.live
    body = body_of(minutes)
    begin = next(place for place, block in enumerate(body) if block["value"].get("source"))
    assert body[begin - 1]["value"] == {"text": "Buses in the evening"}
    rows = [(block["type"], block["value"]["source"]) for block in body[begin:]]
    assert rows == [
        ("idea", "The bus is late."),
        ("idea", "People wait in the rain."),
        ("decision", "Ask for a shelter."),
        ("action", "Write to the bus company – Sy Reed – By Wednesday 1 April 2026"),
    ]
    assert [block["value"]["words"] for block in body[begin : begin + 3]] == ["", "", ""]
    action = body[-1]["value"]
    assert (action["who"], action["what"], action["when"]) == (
        "Sy Reed",
        "Write to the bus company",
        "By Wednesday 1 April 2026",
    )


def test_a_picture_is_proposed_from_the_nouns(
    pictures: None, minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    publish_again(minutes, text_block("The bus is late."))
    client.force_login(co_chair)
    start(client, minutes)
    chosen = Picture.objects.get(pk=body_of(minutes)[-1]["value"]["picture"])
    assert "bus" in chosen.name.lower()


def test_it_opens_with_who_we_are_how_to_use_it_when_and_where(
    pictures: None, minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    client.force_login(co_chair)
    start(client, minutes)
    text = str(body_of(minutes)[:6])
    for words in ("We are the <b>Carers", "ask someone to help", "Town Hall", "2026"):
        assert words in text


def test_an_agenda_gives_its_items_and_its_money(
    pictures: None, held_meeting: MeetingPage, co_chair: User, client: Client
) -> None:
    agenda = make_agenda(held_meeting, "Buses")
    agenda.items[0].value["money"] = "The bus costs 400 pounds."
    agenda.save_revision().publish()
    client.force_login(co_chair)
    start(client, AgendaPage.objects.get(pk=agenda.pk))
    kinds = {block["type"]: block["value"] for block in body_of(agenda)}
    assert kinds["money"]["source"] == "The bus costs 400 pounds."


def test_there_is_one_easy_read_of_a_page_and_the_step_leads_to_it(
    minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    existing = make_easy_read(minutes)
    client.force_login(co_chair)
    for answer in (
        start(client, minutes),
        client.get(reverse("easyread_admin:start", args=[minutes.pk])),
    ):
        edit = reverse("wagtailadmin_pages:edit", args=[existing.pk])
        assert answer.headers["Location"] == edit
    assert EasyReadPage.objects.child_of(minutes).count() == 1


@pytest.mark.parametrize(
    ("taken", "slug"),
    [("easy-read", "what-happened-at-our-meeting-on-17-march-2026"), ("notes", "easy-read")],
)
def test_another_page_at_its_address_is_no_hindrance(
    minutes: MinutesPage, co_chair: User, client: Client, taken: str, slug: str
) -> None:
    minutes.add_child(instance=Page(title="Notes", slug=taken))
    client.force_login(co_chair)
    assert start(client, minutes).status_code == 302
    assert EasyReadPage.objects.child_of(minutes).get().slug == slug


def test_the_history_of_a_draft_begins_with_who_started_it(
    minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    draft = start_easy_read(original=minutes, by=co_chair, now=now)
    assert [revision.user for revision in draft.revisions.all()] == [co_chair]


def test_what_the_full_version_says_since_a_draft_was_started_is_not_in_it(
    minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    draft = start_easy_read(original=minutes, by=co_chair, now=now)
    publish_again(minutes, text_block("We talked about trains."))
    draft.save_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.OUT_OF_DATE


def test_strangers_to_the_board_make_none(
    minutes: MinutesPage, co_chair: User, member: User, client: Client
) -> None:
    client.force_login(member)
    assert start(client, minutes).status_code in {302, 404}
    assert not EasyReadPage.objects.child_of(minutes).exists()
    client.force_login(co_chair)
    start(client, minutes)
    assert EasyReadPage.objects.child_of(minutes).exists()


def test_meetings_have_no_easy_read_of_their_own(
    held_meeting: MeetingPage, co_chair: User, client: Client
) -> None:
    client.force_login(co_chair)
    assert start(client, held_meeting).status_code == 404
    assert client.post("/admin/easy-read/999999/start/").status_code == 404


def test_readers_see_nothing_of_the_draft_and_never_the_source(
    pictures: None, minutes: MinutesPage, co_chair: User, client: Client
) -> None:
    publish_again(minutes, text_block("Canary words of the full version."))
    client.force_login(co_chair)
    start(client, minutes)
    client.logout()
    assert not easy_read_of(minutes).is_there
    draft = EasyReadPage.objects.child_of(minutes).get()
    assert client.get(draft.url).status_code == 404
    draft.save_revision().publish()
    page = client.get(EasyReadPage.objects.get(pk=draft.pk).url).content.decode()
    assert "ask someone to help" in page
    assert "Canary words" not in page


def test_a_long_meeting_costs_as_many_queries_as_a_short_one(
    pictures: None,
    held_meeting: MeetingPage,
    carers_board: BoardPage,
    co_chair: User,
    now: datetime,
) -> None:
    short = make_minutes(held_meeting, text_block("The bus is late."))
    other = make_meeting(carers_board, now - timedelta(days=60))
    long = make_minutes(
        other, *(text_block(f"The bus number {number} is late.") for number in range(40))
    )
    costs = []
    for minutes in (short, long):
        with CaptureQueriesContext(connection) as queries:
            start_easy_read(original=minutes, by=co_chair, now=now)
        costs.append(len(queries))
    assert len(body_of(long)) > 40
    assert costs[1] <= costs[0]


def test_a_page_that_tells_of_no_meeting_opens_with_none(home: HomePage, now: datetime) -> None:
    start_easy_read(original=home, by=None, now=now)
    kinds = [block["type"] for block in body_of(home)]
    assert kinds == ["heading", "idea", "idea", "idea"], "how to use it, and what the page says"
