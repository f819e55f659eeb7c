"""What readers are told of a page's easy read: none, being made, ready, checked, out of date."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from boards.models import AgendaPage, MeetingPage, MinutesPage
from easyread.enums import EasyReadState
from easyread.models import EasyReadPage
from easyread.selectors import easy_read_of, easy_reads_of
from portal.home.models import HomePage
from portal.users.models import User
from tests.borough import make_agenda, make_easy_read


def test_there_is_none_at_first(minutes: MinutesPage, client: Client) -> None:
    assert easy_read_of(minutes).state == EasyReadState.NONE
    page = client.get(minutes.url).content.decode()
    assert reverse("easyread:ask", args=[minutes.pk]) in page


@pytest.mark.parametrize(
    ("facts", "state", "is_there"),
    [
        ({"progress": "in_preparation"}, EasyReadState.IN_PREPARATION, False),
        ({"progress": "ready", "live": False}, EasyReadState.IN_PREPARATION, False),
        ({"progress": "ready"}, EasyReadState.READY, True),
        (
            {"progress": "checked", "readers": "A and B", "checked_on": date(2026, 4, 1)},
            EasyReadState.CHECKED,
            True,
        ),
    ],
)
def test_the_state_follows_from_the_page(
    minutes: MinutesPage, facts: dict[str, object], state: EasyReadState, is_there: bool
) -> None:
    page = make_easy_read(minutes, **facts)
    link = easy_read_of(minutes)
    assert link.state == state
    assert link.is_there == is_there
    assert link.url == (page.url if is_there else "")


@pytest.mark.parametrize("progress", ["ready", "checked"])
def test_it_is_out_of_date_when_the_original_was_published_again(
    minutes: MinutesPage, now: datetime, client: Client, progress: str
) -> None:
    page = make_easy_read(minutes, progress=progress, readers="A", checked_on=now.date())
    assert easy_read_of(minutes).state == progress
    minutes.save_revision().publish()
    minutes.refresh_from_db()
    link = easy_read_of(minutes)
    assert link.state == EasyReadState.OUT_OF_DATE
    assert link.url == page.url
    assert client.get(page.url).context["out_of_date"]


def test_publishing_the_easy_read_again_makes_it_up_to_date(minutes: MinutesPage) -> None:
    page = make_easy_read(minutes, original_published_at=None)
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.original_published_at == minutes.last_published_at
    minutes.save_revision().publish()
    minutes.refresh_from_db()
    assert easy_read_of(minutes).state == EasyReadState.OUT_OF_DATE
    page.save_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.READY


def test_each_page_knows_its_own_easy_read_only(
    minutes: MinutesPage, held_meeting: MeetingPage, home: HomePage
) -> None:
    agenda = make_agenda(held_meeting)
    make_easy_read(minutes)
    make_easy_read(home, progress="in_preparation")
    states = {pk: link.state for pk, link in easy_reads_of([minutes, agenda, home]).items()}
    assert states == {
        minutes.pk: EasyReadState.READY,
        agenda.pk: EasyReadState.NONE,
        home.pk: EasyReadState.IN_PREPARATION,
    }
    assert easy_reads_of([]) == {}


def test_a_page_has_one_easy_read(minutes: MinutesPage, co_chair: User, client: Client) -> None:
    assert EasyReadPage.can_create_at(minutes)
    address = reverse("wagtailadmin_pages:add", args=["easyread", "easyreadpage", minutes.pk])
    client.force_login(co_chair)
    assert client.get(address).status_code == 200
    make_easy_read(minutes)
    assert not EasyReadPage.can_create_at(minutes)
    assert client.get(address).status_code in {302, 403}


def test_meetings_and_boards_have_none(held_meeting: MeetingPage) -> None:
    assert not EasyReadPage.can_create_at(held_meeting)
    assert not EasyReadPage.can_create_at(held_meeting.get_parent())
    assert EasyReadPage.can_create_at(AgendaPage(depth=6, path="0001"))


def test_checked_needs_readers_and_a_day(minutes: MinutesPage) -> None:
    for facts in ({"readers": "A and B"}, {"checked_on": date(2026, 4, 1)}, {}):
        with pytest.raises(ValidationError, match="write who checked it and on which day"):
            make_easy_read(minutes, progress="checked", **facts)


def test_the_easy_read_leads_to_the_full_version_and_back(
    minutes: MinutesPage, client: Client
) -> None:
    body = [
        {"type": "heading", "value": {"text": "Buses"}},
        {"type": "idea", "value": {"picture": None, "words": "<p>We talked.</p>"}},
        {"type": "decision", "value": {"picture": None, "words": "<p>We said yes.</p>"}},
        {"type": "action", "value": {"who": "Sy", "what": "will ring", "when": "By May"}},
        {"type": "date_and_place", "value": {"when": "Monday", "where": "Town Hall"}},
    ]
    page = make_easy_read(minutes, body=body)
    text = client.get(page.url).content.decode()
    for words in ("Buses", "We talked.", "We said yes.", "will ring", "By May", "Monday"):
        assert words in text
    assert minutes.url in text
    assert page.url in client.get(minutes.url).content.decode()


def test_an_answer_cannot_be_older_than_its_question(
    minutes: MinutesPage, now: datetime, officer: User, client: Client
) -> None:
    client.post(reverse("easyread:ask", args=[minutes.pk]), {"format": "paper"})
    (asked,) = minutes.format_requests.all()
    asked.answered_at = asked.asked_at - timedelta(days=1)
    with pytest.raises(ValidationError, match="cannot be answered before"):
        asked.full_clean()


def test_an_easy_read_goes_with_the_page_that_it_explains(
    client: Client, minutes: MinutesPage
) -> None:
    easy_read = make_easy_read(minutes)
    assert client.get(easy_read.url).status_code == 200
    minutes.unpublish()
    easy_read.refresh_from_db()
    assert not easy_read.live
    assert client.get(easy_read.url).status_code == 404


def test_who_publishes_an_easy_read_says_that_it_is_ready(minutes: MinutesPage) -> None:
    easy_read = make_easy_read(minutes, progress="in_preparation")
    assert easy_read_of(minutes).state == EasyReadState.IN_PREPARATION
    easy_read.save_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.READY
