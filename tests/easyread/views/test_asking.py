"""Asking for a page in another format."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import MeetingPage, MinutesPage
from easyread.enums import Format
from easyread.models import FormatRequest
from easyread.services import answer_request, ask_for_format, forget_contacts
from easyread.services.format_requests import MOST_A_DAY
from portal.home.models import HomePage
from tests.borough import make_easy_read, make_minutes, restrict


def ask(page_id: int) -> str:
    return reverse("easyread:ask", args=[page_id])


@pytest.mark.parametrize("contact", ["", "01632 960200", "<script>alert(1)</script>"])
def test_a_request_is_kept_and_thanked_for(
    client: Client, minutes: MinutesPage, contact: str
) -> None:
    before = timezone.now()
    data = {"format": "large_print", "contact": contact}
    answer = client.post(ask(minutes.pk), data, follow=True)
    assert answer.redirect_chain == [(reverse("easyread:asked", args=[minutes.pk]), 302)]
    assert "Thank you. We have your request." in answer.content.decode()
    asked = FormatRequest.objects.get()
    assert (asked.page_id, asked.format, asked.contact) == (minutes.pk, "large_print", contact)
    assert before <= asked.asked_at <= timezone.now()
    assert asked.answered_at is None


@pytest.mark.parametrize(
    "data",
    [
        {"format": ""},
        {"format": "braille on the moon"},
        {"format": "paper", "contact": "x" * 201},
        {"format": "paper", "contact": "a\x00b"},
    ],
)
def test_nonsense_is_said_and_keeps_nothing(
    client: Client, minutes: MinutesPage, data: dict[str, str]
) -> None:
    answer = client.post(ask(minutes.pk), data)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not FormatRequest.objects.exists()


def test_what_is_not_public_cannot_be_asked_for(
    client: Client, held_meeting: MeetingPage, home: HomePage
) -> None:
    minutes = make_minutes(held_meeting, publish=False)
    addresses = [ask(minutes.pk), reverse("easyread:asked", args=[minutes.pk]), ask(10**6), ask(1)]
    for address in addresses:
        assert client.get(address).status_code == 404, address
    minutes.get_latest_revision().publish()
    assert client.get(ask(minutes.pk)).status_code == 200
    restrict(minutes.get_parent())
    for address in addresses[:2]:
        assert client.get(address).status_code == 404
        assert client.post(address, {"format": "paper"}).status_code in {404, 405}
    assert not FormatRequest.objects.exists()


def test_the_form_keeps_out_other_sites(minutes: MinutesPage) -> None:
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.post(ask(minutes.pk), {"format": "paper"}).status_code == 403
    assert not FormatRequest.objects.exists()


def test_another_language_says_which_one(client: Client, minutes: MinutesPage) -> None:
    answer = client.post(ask(minutes.pk), {"format": "language", "contact": "01632 960200"})
    page = answer.content.decode()
    assert "Which language? Write which language you need." in page
    assert 'value="01632 960200"' in page
    assert not FormatRequest.objects.exists()
    client.post(ask(minutes.pk), {"format": "language", "language": "Polish"})
    client.post(ask(minutes.pk), {"format": "audio", "language": "Polish"})
    requests = FormatRequest.objects.order_by("pk")
    assert [(one.format, one.language) for one in requests] == [
        ("language", "Polish"),
        ("audio", ""),
    ]


def test_one_tap_asks_for_easy_read_where_there_is_none(
    client: Client, minutes: MinutesPage
) -> None:
    assert "There is no easy read of this yet" in client.get(ask(minutes.pk)).content.decode()
    assert client.post(ask(minutes.pk), {"format": "easy_read"}).status_code == 302
    assert FormatRequest.objects.get().format == "easy_read"
    easy_read = make_easy_read(minutes)
    for page in (minutes, easy_read):
        shown = client.get(ask(page.pk)).content.decode()
        assert "One tap is enough" not in shown
        assert "Ask for it" in shown
    assert easy_read.url in client.get(ask(minutes.pk)).content.decode()


def test_a_program_that_fills_in_every_field_is_stopped_and_a_person_can_go_on(
    client: Client, minutes: MinutesPage
) -> None:
    wanted = {"format": "paper", "contact": "me@example.org"}
    page = client.post(ask(minutes.pk), wanted | {"leave_empty": "Buy!"}).content.decode()
    assert "Please press the button again." in page
    assert "me@example.org" in page
    assert "Buy!" not in page
    assert not FormatRequest.objects.exists()
    assert client.post(ask(minutes.pk), wanted).status_code == 302


def test_the_same_asked_twice_in_a_day_is_one_request(minutes: MinutesPage, now: datetime) -> None:
    def asking(contact: str, days: float) -> FormatRequest:
        at = now + timedelta(days=days)
        return ask_for_format(page=minutes, format=Format.PAPER, contact=contact, now=at)

    first = asking("a@example.org", 0)
    assert asking("a@example.org", 0.9) == asking(" A@Example.ORG", 0.5) == first
    assert asking("b@example.org", 0.9) != first
    assert asking("a@example.org", 1.1) != first
    assert FormatRequest.objects.count() == 3


def test_a_flood_is_stopped_for_that_page_and_that_day(
    client: Client, minutes: MinutesPage, now: datetime
) -> None:
    for number in range(MOST_A_DAY):
        wanted = {"format": Format.PAPER, "contact": f"{number}"}
        FormatRequest.objects.create(page=minutes, asked_at=timezone.now(), **wanted)
    one_more = {"format": "audio", "contact": "01632 960200"}
    page = client.post(ask(minutes.pk), one_more).content.decode()
    assert "Please try again tomorrow" in page
    assert "01632 960200" in page
    assert FormatRequest.objects.count() == MOST_A_DAY
    assert client.post(ask(minutes.get_parent().pk), one_more).status_code == 302
    FormatRequest.objects.update(asked_at=timezone.now() - timedelta(days=2))
    assert client.post(ask(minutes.pk), one_more).status_code == 302


def test_how_to_reach_a_reader_is_forgotten_ninety_days_after_the_answer(
    minutes: MinutesPage, now: datetime
) -> None:
    answered, waiting = (
        ask_for_format(page=minutes, format=Format.PAPER, contact=contact, now=now)
        for contact in ("a@example.org", "b@example.org")
    )
    answer_request(asked=answered, answer="Sent.", answered_by=None, now=now)
    assert forget_contacts(now=now + timedelta(days=90)) == 0
    assert forget_contacts(now=now + timedelta(days=91)) == 1
    assert forget_contacts(now=now + timedelta(days=91)) == 0
    answered.refresh_from_db()
    waiting.refresh_from_db()
    assert (answered.contact, answered.answer) == ("", "Sent.")
    assert waiting.contact == "b@example.org"


def test_whoever_nobody_answered_for_a_year_is_forgotten_and_still_counted(
    minutes: MinutesPage, now: datetime
) -> None:
    waiting, later = (
        ask_for_format(page=minutes, format=Format.PAPER, contact=contact, now=at)
        for contact, at in (("b@example.org", now), ("c@example.org", now + timedelta(days=10)))
    )
    assert forget_contacts(now=now + timedelta(days=365)) == 0
    assert forget_contacts(now=now + timedelta(days=366)) == 1
    waiting.refresh_from_db()
    later.refresh_from_db()
    assert (waiting.contact, waiting.answered_at) == ("", None)
    assert later.contact == "c@example.org"
    assert FormatRequest.objects.count() == 2
