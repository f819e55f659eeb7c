"""Dates and times as British minutes write them: day first, years sometimes left out."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
_DAY = r"[0-3]?\d"
_YEAR = r"(?:(?:19|20)\d\d|['’‘]\d\d)(?![\d:])"

_DATE = re.compile(
    rf"\b(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?(?:"
    rf"(?P<day>{_DAY})\s?(?:st|nd|rd|th)?\s*(?:of\s+)?(?P<month>{MONTH}),?(?:\s*(?P<year>{_YEAR}))?"
    rf"|(?P<month2>{MONTH})\s+(?P<day2>{_DAY})(?:st|nd|rd|th)?\b,?(?:\s+(?P<year2>{_YEAR}))?"
    r"|(?P<year3>20\d\d|19\d\d)-(?P<month3>[01]\d)-(?P<day3>[0-3]\d)"
    rf"|(?P<day4>{_DAY})(?P<sep>[./-])(?P<month4>[01]?\d)(?P=sep)(?P<year4>(?:19|20)\d\d|\d\d)(?!\d)"
    r")",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?<![\d/.:])(?P<hour{0}>[0-2]?\d)(?:[:.](?P<minute{0}>[0-5]\d))?"
    r"(?:\s*(?P<half{0}>[ap]\.?\s?m\b\.?|(?:12\s*)?noon\b|midday\b|hrs\b|h\b))?"
)
_RANGE = re.compile(
    _CLOCK.format(1) + r"\s*(?:-|–|—|to|until|till|and)\s*" + _CLOCK.format(2) + r"(?![\d/])",
    re.IGNORECASE,
)
_TIME = re.compile(_CLOCK.format(1) + r"(?![\d/])", re.IGNORECASE)
_FOUR_DIGITS = re.compile(
    r"\b([01]\d|2[0-3])([0-5]\d)\s*(?:hrs|hours|h)?\b(?=\s*(?:hrs|hours|h\b|[-–]|to))"
)


@dataclass(frozen=True)
class FoundDate:
    """A date in a text. `year` is None when none was written; `weekday` is "" likewise."""

    day: int
    month: int
    year: int | None
    weekday: str
    words: str
    start: int
    end: int

    @property
    def on(self) -> datetime.date | None:
        """The day, when the year is known."""
        return _date(self.year, self.month, self.day) if self.year else None

    def within_half_a_year_after(self, day: datetime.date | None) -> datetime.date | None:
        """The day; without a year the first such day after `day`, if less than 184 days off."""
        if self.year or day is None:
            return self.on
        for year in (day.year, day.year + 1):
            on = _date(year, self.month, self.day)
            if on and 0 <= (on - day).days <= 183:
                return on if not self.weekday or weekday_agrees(self.weekday, on) else None
        return None


def _date(year: int | None, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year or 0, month, day)
    except ValueError:
        return None


def weekday_agrees(weekday: str, on: datetime.date) -> bool:
    """Whether the written weekday (whole or shortened) is that of the day."""
    return not weekday or WEEKDAYS[on.weekday()].startswith(weekday.lower().rstrip(".")[:3])


def weekday_doubt(found: FoundDate) -> str:
    """A sentence when the weekday and the date contradict each other, else ""."""
    on = found.on
    if on is None or weekday_agrees(found.weekday, on):
        return ""
    real = WEEKDAYS[on.weekday()].capitalize()
    return f"The file says “{found.words}”, but that day was a {real}."


def month_number(name: str) -> int:
    """1–12 from a month's name or its first three letters."""
    return next(at for at, one in enumerate(MONTHS, 1) if one.startswith(name.lower()[:3]))


def find_dates(text: str) -> list[FoundDate]:
    """All dates in `text`, in order; impossible ones such as 31 June are left out."""
    found: list[FoundDate] = []
    for match in _DATE.finditer(text):
        parts = match.groupdict()
        day = next(int(parts[key]) for key in ("day", "day2", "day3", "day4") if parts[key])
        named = parts["month"] or parts["month2"]
        month = month_number(named) if named else int(parts["month3"] or parts["month4"])
        year = next((parts[key] for key in ("year", "year2", "year3", "year4") if parts[key]), "")
        digits = year.lstrip("'’‘")
        full = (2000 + int(digits) if len(digits) == 2 else int(digits)) if digits else None
        if _date(full or 2000, month, day):
            words = match.group().rstrip(" ,.")
            found.append(FoundDate(day, month, full, parts["weekday"] or "", words, *match.span()))
    return found


def without_dates(text: str) -> str:
    """`text` with every date blanked out, so that its numbers are not taken for times."""
    return _DATE.sub(" ", text)


@dataclass(frozen=True)
class FoundTimes:
    """When a meeting starts and ends, as far as the words say it."""

    starts_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    doubt: str = ""


def find_times(text: str, *, labelled: bool = False) -> FoundTimes:
    """The first time or range of times in `text`.

    `labelled` says that the words stand after "Time:", where "2 – 4" is a time; elsewhere a
    number needs minutes or am, pm, noon.
    """
    rest = _FOUR_DIGITS.sub(r"\1:\2", without_dates(text))
    for match in _RANGE.finditer(rest):
        if labelled or _says_time(match, "1") or _says_time(match, "2"):
            return _from_range(match)
    for match in _TIME.finditer(rest):
        if labelled or _says_time(match, "1"):
            start = _clock(match, "1", "")
            return start if isinstance(start, FoundTimes) else FoundTimes(starts_at=start)
    return FoundTimes()


def _says_time(match: re.Match[str], which: str) -> bool:
    return bool(match.group(f"minute{which}") or match.group(f"half{which}"))


def _from_range(match: re.Match[str]) -> FoundTimes:
    later = _half(match, "2")
    end = _clock(match, "2", "")
    if isinstance(end, FoundTimes):
        return end
    hour = int(match.group("hour1"))
    inherited = ""
    if not _half(match, "1") and later:
        as_pm = hour % 12 + 12 + int(match.group("minute1") or 0) / 60
        inherited = "pm" if later == "pm" and end and as_pm < end.hour + end.minute / 60 else "am"
    start = _clock(match, "1", inherited)
    if isinstance(start, FoundTimes):
        return start
    return FoundTimes(start, end)


def _half(match: re.Match[str], which: str) -> str:
    words = (match.group(f"half{which}") or "").lower().replace(".", "").replace(" ", "")
    return "pm" if words.endswith(("noon", "midday")) else words


def _clock(match: re.Match[str], which: str, inherited: str) -> datetime.time | FoundTimes | None:
    hour, minute = int(match.group(f"hour{which}")), int(match.group(f"minute{which}") or 0)
    half = _half(match, which) or inherited
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif not half and hour < 8:
        doubt = f"“{match.group().strip()}” does not say whether it is morning or afternoon."
        return FoundTimes(doubt=doubt)
    return datetime.time(hour, minute) if hour < 24 else None
