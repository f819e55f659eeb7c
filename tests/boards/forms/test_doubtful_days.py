"""Days that may be a mistake are asked about before the meeting is public."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.forms.doubts import doubts_about
from boards.models import BoardPage, MeetingPage
from portal.users.models import User
from tests.borough import day_to_come

HOLIDAY = "is a bank holiday"
LATE = "they will be late"


def next_christmas() -> date:
    """The next Christmas Day whose papers can still be in time."""
    today = timezone.localdate()
    return date(today.year + (today > date(today.year, 12, 1)), 12, 25)


@pytest.fixture
def co_chairs(client: Client, co_chair: User) -> Client:
    client.force_login(co_chair)
    return client


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 4, 24), ""),  # five clear days from Thursday to Friday week
        (date(2026, 4, 23), "had to be out by Wednesday 15 April 2026"),
        (date(2026, 5, 25), "Monday 25 May 2026 is a bank holiday: Spring Bank Holiday."),
        (date(2026, 5, 23), ""),  # a Saturday may be meant
    ],
)
def test_what_speaks_against_a_day(day: date, words: str) -> None:
    found = " ".join(doubts_about(day, today=date(2026, 4, 16), notice_days=5))
    assert words in found
    assert bool(found) == bool(words)


def test_a_bank_holiday_is_asked_about_and_planned_all_the_same(
    co_chairs: Client, carers_board: BoardPage
) -> None:
    address = reverse("boards_admin:plan_meeting", args=[carers_board.pk])
    day = next_christmas().isoformat()
    data = {"day": day, "starts": "14:00", "hours": "2", "place": "The lighthouse"}
    page = co_chairs.post(address, data).content.decode()
    assert HOLIDAY in page
    assert LATE not in page
    assert 'value="The lighthouse"' in page
    assert 'href="#id_all_the_same"' in page
    assert 'id="id_all_the_same"' in page
    assert not MeetingPage.objects.exists()
    assert co_chairs.post(address, data | {"all_the_same": day}).status_code == 302
    assert MeetingPage.objects.get().slug == day


def test_a_tick_is_for_its_day_only(co_chairs: Client, carers_board: BoardPage) -> None:
    address = reverse("boards_admin:plan_meeting", args=[carers_board.pk])
    tomorrow = timezone.localdate() + timedelta(days=1)
    data = {
        "day": tomorrow.isoformat(),
        "starts": "14:00",
        "hours": "2",
        "place": "Town Hall",
        "all_the_same": next_christmas().isoformat(),
    }
    page = co_chairs.post(address, data).content.decode()
    assert LATE in page
    assert "checked" not in page.partition("id_all_the_same")[2].partition("</form>")[0]
    assert not MeetingPage.objects.exists()


def test_each_day_in_doubt_of_a_year_has_a_box_of_its_own(
    co_chairs: Client, carers_board: BoardPage
) -> None:
    address = reverse("boards_admin:plan_year", args=[carers_board.pk])
    christmas, tomorrow = next_christmas(), timezone.localdate() + timedelta(days=1)
    doubtful = [tomorrow.isoformat(), christmas.isoformat()]
    data: dict[str, str | list[str]] = {
        "day_0": doubtful[0],
        "day_1": day_to_come(90).isoformat(),
        "day_2": doubtful[1],
        "starts": "14:00",
        "hours": "2",
        "place": "Town Hall",
    }
    page = co_chairs.post(address, data).content.decode()
    assert HOLIDAY in page
    assert LATE in page
    page = co_chairs.post(address, data | {"all_the_same": doubtful[:1]}).content.decode()
    assert HOLIDAY in page
    assert not MeetingPage.objects.exists()
    assert co_chairs.post(address, data | {"all_the_same": doubtful}).status_code == 302
    assert MeetingPage.objects.count() == 3
