"""Counting working days in England: no weekends, no bank holidays. Pure."""

from datetime import date, timedelta
from functools import cache
from typing import Any

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@cache
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(_holidays(year))


def _holidays(year: int) -> Any:
    import holidays  # loading it takes a while

    return holidays.country_holidays("GB", subdiv="ENG", years=year)


def bank_holiday(day: date) -> str:
    """The name of the bank holiday in England on that day, or ""."""
    return str(_holidays(day.year).get(day, ""))


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in _bank_holidays(day.year)


def working_days_after(day: date, number: int) -> date:
    """The ``number``-th working day after ``day``, which itself does not count."""
    while number:
        day += ONE_DAY
        number -= is_working_day(day)
    return day


def last_day_with_notice(meeting_on: date, clear_days: int) -> date:
    """The last working day on which an agenda gives ``clear_days`` clear days of notice.

    Clear days are working days between: neither the day on which the agenda is out nor that of
    the meeting counts (Local Government Act 1972, section 100B; schedule 12, paragraph 4).
    """
    day = meeting_on
    left = clear_days + 1
    while left:
        day -= ONE_DAY
        left -= is_working_day(day)
    return day


def clear_days_between(first: date, last: date) -> int:
    """Working days that lie between two days, neither of which counts."""
    days = (last - first).days
    return sum(is_working_day(first + timedelta(days=number)) for number in range(1, days))
