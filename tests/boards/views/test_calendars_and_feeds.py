"""Calendars and feeds, read by parsers that are not ours."""

from datetime import UTC, datetime, timedelta
from typing import Any

import feedparser
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from ics import Calendar

from boards.enums import ActionState
from boards.models import ActionPoint, BoardPage, MeetingPage, MinutesPage
from boards.rules.calendars import CalendarMeeting, calendar_of
from boards.selectors.news import news
from boards.services import plan_meeting, publish_with_reason, report_progress
from tests.borough import make_agenda, make_minutes, restrict
from tests.services.kept import kept


@kept
def planned(carers_board: BoardPage) -> MeetingPage:
    """Half past two on a summer's day in London: half past one in Greenwich."""
    starts_at = timezone.make_aware(datetime(2030, 7, 11, 14, 30))
    return plan_meeting(
        board=carers_board,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Town Hall; room 2, upstairs",
        access="Step-free.\nHearing loop.",
        how_to_join="",
        planned_by=None,
    )


def calendar(address: str) -> Any:
    answer = Client().get(address)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
    return Calendar(answer.content.decode())


def addresses(meeting: MeetingPage) -> list[str]:
    return [
        reverse("boards:calendar"),
        reverse("boards:board_calendar", args=["carers"]),
        reverse("boards:meeting_calendar", args=[meeting.pk]),
    ]


def test_a_meeting_stands_in_each_calendar_in_london_time(planned: MeetingPage) -> None:
    for address in addresses(planned):
        event = next(iter(calendar(address).events))
        assert event.begin.datetime.astimezone(UTC) == datetime(2030, 7, 11, 13, 30, tzinfo=UTC)
        assert event.end - event.begin == timedelta(hours=2)
        assert event.name == "Carers Partnership Board"
        assert event.location == "Town Hall; room 2, upstairs"
        assert "Step-free.\nHearing loop." in event.description
    text = Client().get(reverse("boards:calendar")).content.decode()
    assert "DTSTART;TZID=Europe/London:20300711T143000" in text
    assert "BEGIN:VTIMEZONE" in text


def test_the_name_stays_and_the_number_grows_with_each_change(planned: MeetingPage) -> None:
    address = addresses(planned)[2]
    first = Client().get(address).content.decode()
    assert f"UID:meeting-{planned.pk}@" in first
    assert "SEQUENCE:0" in first
    planned.access = "Ramp"
    planned.save_revision().publish()
    assert "SEQUENCE:0" in Client().get(address).content.decode()
    planned.place = "Library"
    planned.status, planned.status_reason = "changed", "The hall is booked."
    planned.save_revision().publish()
    assert "SEQUENCE:1" in Client().get(address).content.decode()
    planned.status, planned.status_reason = "cancelled", "Snow"
    planned.save_revision().publish()
    cancelled = Client().get(address).content.decode()
    assert "SEQUENCE:2" in cancelled
    assert "STATUS:CANCELLED" in cancelled
    assert "Cancelled: Snow" in cancelled
    assert f"UID:meeting-{planned.pk}@" in cancelled


def test_what_is_hidden_is_in_no_calendar_and_no_feed(
    planned: MeetingPage, carers_board: BoardPage, held_meeting: MeetingPage
) -> None:
    make_minutes(held_meeting)
    restrict(carers_board)
    whole, of_board, of_meeting = addresses(planned)
    assert not calendar(whole).events
    assert Client().get(of_board).status_code == 404
    assert Client().get(of_meeting).status_code == 404
    assert not atom(reverse("boards:feed")).entries
    assert Client().get(reverse("boards:board_feed", args=["carers"])).status_code == 404


def test_odd_signs_break_no_calendar() -> None:
    now = datetime(2026, 4, 16, 12, tzinfo=UTC)
    odd = "A\x00B\x07\r\nBEGIN:VEVENT\n;,\\ \u202e 🦉 " + "long " * 40
    text = calendar_of(
        odd,
        [
            CalendarMeeting(
                uid="meeting-1@example.org",
                sequence=0,
                starts_at=now,
                ends_at=now + timedelta(hours=1),
                changed_at=now,
                summary=odd,
                place=odd,
                words=odd,
                url="https://example.org/",
                is_cancelled=False,
            )
        ],
    ).decode()
    assert "\x00" not in text
    events = Calendar(text).events
    assert len(events) == 1
    assert "BEGIN:VEVENT" in next(iter(events)).description


def atom(address: str) -> Any:
    answer = Client().get(address)
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.feed.author
    assert parsed.feed.id.startswith("tag:")
    return parsed


def test_agendas_minutes_and_outcomes_are_in_the_feeds(
    held_meeting: MeetingPage, now: datetime
) -> None:
    make_agenda(held_meeting)
    make_minutes(held_meeting)
    action = ActionPoint.objects.get(text="Write to the bus company")
    report_progress(
        action=action,
        state=ActionState.DONE,
        note="",
        outcome="There is a \x0blater bus.",
        reported_by=None,
        now=now,
    )
    everything = atom(reverse("boards:feed"))
    titles = {entry.title for entry in everything.entries}
    assert "What changed: There is a later bus." in titles
    assert any(title.startswith("Agenda") for title in titles)
    assert any(title.startswith("Minutes") for title in titles)
    assert len({entry.id for entry in everything.entries}) == 3
    assert all(entry.link.startswith("http") for entry in everything.entries)
    assert len(atom(reverse("boards:board_feed", args=["carers"])).entries) == 3
    on_topic = {
        entry.title for entry in atom(reverse("boards:topic_feed", args=["transport"])).entries
    }
    assert on_topic == {title for title in titles if not title.startswith("Agenda")}


def test_an_empty_feed_is_valid_and_the_same_each_time(carers_board: BoardPage) -> None:
    address = reverse("boards:board_feed", args=["carers"])
    assert not atom(address).entries
    assert Client().get(address).content == Client().get(address).content


def test_each_entry_of_a_feed_leads_to_the_portals_public_address(
    coming_meeting: MeetingPage, settings: Any
) -> None:
    settings.PUBLIC_URL = "https://boards.testbury.example"
    make_minutes(coming_meeting)
    make_agenda(coming_meeting)
    coming_meeting.status, coming_meeting.status_reason = "changed", "Another room"
    coming_meeting.save_revision().publish()
    report_progress(
        action=ActionPoint.objects.all()[0],
        state=ActionState.DONE,
        note="",
        outcome="A bus came.",
        reported_by=None,
        now=timezone.now(),
    )
    entries = feedparser.parse(Client().get(reverse("boards:feed")).content).entries
    kinds = {entry.id.rsplit(":", 1)[1].split("-")[0] for entry in entries}
    assert kinds == {"minutes", "agenda", "meeting", "action"}
    for entry in entries:
        assert entry.link.startswith("https://boards.testbury.example/"), entry.link


def test_no_meeting_says_that_it_was_changed_at_a_moment_to_come(planned: MeetingPage) -> None:
    changed = timezone.now() - timedelta(days=3)
    address = addresses(planned)[2]
    for moments in ((changed, changed), (None, None), (changed, timezone.now() + timedelta(9))):
        MeetingPage.objects.update(first_published_at=moments[0], last_published_at=moments[1])
        text = Client().get(address).content.decode()
        for name in ("DTSTAMP", "LAST-MODIFIED"):
            (line,) = [line for line in text.splitlines() if line.startswith(f"{name}:")]
            told = datetime.strptime(line, f"{name}:%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            assert told <= timezone.now()
            assert moments[1] != changed or abs(told - changed) < timedelta(seconds=2)


def test_the_title_of_a_cancelled_meeting_says_so(planned: MeetingPage) -> None:
    MeetingPage.objects.update(status="cancelled", status_reason="Snow")
    for address in addresses(planned):
        event = next(iter(calendar(address).events))
        assert event.name == "Cancelled: Carers Partnership Board"


def test_what_is_published_again_unchanged_is_no_news_of_today(
    held_meeting: MeetingPage, coming_meeting: MeetingPage, now: datetime
) -> None:
    """July's minutes, brought in or saved again today, do not push out what is newer."""
    agenda, minutes = make_agenda(held_meeting), make_minutes(held_meeting)
    july = timezone.now().replace(microsecond=0) - timedelta(days=120)
    for page in (agenda, minutes):
        type(page).objects.update(first_published_at=july)
        type(page).objects.get().get_latest_revision().publish()
    coming_meeting.status, coming_meeting.status_reason = "cancelled", "Snow"
    coming_meeting.save_revision().publish()
    cancelled_at = MeetingPage.objects.get(pk=coming_meeting.pk).changed_at
    MeetingPage.objects.filter(pk=coming_meeting.pk).update(last_published_at=july)
    newest, *others = news()
    assert (newest.title.rsplit(": ")[-1], newest.updated_at) == ("cancelled", cancelled_at)
    assert {(entry.published_at, entry.updated_at) for entry in others} == {(july, july)}
    moment = timezone.now() - timedelta(days=1)
    minutes = MinutesPage.objects.get()
    minutes.title = "With the right sum"
    minutes.save_revision()
    publish_with_reason(minutes=minutes, reason="The sum.", published_by=None, now=moment)
    (corrected,) = [entry for entry in news() if entry.key.startswith("minutes")]
    assert (corrected.published_at, corrected.updated_at) == (july, moment)
    assert corrected.words == "The minutes were corrected. They say why."
