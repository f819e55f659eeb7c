"""What stands below a page that was taken down is gone everywhere, and comes back with it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from boards.models import ActionPoint, BoardPage, MeetingPage
from tests.borough import make_agenda, make_easy_read, make_meeting, make_minutes

WORDS = "Quokka"


@pytest.fixture
def held(carers_board: BoardPage) -> MeetingPage:
    """A held meeting whose every word has a `Quokka` in it, with all that belongs to it."""
    meeting = make_meeting(carers_board, timezone.now() - timedelta(days=20))
    meeting.title = f"{WORDS} meeting"
    meeting.save_revision().publish()
    make_agenda(meeting, f"{WORDS} on the agenda")
    minutes = make_minutes(meeting)
    minutes.items[0].value["title"] = f"{WORDS} talked about"
    minutes.items[0].value["content"][2].value["text"] = f"{WORDS} to be done"
    minutes.save_revision().publish()
    make_easy_read(minutes, title=f"{WORDS} in easy read")
    return meeting


@pytest.fixture
def coming(carers_board: BoardPage) -> MeetingPage:
    meeting = make_meeting(carers_board, timezone.now() + timedelta(days=20))
    MeetingPage.objects.filter(pk=meeting.pk).update(place=f"{WORDS} Hall")
    meeting = MeetingPage.objects.get(pk=meeting.pk)
    meeting.save_revision().publish()
    return meeting


def where_it_is_told(client: Client, board: BoardPage) -> set[str]:
    """The public addresses whose answer holds the word."""
    action = ActionPoint.objects.filter(text__contains=WORDS).get()
    below = Page.objects.descendant_of(board, inclusive=True)
    asked = [
        *("/", "/boards/", "/actions/", "/easy-reads/", "/on-time/", "/search/?q=quokka"),
        *("/feeds/all.atom", "/calendars/all.ics", action.get_absolute_url()),
        *(f"/feeds/boards/{board.slug}.atom", f"/calendars/boards/{board.slug}.ics"),
        *(f"/past-meetings/{board.slug}/", f"/attendance/{board.slug}/"),
        *(page.get_url() for page in below),
    ]
    return {one for one in asked if WORDS.lower() in client.get(one).content.decode().lower()}


@pytest.mark.parametrize("what", ["meetings", "board"])
def test_it_is_gone_everywhere_and_comes_back(
    what: str, client: Client, carers_board: BoardPage, held: MeetingPage, coming: MeetingPage
) -> None:
    before = where_it_is_told(client, carers_board)
    assert {"/", "/actions/", "/feeds/all.atom", "/calendars/all.ics"} <= before
    pages = [held, coming] if what == "meetings" else [carers_board]
    for page in pages:
        page.refresh_from_db()
        page.unpublish()
    assert where_it_is_told(client, carers_board) - {"/search/?q=quokka"} == set()
    assert WORDS not in client.get("/search/?q=quokka").content.decode()
    for page in pages:
        page.save_revision().publish()
    assert where_it_is_told(client, carers_board) == before
