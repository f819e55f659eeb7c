"""The days of the demonstration, relative to today."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

BETWEEN_MEETINGS = 91
LATEST_HELD = 24  # days ago, for the first board
STAGGER = 8  # days further back for each following board
AGENDA_BEFORE = timedelta(days=12)
MINUTES_AFTER = timedelta(days=13)
EASY_READ_AFTER = timedelta(days=15)
CORRECTED_AFTER = timedelta(days=9)  # after the minutes were published
MORNING = time(9, 30)


@dataclass(frozen=True)
class Day:
    """A meeting's day; ``number`` is that of the texts, from 1."""

    number: int
    starts_at: datetime
    ends_at: datetime

    @property
    def on(self) -> date:
        return timezone.localdate(self.starts_at)

    def moment(self, away: timedelta) -> datetime:
        """Half past nine so many days before or after the meeting."""
        return timezone.make_aware(datetime.combine(self.on + away, MORNING))


def latest_held(*, today: date, order: int, weekday: int) -> date:
    """The day of a board's latest meeting, on its weekday, three to thirteen weeks ago."""
    day = today - timedelta(days=LATEST_HELD + STAGGER * (order % 8))
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def meeting_day(*, latest: date, back: int, start: str, length_minutes: int, number: int) -> Day:
    """The meeting ``back`` quarters before the latest held one (-1: the coming one)."""
    day = latest - timedelta(days=BETWEEN_MEETINGS * back)
    if (day.month, day.day) >= (12, 22) or (day.month, day.day) <= (1, 2):
        # Nobody meets at Christmas; what is to come stays to come.
        day += timedelta(days=14 if back < 0 else -14)
    starts_at = timezone.make_aware(datetime.combine(day, time.fromisoformat(start)))
    return Day(number, starts_at, starts_at + timedelta(minutes=length_minutes))
