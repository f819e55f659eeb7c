"""How dates and times read everywhere: “Thursday 12 March 2026, 2pm”."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.dateformat import format as format_date


def long_date(day: date) -> str:
    """Thursday 12 March 2026; a moment is taken in London time."""
    return format_date(_local(day), "l j F Y")


def short_date(day: date) -> str:
    """12 March 2026."""
    return format_date(_local(day), "j F Y")


def month_year(day: date) -> str:
    """March 2026."""
    return format_date(_local(day), "F Y")


def time_of_day(moment: datetime) -> str:
    """2pm, 2:30pm, noon: the twelve-hour clock that easy read asks for."""
    local = timezone.localtime(moment)
    if (local.hour, local.minute) == (12, 0):
        return "12 noon"
    return format_date(local, "fA").lower()


def last_day(starts_at: datetime, ends_at: datetime) -> date:
    """The day on which it ends; what ends at midnight ends on the day before."""
    last = timezone.localtime(ends_at - timedelta(microseconds=1)).date()
    return max(last, timezone.localtime(starts_at).date())


def days(starts_at: datetime, ends_at: datetime) -> str:
    """Thursday 12 March 2026; “Thursday 12 to Saturday 14 March 2026” if it is so long."""
    first, last = timezone.localtime(starts_at).date(), last_day(starts_at, ends_at)
    if first == last:
        return long_date(first)
    same = "l j" if (first.year, first.month) == (last.year, last.month) else "l j F"
    begins = long_date(first) if first.year != last.year else format_date(first, same)
    return f"{begins} to {long_date(last)}"


def short_days(starts_at: datetime, ends_at: datetime) -> str:
    """12 March 2026; “12 to 14 March 2026” of several days, as titles have it."""
    first, last = timezone.localtime(starts_at).date(), last_day(starts_at, ends_at)
    if first == last:
        return short_date(first)
    if first.year != last.year:
        return f"{short_date(first)} to {short_date(last)}"
    begins = format_date(first, "j" if first.month == last.month else "j F")
    return f"{begins} to {short_date(last)}"


def begins(starts_at: datetime, ends_at: datetime) -> str:
    """Thursday 12 March 2026, 2pm; of several days only the days."""
    if timezone.localtime(starts_at).date() != last_day(starts_at, ends_at):
        return days(starts_at, ends_at)
    return f"{long_date(starts_at)}, {time_of_day(starts_at)}"


def times(starts_at: datetime, ends_at: datetime) -> str:
    """2pm to 4pm; of several days: from 2pm on the first day to 4pm on the last day."""
    if timezone.localtime(starts_at).date() == last_day(starts_at, ends_at):
        return f"{time_of_day(starts_at)} to {time_of_day(ends_at)}"
    return (
        f"from {time_of_day(starts_at)} on the first day to {time_of_day(ends_at)} on the last day"
    )


def _local(day: date) -> date:
    return timezone.localtime(day) if isinstance(day, datetime) and day.tzinfo else day
