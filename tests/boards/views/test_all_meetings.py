"""One page has the coming meetings of all boards."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from boards.models import BoardPage
from boards.services import share_meeting
from tests.borough import make_meeting, restrict

pytestmark = pytest.mark.begins("2026-11-12T10:00")


@pytest.fixture
def now() -> datetime:
    """The moment at which each test begins, for pages ask the clock themselves."""
    return datetime.fromisoformat("2026-11-12T10:00+00:00")


def told(client: Client, address: str = "/meetings/") -> str:
    return client.get(address).content.decode()


def test_the_coming_meetings_of_all_boards_stand_by_month_in_the_order_of_their_days(
    client: Client, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    make_meeting(carers_board, now - timedelta(days=9))
    last = make_meeting(carers_board, now + timedelta(days=60))
    first = make_meeting(autism_board, now + timedelta(days=2))
    cancelled = make_meeting(
        carers_board, now + timedelta(days=25), status="cancelled", status_reason="Snow"
    )
    page = told(client)
    in_order = ["November 2026</h2>", first.url, "December 2026</h2>", cancelled.url]
    in_order += ["Cancelled", "January 2027</h2>", last.url]
    places = [page.index(words) for words in in_order]
    assert places == sorted(places)
    assert "3 meetings to come" in page
    assert "/calendars/all.ics" in page
    assert 'href="/meetings/"' in told(client, "/")


def test_a_board_is_chosen_with_the_joint_meetings_that_others_host(
    client: Client, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    own = make_meeting(carers_board, now + timedelta(days=2))
    joint = make_meeting(autism_board, now + timedelta(days=3))
    share_meeting(meeting=joint, boards=[carers_board])
    other = make_meeting(autism_board, now + timedelta(days=4))
    page = told(client, "/meetings/?board=carers")
    assert own.url in page
    assert joint.url in page
    assert "A joint meeting, together with Carers Partnership Board" in page
    assert other.url not in page
    assert "/calendars/boards/carers.ics" in page


def test_what_is_restricted_is_not_there_and_an_empty_page_says_what_to_do(
    client: Client, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    make_meeting(carers_board, now + timedelta(days=2))
    restrict(carers_board)
    page = told(client)
    assert "Carers" not in page
    assert "No meeting is planned at the moment." in page
    assert "No meeting of this board is planned" in told(client, "/meetings/?board=autism")
    assert "Something needs to be put right" in told(client, "/meetings/?board=carers")


def test_a_long_list_has_pages_that_keep_the_choice(
    client: Client, carers_board: BoardPage, now: datetime
) -> None:
    for days in range(1, 23):
        make_meeting(carers_board, now + timedelta(days=days))
    page = told(client, "/meetings/?board=carers")
    assert "Page 1 of 2" in page
    assert "?board=carers&amp;page=2" in page
    assert "Page 2 of 2" in told(client, "/meetings/?board=carers&page=2")
