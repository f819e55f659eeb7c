"""The name of the meeting, its day, times and place, from the top of the file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .attendance import label_of
from .dates import FoundDate, FoundTimes, find_dates, find_times, weekday_doubt
from .lines import Line
from .places import PLACE_LABEL, place_in

_LONGEST_ROW = 400  # characters
_DATE_LABEL = re.compile(
    r"(?:(?:meeting\s+)?date(?:\s*(?:and|&|/)\s*time)?(?:\s+of\s+(?:the\s+|this\s+)?meeting)?"
    r"|when|held on|day"
    r"|(?:the |our )?meeting (?:was )?(?:held )?on)\s*(?:[:–—-]|\bis\b)?\s+(?P<rest>.*)",
    re.IGNORECASE,
)
_TIME_LABEL = re.compile(
    r"(?:meeting\s+)?times?(?:\s+of\s+(?:the\s+)?meeting)?\s*[:–—-]\s*(?P<rest>.*)", re.I
)
_OTHER_MEETING = re.compile(
    r"\b(?:next|last|previous|future)\b[^.]{0,30}\bmeetings?\b|\bminutes (?:of"
    r"|from)\b.{0,40}\b(?:last|previous)\b|\bdates? of next\b",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(
    r"\bnext\s+(?:[\w’]+\s+){0,4}?(?:meeting|board)\b|\bmeets? again\b|\bdate of next\b"
    r"|\bmeet next\b",
    re.I,
)
_LAST_MINUTES = re.compile(
    r"\b(?:minutes|notes|record)\b.*\b(?:held|meeting|last|of)\b", re.IGNORECASE
)
_OF_A_LIST = re.compile(
    r"(?:outstanding\s+)?actions?\s+(?:(?:points?|sheet|list|log|table|tracker|plan)\b.*)?"
    r"(?:from|of|at|arising)\b",
    re.IGNORECASE,
)
_TITLE_NOISE = re.compile(
    r"\b(?:draft|unconfirmed|approved|final)\b|\b(?:the\s+)?(?:meeting\s+)?(?:minutes|agenda"
    r"|notes?|record)\b"
    r"(?:\s*(?:and|&)\s*actions?)?(?:\s+(?:of|from)(?:\s+(?:the"
    r"|a))?(?:\s+(?:\d+\w*\s+)?meetings?)?(?:\s+(?:of|held by)(?:\s+the)?)?)?"
    r"|\bmeeting\s+held\b.*|\bheld\b.*|\beasy read\b",
    re.IGNORECASE,
)
_BODY_NAME = re.compile(
    r"\b(?:board|group|panel|forum|committee|partnership|senate|network|steering"
    r"|assembly|team)\b",
    re.I,
)


@dataclass
class Details:
    """What the top of the file says about the meeting itself."""

    title: str = ""
    held_on: datetime.date | None = None
    times: FoundTimes = field(default_factory=FoundTimes)
    place: str = ""
    doubts: list[str] = field(default_factory=list)


def read_details(top: Sequence[Line], header: str, file_name: str) -> Details:
    """The details from the lines before the first item, the page header and the file's name."""
    details = Details()
    rows = [row for line in top if line.role != "people" for row in _rows(line)]
    details.title = _title(rows)
    _read_day(details, rows, header, file_name)
    _read_times(details, rows)
    details.place = place_in(rows)
    if re.search(r"\bagenda\b", " ".join(rows[:2]), re.IGNORECASE):
        details.doubts.append("The heading says “Agenda”; it was read as minutes.")
    return details


def _rows(line: Line) -> list[str]:
    """What the line says, one detail a row: hard line breaks divide only before a new detail."""
    rows: list[str] = []
    for piece in (one.flat for one in line.pieces):
        starts = _DATE_LABEL.match(piece) or _TIME_LABEL.match(piece) or PLACE_LABEL.match(piece)
        goes_on = bool(rows) and PLACE_LABEL.match(rows[-1]) is not None
        if not rows or starts or label_of(piece)[0] or find_dates(piece) or not goes_on:
            rows.append(piece)
        else:
            rows[-1] += f" {piece}"
    return [row[:_LONGEST_ROW] for row in rows]


def _title(rows: list[str]) -> str:
    candidates = [row for row in rows[:6] if len(row.split()) <= 25 and not label_of(row)[0]]
    named = [row for row in candidates if _BODY_NAME.search(row)]
    named = named or [row for row in candidates if "council" in row.lower()] or candidates[:1]
    for row in named:
        bare = row
        for found in reversed(find_dates(row)):
            bare = bare[: found.start] + bare[found.end :]
        bare = _TITLE_NOISE.sub(" ", bare)
        bare = re.sub(
            r"\(\s*\)|\b(?:on|at|for|of)\s*$|^\s*(?:of|the)\b", " ", bare.strip(" -–—:,|")
        )
        bare = re.sub(r"\s+", " ", bare).strip(" -–—:,.|")
        if re.search(r"[A-Za-z]{3}", bare):
            return bare.title() if bare.isupper() else bare
    return ""


def _read_day(details: Details, rows: list[str], header: str, file_name: str) -> None:
    labelled: list[FoundDate] = []
    others: list[FoundDate] = []
    of_lists: list[FoundDate] = []
    for row in rows:
        if _OTHER_MEETING.search(row):
            continue
        match = _DATE_LABEL.match(row)
        held = re.search(r"\bheld\b|\bminutes\b|\bmeeting\b", row, re.IGNORECASE)
        dates = find_dates(row)
        if _OF_A_LIST.match(row):
            of_lists.extend(dates[:1])
        elif match and find_dates(match.group("rest")):
            labelled.extend(dates[:1])
        elif dates and (held or len(row.split()) <= 20):
            others.extend(dates[:1])
    best = labelled or others or of_lists
    file_dates = find_dates(re.sub(r"[_]", " ", file_name))
    chosen = _agreed_day(details, best)
    if chosen is None:
        _say_what_else(details, best, header)
        return
    year = chosen.year or _year_for(chosen, [*labelled, *others, *file_dates])
    if year is None:
        details.doubts.append(
            f"The file says “{chosen.words}” without a year, so the date is left blank."
        )
        return
    whole = FoundDate(chosen.day, chosen.month, year, chosen.weekday, chosen.words, 0, 0)
    whole = _with_year_of_name(details, whole, file_dates)
    details.held_on = whole.on
    details.doubts.extend(filter(None, [weekday_doubt(whole)]))
    _compare(details, "The heading", [one for one in others if one.on and labelled])
    _compare(details, "The page header", [one for one in find_dates(header) if one.on])
    _compare(details, "The file’s name", [one for one in file_dates if one.on])


def _with_year_of_name(
    details: Details, whole: FoundDate, file_dates: list[FoundDate]
) -> FoundDate:
    """The day with the year of the file's name, where the weekday in the text asks for it too."""
    for one in file_dates:
        same_day = (one.day, one.month) == (whole.day, whole.month)
        better = replace(whole, year=one.year)
        if same_day and one.year and weekday_doubt(whole) and not weekday_doubt(better):
            details.doubts.append(
                f"The file says “{whole.words}”, but the weekday and the file’s name are those of "
                f"{one.year}, which was taken."
            )
            return better
    return whole


def _agreed_day(details: Details, best: list[FoundDate]) -> FoundDate | None:
    """The one day that the strongest places name; None when they name none or several."""
    days = {(one.day, one.month, one.year) for one in best if one.year}
    if len(days) > 1:
        words = " and ".join(f"“{one.words}”" for one in best if one.year)
        details.doubts.append(f"The file gives more than one date for the meeting: {words}.")
        return None
    with_year = [one for one in best if one.year]
    with_weekday = [one for one in with_year if one.weekday]
    return next(iter(with_weekday or with_year or best), None)


def _say_what_else(details: Details, best: list[FoundDate], header: str) -> None:
    if not best:
        seen = [one.words for one in find_dates(header)]
        extra = f" The page header says “{seen[0]}”." if seen else ""
        details.doubts.append(f"No date of the meeting was found.{extra}")


def _year_for(chosen: FoundDate, others: list[FoundDate]) -> int | None:
    return next(
        (
            one.year
            for one in others
            if one.year and (one.day, one.month) == (chosen.day, chosen.month)
        ),
        None,
    )


def _compare(details: Details, where: str, dates: list[FoundDate]) -> None:
    if dates and details.held_on and all(one.on != details.held_on for one in dates):
        day = f"{details.held_on.day} {details.held_on:%B %Y}"
        details.doubts.append(f"{where} says {dates[0].words}, but the minutes say {day}.")


def _read_times(details: Details, rows: list[str]) -> None:
    for row in rows:
        match = _TIME_LABEL.match(row)
        if match:
            details.times = find_times(match.group("rest"), labelled=True)
            break
    else:
        for row in rows:
            if find_dates(row) or re.match(r"\W*(?:\d|from\b|time\b|when\b)", row, re.IGNORECASE):
                details.times = find_times(row)
                if details.times.starts_at or details.times.doubt:
                    break
    if details.times.doubt:
        details.doubts.append(details.times.doubt)


def next_meeting(texts: Sequence[str], held_on: datetime.date | None) -> datetime.date | None:
    """The day of the next meeting where the file states one, and only one, after this meeting."""
    days: set[datetime.date] = set()
    for at, text in enumerate(texts):
        if not _NEXT_MEETING.search(text):
            continue
        dates = find_dates(text[:400])
        if not dates and at + 1 < len(texts) and len(text.split()) <= 8:
            dates = find_dates(texts[at + 1][:400])
        for found in dates[:1]:
            on = found.within_half_a_year_after(held_on)
            if on and (held_on is None or on > held_on) and not weekday_doubt(found):
                days.add(on)
    return days.pop() if len(days) == 1 else None


def earlier_than_last(texts: Sequence[str], held_on: datetime.date | None) -> str:
    """A sentence when the minutes of the last meeting bear a later day than this meeting."""
    for text in (one[:300] for one in texts):
        if not held_on or "next" in text.lower() or not _LAST_MINUTES.search(text):
            continue
        for found in find_dates(text):
            if found.on and found.on > held_on:
                return (
                    f"The last meeting’s date ({found.words}) is after this meeting’s; "
                    "check the year."
                )
    return ""
