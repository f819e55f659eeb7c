"""A meeting of several days says from when to when, wherever it is told."""

from datetime import datetime, timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import BoardPage, MeetingPage, MinutesPage
from boards.selectors.packs import pack_plan
from portal.digests.compose import compose
from tests.borough import make_agenda, make_meeting, make_minutes

pytestmark = pytest.mark.begins("2026-11-12T10:00")
DAYS = "Thursday 12 to Saturday 14 November 2026"


def at(words: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(words))


@pytest.fixture
def conference(carers_board: BoardPage) -> MeetingPage:
    meeting = make_meeting(carers_board, at("2026-11-12T14:00"))
    meeting.ends_at = at("2026-11-14T16:30")
    meeting.sequence = 0
    MeetingPage.objects.filter(pk=meeting.pk).update(ends_at=meeting.ends_at)
    return MeetingPage.objects.get()


@pytest.mark.parametrize(
    ("starts", "ends", "days", "begins", "times"),
    [
        (
            "2026-11-12T14:00",
            "2026-11-12T16:30",
            "Thursday 12 November 2026",
            "Thursday 12 November 2026, 2pm",
            "2pm to 4:30pm",
        ),
        (
            "2026-11-12T14:00",
            "2026-11-13T00:00",
            "Thursday 12 November 2026",
            "Thursday 12 November 2026, 2pm",
            "2pm to 12am",
        ),
        (
            "2026-11-12T14:00",
            "2026-11-14T16:30",
            DAYS,
            DAYS,
            "from 2pm on the first day to 4:30pm on the last day",
        ),
        (
            "2026-11-30T10:00",
            "2026-12-01T16:00",
            "Monday 30 November to Tuesday 1 December 2026",
            "Monday 30 November to Tuesday 1 December 2026",
            "from 10am on the first day to 4pm on the last day",
        ),
        (
            "2026-12-31T10:00",
            "2027-01-01T16:00",
            "Thursday 31 December 2026 to Friday 1 January 2027",
            "Thursday 31 December 2026 to Friday 1 January 2027",
            "from 10am on the first day to 4pm on the last day",
        ),
    ],
    ids=["a day", "until midnight", "three days", "two months", "two years"],
)
@pytest.mark.django_db
def test_how_the_days_of_a_meeting_read(
    starts: str, ends: str, days: str, begins: str, times: str
) -> None:
    meeting = MeetingPage(starts_at=at(starts), ends_at=at(ends))
    assert (meeting.days, meeting.begins, meeting.times) == (days, begins, times)


def test_all_its_days_stand_wherever_the_meeting_is_told(
    conference: MeetingPage, carers_board: BoardPage
) -> None:
    agenda = make_agenda(conference)
    minutes = make_minutes(conference)
    pages = ["/", "/boards/", "/meetings/", carers_board.url, conference.url, agenda.url]
    for address in (*pages, minutes.url):
        assert DAYS in Client().get(address).content.decode(), address
    assert pack_plan(agenda).content.title == f"Agenda for {DAYS}"
    assert agenda.easy_read_opening().when == DAYS
    end = conference.starts_at - timedelta(days=1)
    (news,) = compose(start=end - timedelta(days=7), end=end).boards
    assert [line.words for line in news.coming] == [f"Meeting from {DAYS}"]
    event = Client().get(reverse("boards:calendar")).content.decode()
    assert "DTSTART;TZID=Europe/London:20261112T140000" in event
    assert "DTEND;TZID=Europe/London:20261114T163000" in event


def test_the_titles_say_all_its_days_and_one_day_again(conference: MeetingPage) -> None:
    make_minutes(conference)
    last_days = {
        "2026-11-14T12:00": "12 to 14 November 2026",
        "2026-12-01T12:00": "12 November to 1 December 2026",
        "2027-01-02T12:00": "12 November 2026 to 2 January 2027",
        "2026-11-12T16:00": "12 November 2026",
    }
    for ends, days in last_days.items():
        page = MeetingPage.objects.get()
        page.ends_at = at(ends)
        page.status, page.status_reason = "changed", f"It ends then: {ends}."
        page.save_revision().publish()
        assert MeetingPage.objects.get().title == f"Carers Partnership Board, {days}"
        title = MinutesPage.objects.get().title
        assert title == f"Minutes, Carers Partnership Board, {days}"


def test_it_is_to_come_until_its_last_day_is_over(conference: MeetingPage) -> None:
    upcoming = MeetingPage.objects.upcoming
    assert list(upcoming(now=at("2026-11-14T10:00"))) == [conference]
    assert list(upcoming(now=at("2026-11-14T16:30"))) == []


def test_a_title_that_somebody_chose_keeps_its_words(held_meeting: MeetingPage) -> None:
    """A day in it that is not the meeting's own is no business of the portal's."""
    held_meeting.title = "Our festival, 3 May 2019"
    held_meeting.save_revision().publish()
    meeting = MeetingPage.objects.get()
    meeting.starts_at -= timedelta(days=1)
    meeting.save_revision().publish()
    assert MeetingPage.objects.get().title == "Our festival, 3 May 2019"


def test_an_update_finds_the_day_in_titles_that_were_there(
    held_meeting: MeetingPage, coming_meeting: MeetingPage
) -> None:
    day = held_meeting.day_in_title
    assert held_meeting.title.endswith(f", {day}")
    MeetingPage.objects.update(day_in_title="")
    MeetingPage.objects.filter(pk=coming_meeting.pk).update(title="Our festival")
    import_module("boards.migrations.0023_days_in_titles").read_titles(apps, None)
    found = MeetingPage.objects.order_by("starts_at").values_list("day_in_title", flat=True)
    assert list(found) == [day, ""]


def test_a_draft_that_was_begun_before_the_meeting_moved_takes_the_day_along(
    coming_meeting: MeetingPage,
) -> None:
    draft = coming_meeting.get_latest_revision_as_object()
    moved = MeetingPage.objects.get()
    moved.starts_at += timedelta(days=1)
    moved.ends_at += timedelta(days=1)
    moved.status, moved.status_reason = "changed", "Snow."
    moved.save_revision().publish()
    title = MeetingPage.objects.get().title
    draft.place, draft.status, draft.status_reason = "The Hall", "changed", "Rain."
    draft.save_revision().publish()
    assert MeetingPage.objects.get().day_in_title == coming_meeting.day_in_title
    assert MeetingPage.objects.get().title == coming_meeting.title != title
