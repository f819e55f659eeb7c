"""How dates and times read everywhere: “Thursday 12 March 2026, 2pm”."""

from datetime import date, datetime

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


def clock(moment: datetime) -> str:
    """2pm, 2:30pm, noon: the twelve-hour clock that easy read asks for."""
    local = timezone.localtime(moment)
    if (local.hour, local.minute) == (12, 0):
        return "12 noon"
    hour = local.hour % 12 or 12
    minutes = f":{local.minute:02d}" if local.minute else ""
    return f"{hour}{minutes}{'am' if local.hour < 12 else 'pm'}"


def _local(day: date) -> date:
    return timezone.localtime(day) if isinstance(day, datetime) and day.tzinfo else day
