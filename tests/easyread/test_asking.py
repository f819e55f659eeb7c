"""Asking for a page in another format."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import MeetingPage, MinutesPage
from easyread.models import FormatRequest
from portal.home.models import HomePage
from portal.users.models import User
from tests.borough import make_minutes, restrict


def ask(page_id: int) -> str:
    return reverse("easyread:ask", args=[page_id])


@pytest.mark.parametrize("contact", ["", "01632 960200", "<script>alert(1)</script>"])
def test_a_wish_is_kept_and_thanked_for(client: Client, minutes: MinutesPage, contact: str) -> None:
    before = timezone.now()
    data = {"format": "large_print", "contact": contact}
    answer = client.post(ask(minutes.pk), data, follow=True)
    assert answer.redirect_chain == [(reverse("easyread:asked", args=[minutes.pk]), 302)]
    assert "Thank you. We have your wish." in answer.content.decode()
    wish = FormatRequest.objects.get()
    assert (wish.page_id, wish.format, wish.contact) == (minutes.pk, "large_print", contact)
    assert before <= wish.asked_at <= timezone.now()
    assert wish.answered_at is None


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


def test_officers_see_what_was_asked_for_and_others_do_not(
    client: Client, officer: User, co_chair: User, minutes: MinutesPage
) -> None:
    client.post(ask(minutes.pk), {"format": "audio", "contact": "01632 960200"})
    listing = reverse("wagtailsnippets_easyread_formatrequest:list")
    client.force_login(officer)
    assert "01632 960200" in client.get(listing).content.decode()
    client.force_login(co_chair)
    assert client.get(listing).status_code == 302
