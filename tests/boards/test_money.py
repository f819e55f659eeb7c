"""Items about money say it in plain words; where they do not, that is seen."""

from datetime import datetime, timedelta
from time import process_time
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from boards.models import AgendaPage, BoardPage, MeetingPage
from boards.rules.money import is_about_money, money_items
from boards.selectors import board_to_do
from boards.selectors.deadlines import punctuality, punctuality_of
from boards.selectors.money import MoneyFigures
from boards.services import plan_meeting, propose_item, put_on_agenda, set_deadlines, start_minutes
from boards.services.stored_blocks import agenda_item
from portal.users.models import User
from tests.borough import make_agenda, make_meeting

ABOUT_MONEY = [
    "Booking fee of £20",
    "€ 300 a month for the room",
    "12k for the garden",
    "1.1 million pounds for adaptations",
    "50p a cup",
    "The budget for next year",
    "Funding for the evening café",
    "The service is underfunded",
    "A grant from the lottery",
    "Fundraising day",
    "It costs too much",
    "Spending on respite",
    "What was spent on taxis",
    "An overspend in the autumn",
    "Savings for next year",
    "Charges for day care",
    "Charging for care at home",
    "The charge for parking went up",
    "Paying carers on time",
    "Pay for people who check easy read",
    "Payments of travel expenses",
    "Price of a bus ticket",
    "Prices at the leisure centre",
    "Fares in the evening",
    "Contract value and length",
    "Tenders for school transport",
    "Direct payments",
    "Value for money",
    "Who pays for the toilet?",
    "Unpaid invoices",
    "Council tax support",
    "Rents in supported living",
    "We can’t afford the hall",
    "Wages of support workers",
    "Financial report",
    "Carers’ allowance",
    "The Grant family asks for a grant",
]
NOT_ABOUT_MONEY = [
    "Age UK report",
    "We keep the library open at all costs",
    "Pay attention to the signs",
    "Members paid tribute to the driver",
    "Pay a visit to Larch House",
    "There is no cost to members",
    "It is free of charge",
    "Who is in charge of the list?",
    "The charge nurse explained the ward",
    "Charging points for scooters",
    "A phone charger at the library",
    "People charge their wheelchairs at night",
    "Spend more time with families",
    "How people spend their days",
    "Time spent waiting",
    "Save time at the desk",
    "We took it for granted",
    "Tender loving care",
    "A talk by Dr Price",
    "Councillor Grant opens the hall",
    "People in paid work",
    "Unpaid carers and their health",
    "A 5k run in the park",
    "A door 10 m wide",
    "The nature reserves near town",
    "Costa Coffee shows us round",
    "Different kinds of help",
    "Benefits of walking",
    "Parents and children",
    "Welcome and apologies",
    "Minutes of the last meeting",
    "Matters arising",
    "Any other business",
    "Date of the next meeting",
]


@pytest.mark.parametrize("words", ABOUT_MONEY)
def test_money_is_found_in_a_title_and_in_what_stands_below_it(words: str) -> None:
    assert is_about_money(words, "")
    assert is_about_money("Item", f"The board hears of this. {words}.")


@pytest.mark.parametrize("words", NOT_ABOUT_MONEY)
def test_what_only_sounds_like_money_is_left_alone(words: str) -> None:
    assert not is_about_money(words, "")
    assert not is_about_money("Item", f"The board hears of this. {words}.")


def test_a_choice_at_the_item_goes_before_what_was_found() -> None:
    items = [
        agenda_item("The budget", "know", 5),
        agenda_item("The budget of time", "know", 5, about_money="no"),
        agenda_item("Our garden", "know", 5, about_money="yes"),
        agenda_item("Our hall", "know", 5, money="About £300 a year."),
        agenda_item("Buses", "know", 5, summary="<p>They go <b>late</b>.</p>"),
        agenda_item("Taxis", "know", 5, summary="<p>One costs &pound;9.</p>"),
    ]
    del items[0]["value"]["about_money"]  # as stored before there was a choice
    found = [(one.place + 1, one.explained) for one in money_items(items)]
    assert found == [(1, False), (3, False), (4, True), (6, False)]


def budget(**more: Any) -> dict[str, Any]:
    return agenda_item("The budget", "discuss", 10, **more)


def with_items(meeting: MeetingPage, *items: dict[str, Any], publish: bool = True) -> AgendaPage:
    agenda = AgendaPage(title="Agenda", slug="agenda", live=False)
    meeting.add_child(instance=agenda)
    agenda.items = list(items)
    revision = agenda.save_revision()
    if publish:
        revision.publish()
    agenda.refresh_from_db()
    return agenda


def test_readers_see_the_explanation_or_that_it_is_still_to_come(
    client: Client, carers_board: BoardPage
) -> None:
    coming_meeting = make_meeting(carers_board, timezone.now() + timedelta(days=30))
    explained = budget(money="About £9,000 a year. Nobody pays more.")
    agenda = with_items(coming_meeting, explained, budget(), agenda_item("Buses", "know", 5))
    page = client.get(agenda.url).content.decode()
    assert page.count("About £9,000 a year. Nobody pays more.") == 1
    assert page.count("The explanation is still to come.") == 1
    assert page.count("/static/pictures/money") == 2
    MeetingPage.objects.update(
        starts_at=timezone.now() - timedelta(days=2), ends_at=timezone.now() - timedelta(days=1)
    )
    after = client.get(agenda.url).content.decode()
    assert after.count("did not explain it in plain words.") == 1
    assert "still to come" not in after


def money_lines(board: BoardPage, now: datetime) -> list[tuple[str, str]]:
    to_dos = board_to_do(board, now=now)
    return [(to_do.words, to_do.tone) for to_do in to_dos if "about money" in to_do.words]


def test_my_boards_names_agendas_that_do_not_explain_the_money(
    carers_board: BoardPage, now: datetime
) -> None:
    near, far = now + timedelta(days=8), now + timedelta(days=40)
    for starts_at in (near, far):
        meeting = make_meeting(carers_board, starts_at)
        Page.objects.filter(pk=meeting.pk).update(first_published_at=now - timedelta(days=60))
        draft = with_items(meeting, budget(), publish=False)
        draft.items = [budget(), budget(), budget(money="About £9.")]
        draft.save_revision()
    set_deadlines(boards=[carers_board])
    words = "2 items of the agenda for {} are about money and do not say it in plain words"
    assert money_lines(carers_board, now) == [
        (words.format("Friday 24 April 2026"), "now"),
        (words.format("Tuesday 26 May 2026"), "calm"),
    ]


def test_my_boards_says_nothing_once_it_is_explained_over_or_cancelled(
    carers_board: BoardPage, now: datetime
) -> None:
    starts_at = now + timedelta(days=10)
    agenda = with_items(make_meeting(carers_board, starts_at), budget())
    assert money_lines(carers_board, now) == [
        (
            "1 item of the agenda for Sunday 26 April 2026 is about money "
            "and does not say it in plain words",
            "soon",
        )
    ]
    assert money_lines(carers_board, starts_at + timedelta(days=1)) == []
    MeetingPage.objects.update(status="cancelled", status_reason="Snow")
    assert money_lines(carers_board, now) == []
    MeetingPage.objects.update(status="planned", status_reason="")
    agenda.items = [budget(money="About £9.")]
    agenda.save_revision().publish()
    assert money_lines(carers_board, now) == []


@pytest.mark.parametrize("explanation", ["", "About £9,000 a year."])
def test_publishing_warns_and_never_blocks(
    client: Client, co_chair: User, coming_meeting: MeetingPage, explanation: str
) -> None:
    agenda = make_agenda(coming_meeting)
    client.force_login(co_chair)
    stored = {
        "title": agenda.title,
        "slug": agenda.slug,
        "items-count": "1",
        "items-0-deleted": "",
        "items-0-order": "0",
        "items-0-type": "item",
        "items-0-id": str(agenda.items[0].id),
        "items-0-value-title": "The budget",
        "items-0-value-purpose": "know",
        "items-0-value-presenter": "",
        "items-0-value-minutes": "5",
        "items-0-value-summary": "null",
        "items-0-value-about_money": "",
        "items-0-value-money": explanation,
        "items-0-value-topics": "",
        "items-0-value-papers-count": "0",
        "action-publish": "yes",
    }
    answer = client.post(reverse("wagtailadmin_pages:edit", args=[agenda.pk]), stored)
    said = " ".join(str(message) for message in get_messages(answer.wsgi_request))
    agenda.refresh_from_db()
    assert [item.value["title"] for item in agenda.items] == ["The budget"]
    warning = "This item is about money and does not say it in plain words: 1 The budget."
    assert (warning in said) == (explanation == "")


def test_the_share_of_explained_items_is_public(
    client: Client, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    now = timezone.now()
    with_items(make_meeting(carers_board, now - timedelta(days=30)), budget(), budget(money="£9"))
    with_items(make_meeting(carers_board, now - timedelta(days=400)), budget(), budget())
    hidden = make_meeting(carers_board, now + timedelta(days=30))
    with_items(hidden, budget(), publish=False)
    figures = punctuality_of(carers_board, today=timezone.localdate(now))
    assert figures.money == MoneyFigures(explained=1, all=2)
    _, none = punctuality([carers_board, autism_board], today=timezone.localdate(now))
    assert none.money == MoneyFigures(0, 0)
    meeting = make_meeting(carers_board, now - timedelta(days=60))
    Page.objects.filter(pk=meeting.pk).update(first_published_at=now - timedelta(days=90))
    set_deadlines(boards=[carers_board])
    for address in (carers_board.url, reverse("boards:on_time")):
        assert "1 of 2 explained in plain words" in client.get(address).content.decode()


def test_a_long_row_of_numbers_is_looked_through_at_once() -> None:
    begun = process_time()
    assert not is_about_money("Figures", "1," * 20_000)
    assert process_time() - begun < 2


def test_minutes_start_with_what_the_agenda_says_of_the_money(held_meeting: MeetingPage) -> None:
    with_items(held_meeting, budget(money="About £9 <a person>."), agenda_item("Buses", "know", 5))
    minutes = start_minutes(meeting=held_meeting, started_by=None)
    with_money, without = minutes.get_latest_revision_as_object().items
    (text,) = with_money.value["content"]
    assert "About £9 &lt;a person&gt;." in text.value.source
    assert list(without.value["content"]) == []


def test_an_item_that_is_added_leaves_the_money_of_the_others_as_it_is(
    carers_board: BoardPage, co_chair: User, now: datetime
) -> None:
    meeting = plan_meeting(
        board=carers_board,
        starts_at=now + timedelta(days=40),
        ends_at=now + timedelta(days=40, hours=2),
        place="Town Hall",
        access="",
        how_to_join="",
        planned_by=co_chair,
    )
    agenda = AgendaPage.objects.child_of(meeting).get()
    agenda.items = [budget(money="About £9.", about_money="yes")]
    agenda.save_revision()
    proposal = propose_item(
        board=carers_board, title="Buses", words="Late?", name="", email="", now=now
    )
    put_on_agenda(proposal=proposal, meeting=meeting, answer="", answered_by=co_chair, now=now)
    agenda.refresh_from_db()
    first, second = agenda.get_latest_revision_as_object().items
    assert (first.value["money"], first.value["about_money"]) == ("About £9.", "yes")
    assert second.value["title"] == "Buses"
