"""Counting working days in England: no weekends, no bank holidays. Pure."""

from datetime import date, timedelta
from functools import cache
from typing import Any

ONE_DAY = timedelta(days=1)


@cache
def _england() -> Any:
    """Other years are looked up when they are asked for; these already are, for all threads."""
    import holidays  # loading it takes a while

    return holidays.country_holidays("GB", subdiv="ENG", years=range(2000, 2101))


def bank_holiday(day: date) -> str:
    """The name of the bank holiday in England on that day, or ""."""
    return str(_england().get(day, ""))


def is_working_day(day: date) -> bool:
    return bool(_england().is_working_day(day))


def working_days_after(day: date, number: int) -> date:
    """The ``number``-th working day after ``day``, which itself does not count."""
    found: date = _england().get_nth_working_day(day, number) if number else day
    return found


def last_day_with_notice(meeting_on: date, clear_days: int) -> date:
    """The last working day on which an agenda gives ``clear_days`` clear days of notice.

    Clear days are working days between: neither the day on which the agenda is out nor that of
    the meeting counts (Local Government Act 1972, section 100B; schedule 12, paragraph 4).
    """
    return working_days_after(meeting_on, -clear_days - 1)


def clear_days_between(first: date, last: date) -> int:
    """Working days that lie between two days, neither of which counts."""
    if (last - first).days < 2:
        return 0
    return int(_england().get_working_days_count(first + ONE_DAY, last - ONE_DAY))
