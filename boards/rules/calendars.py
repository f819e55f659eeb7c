"""Meetings as iCalendar (RFC 5545), made from plain values. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event

LONDON = ZoneInfo("Europe/London")
REFRESH = timedelta(hours=6)


@dataclass(frozen=True)
class CalendarMeeting:
    """One meeting. ``uid`` never changes; ``sequence`` grows when time, place or state change."""

    uid: str
    sequence: int
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    summary: str
    place: str
    words: str
    url: str
    is_cancelled: bool


def calendar_of(name: str, meetings: list[CalendarMeeting]) -> bytes:
    """A calendar to subscribe to: times in London with their time zone, cancelled ones marked."""
    from icalendar import Calendar  # loading it takes a while

    name = _one_line(name)
    calendar = Calendar()
    calendar.add("prodid", "-//Partnership portal//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", LONDON.key)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for meeting in meetings:
        calendar.add_component(_event(meeting))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(meeting: CalendarMeeting) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.changed_at)
    event.add("last-modified", meeting.changed_at)
    event.add("dtstart", meeting.starts_at.astimezone(LONDON))
    event.add("dtend", meeting.ends_at.astimezone(LONDON))
    title = f"Cancelled: {meeting.summary}" if meeting.is_cancelled else meeting.summary
    event.add("summary", _one_line(title))
    event.add("location", _one_line(meeting.place))
    event.add("description", printable(meeting.words))
    event.add("url", meeting.url)
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    return event


def printable(words: str) -> str:
    """Without the control characters that no calendar may hold."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign == "\n" or sign.isprintable())


def _one_line(words: str) -> str:
    return " ".join(printable(words).split())
