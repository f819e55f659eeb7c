"""How numbers, days, times and Latin are said in plain words: what the advice proposes."""

from __future__ import annotations

import re
from datetime import date

_NUMBERS = re.compile(r"\d+")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_SHORTENED = {
    **{"w/c": "the week from", "n/a": "does not matter here", "c/o": "at the home of"},
    "24/7": "all day and all night",
}
_PARTS = {"two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "nine": 9}
_WHOLES = {"thirds": 3, "quarters": 4, "fifths": 5, "sixths": 6, "eighths": 8, "tenths": 10}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LATIN = {
    **{"eg": "for example", "ie": "that is", "etc": "and so on", "viz": "that is"},
    **{"cf": "look at", "etal": "and others", "vs": "against", "nb": "please remember"},
    **{"adhoc": "when it is needed", "perse": "by itself", "interalia": "among other things"},
    **{"prorata": "a fair share", "viceversa": "the other way round", "via": "by"},
}


def in_tens(percent: float) -> str:
    """A percentage as people say it: 46 is "about half", 72 "about 7 in 10"."""
    if percent > 100:
        return "more than before"
    if percent < 3:
        return "very few"
    if percent > 97:
        return "nearly all"
    for share, near, words in (
        (50, 6, "about half"),
        (25, 3, "about 1 in 4"),
        (75, 3, "about 3 in 4"),
    ):
        if abs(percent - share) < near:
            return words
    if percent < 7:
        return "about 1 in 20"
    return f"about {min(9, max(1, round(percent / 10)))} in 10"


def date_in_full(written: str) -> str:
    """What to do with "12/03/2026", "2025/26", "Fri 3 Apr" or "Q3"."""
    numbers = [int(number) for number in _NUMBERS.findall(written)]
    if written[0] in "Qq":
        return f"Say which months “{written}” is."
    if len(numbers) == 3:
        day = _day(*numbers)
        if day is None:
            return "Write the date in full, with the name of the month."
        full = f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
        return f"Write the date in full: {full}."
    if len(numbers) == 2:
        return f"Write both years in full: {numbers[0]} to {numbers[0] // 100 * 100 + numbers[1]}."
    words = " ".join(_whole(word) for word in written.split())
    return f"Write it in full: {words}."


def _day(first: int, second: int, third: int) -> date | None:
    """The day, British or ISO; None where there is no such day."""
    year, month, day = (first, second, third) if first > 31 else (third, second, first)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _whole(word: str) -> str:
    """ "Fri" as "Friday", "3rd" as 3, "apr" as "April"."""
    if word[0].isdigit():
        return _NUMBERS.findall(word)[0]
    start = word.lower()[:3]
    return next(name for name in (*_DAYS, *_MONTHS) if name.lower().startswith(start))


def time_of_day(written: str) -> str:
    """ "14:30" as "2:30pm", "0900 hrs" as "9am"."""
    figures = "".join(_NUMBERS.findall(written)).zfill(4)
    hour, minute = int(figures[:2]), figures[2:4]
    clock = f"{hour % 12 or 12}" + (f":{minute}" if minute != "00" else "")
    return f"{clock}{'pm' if hour % 24 >= 12 else 'am'}"


def roman(written: str) -> str:
    values = [_ROMAN[letter] for letter in written.strip("()").lower()]
    after = [*values[1:], 0]
    number = sum(-one if one < then else one for one, then in zip(values, after, strict=True))
    return f"Write this number in figures: {number}."


def latin(written: str) -> str:
    plain = _LATIN.get(re.sub(r"[.\s]", "", written.lower()))
    if plain is None:
        return f"Say “{written}” in plain English."
    return f"Say “{plain}” in place of “{written}”."


def sign(written: str) -> str:
    """What to do with "&", "tea/cake" or "w/c"."""
    words = _SHORTENED.get(written.lower())
    if words:
        return f"Say “{words}” in place of “{written}”."
    return "Write a word in place of the sign: “and” or “or”."


def number(written: str, after: str) -> str:
    """What to do with "three", where it may be a part of a whole: "two thirds" is 2 in 3."""
    count, whole = _PARTS.get(written.lower()), _WHOLES.get(after)
    if count and whole:
        return f"Say “{count} in {whole}” in place of “{written} {after}”."
    return f"Write “{written}” as a figure."
