"""What readers are told of a page's easy read: none, being made, ready, checked, out of date."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from boards.models import AgendaPage, MeetingPage, MinutesPage
from easyread.enums import EasyReadState, ReadersVerdict
from easyread.models import EasyReadPage, EasyReadRecord, ReadersCheck
from easyread.selectors import changes_of, easy_read_of, easy_read_view, easy_reads_of
from easyread.services import fill_sources, keep_source
from portal.home.models import HomePage
from portal.users.models import User
from tests.borough import (
    check_with_readers,
    make_agenda,
    make_easy_read,
    publish_again,
    text_block,
)


def test_there_is_none_at_first(minutes: MinutesPage, client: Client) -> None:
    assert easy_read_of(minutes).state == EasyReadState.NONE
    page = client.get(minutes.url).content.decode()
    assert reverse("easyread:ask", args=[minutes.pk]) in page


@pytest.mark.parametrize(
    ("is_live", "is_checked", "state"),
    [
        (False, False, EasyReadState.IN_PREPARATION),
        (True, False, EasyReadState.READY),
        (True, True, EasyReadState.CHECKED),
    ],
)
def test_the_state_follows_from_what_happened(
    minutes: MinutesPage, is_live: bool, is_checked: bool, state: EasyReadState
) -> None:
    page = make_easy_read(minutes, live=is_live)
    if is_checked:
        check_with_readers(page)
    link = easy_read_of(minutes)
    assert link.state == state
    assert link.url == (page.url if is_live else "")


@pytest.mark.parametrize("is_checked", [False, True])
def test_it_is_out_of_date_when_the_original_says_something_else(
    minutes: MinutesPage, client: Client, is_checked: bool
) -> None:
    page = make_easy_read(minutes)
    if is_checked:
        check_with_readers(page)
    before = easy_read_of(minutes).state
    old = minutes.items.raw_data[0]["value"]["content"]
    minutes.save_revision().publish()
    assert easy_read_of(minutes).state == before, "the same words again change nothing"
    publish_again(minutes, text_block("We talked about trains."))
    link = easy_read_of(minutes)
    assert (link.state, link.url) == (EasyReadState.OUT_OF_DATE, page.url)
    assert client.get(page.url).context["view"].changed_at
    page.refresh_from_db()
    changes = changes_of(page)
    assert changes.new == ["We talked about trains."]
    assert "We talked about buses." in changes.gone
    publish_again(minutes, *old)
    assert easy_read_of(minutes).state == before, "the old words are back"


def test_the_easy_read_of_any_page_is_out_of_date_when_that_page_changes(home: HomePage) -> None:
    make_easy_read(home)
    assert easy_read_of(home).state == EasyReadState.READY
    home.introduction = "We talk about trains."
    home.save_revision().publish()
    assert easy_read_of(home).state == EasyReadState.OUT_OF_DATE


def test_an_easy_read_is_up_to_date_again_when_its_writer_says_so(
    minutes: MinutesPage, now: datetime
) -> None:
    page = make_easy_read(minutes)
    publish_again(minutes, text_block("We talked about trains."))
    page.save_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.OUT_OF_DATE
    keep_source(easy_read=page, now=now)
    assert easy_read_of(minutes).state == EasyReadState.READY


def test_a_check_holds_for_the_words_that_were_read(minutes: MinutesPage) -> None:
    page = make_easy_read(minutes, body=[_idea("We talked.")])
    check_with_readers(page)
    assert easy_read_of(minutes).state == EasyReadState.CHECKED
    page.body = [_idea("We talked a lot.")]
    page.save_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.READY
    page.body = [_idea("We talked.")]
    page.save_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.CHECKED


@pytest.mark.parametrize("verdict", [ReadersVerdict.NO, ReadersVerdict.NOT_SURE])
def test_readers_who_were_not_content_have_not_passed_it(
    minutes: MinutesPage, verdict: ReadersVerdict
) -> None:
    page = make_easy_read(minutes)
    check_with_readers(page, verdict)
    assert easy_read_of(minutes).state == EasyReadState.READY


def _idea(words: str) -> dict[str, object]:
    return {"type": "idea", "value": {"picture": None, "words": f"<p>{words}</p>"}}


def test_each_page_knows_its_own_easy_read_only(
    minutes: MinutesPage, held_meeting: MeetingPage, home: HomePage
) -> None:
    agenda = make_agenda(held_meeting)
    make_easy_read(minutes)
    make_easy_read(home, live=False)
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
    asked.answer = "We sent it."
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
    easy_read = make_easy_read(minutes, live=False)
    assert easy_read_of(minutes).state == EasyReadState.IN_PREPARATION
    easy_read.save_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.READY


def test_easy_reads_of_an_earlier_version_take_the_original_as_their_source(
    minutes: MinutesPage, now: datetime
) -> None:
    page = make_easy_read(minutes)
    EasyReadRecord.objects.update(source=[], words_sha256="", made_from_at=None)
    assert fill_sources(easy_reads=[page], now=now) == 1
    assert fill_sources(easy_reads=[page], now=now) == 0
    publish_again(minutes, text_block("We talked about buses."))
    assert easy_read_of(minutes).state == EasyReadState.OUT_OF_DATE
    EasyReadRecord.objects.update(source=[], words_sha256="")
    assert fill_sources(easy_reads=[page], now=now) == 0, "what is out of date stays so"


def test_readers_of_an_earlier_version_read_the_words_that_were_public_then(
    minutes: MinutesPage, now: datetime
) -> None:
    page = make_easy_read(minutes)
    check_with_readers(page)
    ReadersCheck.objects.update(words_sha256="")
    EasyReadRecord.objects.update(words_sha256="")
    fill_sources(easy_reads=[page], now=now)
    page.save_revision().publish()
    assert easy_read_of(minutes).state == EasyReadState.CHECKED


def test_readers_of_nobody_knows_which_words_have_not_read_the_draft(minutes: MinutesPage) -> None:
    draft = make_easy_read(minutes, live=False)
    check_with_readers(draft)
    ReadersCheck.objects.update(words_sha256="")
    check_with_readers(draft, ReadersVerdict.NO)
    assert easy_read_view(draft).readers == ""
