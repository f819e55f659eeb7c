"""Where a meeting was held, from the rows at the top of the minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .attendance import label_of
from .dates import find_dates, find_times, without_dates

PLACE_LABEL = re.compile(
    r"(?:(?:meeting\s+)?(?:venue|location|place|where)(?:\s+of\s+(?:the\s+)?meeting)?"
    r"|held (?:at|in|via|by)"
    r"|(?:the |our )?meeting was (?:held )?(?:at|in)|(?:where )?we met(?: at"
    r"| in)?)\s*[:–—-]?\s+(?P<rest>.*)",
    re.IGNORECASE,
)
_HELD_AT = re.compile(
    r"\b(?:held\s+)?(?P<preposition>at|in|via|on)\s+(?P<place>(?:the\s+)?(?:[A-Z][\w’'&.-]*"
    r"|\d+)(?:[ ,]+(?:[A-Z0-9][\w’'&.-]*|of|the|and|on))*)"
)
_PLACE_WORDS = re.compile(
    r"\b(?:hall|centre|center|room|street|road|lane|house|library|church|school|college|teams"
    r"|zoom|online"
    r"|office|offices|building|hub|chambers?|suite|avenue|square|theatre|museum|hotel|surgery"
    r"|clinic|hospital|café|loft|club|virtual)\b"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"\b(?:board|minutes|partnership|agenda|group|forum|committee)\b", re.IGNORECASE
)


def place_in(rows: Sequence[str]) -> str:
    """The place after "Venue:", after "held at", beside the date, or in a row of its own."""
    for row in rows:
        match = PLACE_LABEL.match(row)
        if match and re.search(r"[A-Za-z]{3}", match.group("rest")):
            return _trimmed(without_dates(match.group("rest")))
    for at, row in enumerate(rows[:10]):
        place = _beside_date(row) if find_dates(row) else _alone(row) if at else ""
        if place:
            return place
    return ""


def _beside_date(row: str) -> str:
    dates = find_dates(row)
    after, before = row[dates[-1].end :], row[: dates[0].start]
    for held in (*_HELD_AT.finditer(after), *_HELD_AT.finditer(before)):
        place = held.group("place")
        sure = held.group("preposition") != "on" and held.string is after
        if re.search(r"[A-Za-z]{4}", place) and (sure or _PLACE_WORDS.search(place)):
            return _trimmed(place)
    pieces = [piece.strip() for piece in after.split(",")]
    while pieces and (not pieces[0] or find_times(pieces[0]).starts_at or len(pieces[0]) < 3):
        pieces.pop(0)
    rest = ", ".join(pieces)
    return _trimmed(rest) if _PLACE_WORDS.search(rest) and not _NO_PLACE.search(rest) else ""


def _alone(row: str) -> str:
    if not _PLACE_WORDS.search(row) or len(row.split()) > 16 or row.endswith("?"):
        return ""
    if label_of(row)[0] or _NO_PLACE.search(row):
        return ""
    return _trimmed(re.sub(r"^(?:held )?(?:at|in|via)\s+", "", row, flags=re.IGNORECASE))


def _trimmed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,.;–—-")
