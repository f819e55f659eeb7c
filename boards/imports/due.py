"""By when: the words that say it, and the day where it follows without guessing."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from .dates import MONTH, WEEKDAY, find_dates, weekday_doubt

_NUMERIC = (
    r"\d{1,2}/\d{1,2}(?![\d/])|(?:the\s+)?\d{1,2}(?:st|nd|rd|th)\b(?!\s+[a-z])"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|20\d\d-\d\d-\d\d"
)
_YEAR = r"(?:,?\s+(?:20\d\d|['’]\d\d))?"
_DAY = rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH}{_YEAR}"
_MONTH_DAY = rf"(?:{WEEKDAY},?\s+)?{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b{_YEAR}"
_PART = (
    r"(?:(?:the\s+)?(?:very\s+)?(?:end|middle|start|beginning|close|week)(?:\s+of"
    r"|\s+commencing)?|mid|early|late)[\s-]+(?:the\s+|of\s+)*"
)
_STRETCH = (
    r"(?:(?:next|this|the|coming|following)\s+)?(?:week|month|year|summer|autumn|winter"
    r"|spring|quarter|day|christmas|easter|financial year)"
)
_MONTH_ONLY = rf"{MONTH}{_YEAR}(?!\s+(?-i:[A-Z])[a-z]+)"
WHEN = (
    rf"(?:{_PART}(?:{_DAY}|{_MONTH_ONLY}|{_STRETCH})|{_DAY}|{_MONTH_DAY}|{_NUMERIC}"
    rf"|(?:next\s+)?{WEEKDAY}(?!\w)|{_MONTH_ONLY}|(?:next|this)\s+(?:week|month|year|summer"
    rf"|autumn|winter|spring)"
    r"|tomorrow|christmas|easter|summer|autumn|winter|spring"
    r"|(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?(?:week|month|year|day))"
)
_NEXT_MEETING = re.compile(
    r"\b(?:by|before|for|at|to|in time for|until|ahead of|prior to)\s+(?:the\s+|its\s+|our\s+"
    r"|their\s+|this\s+)?"
    r"(?P<due>next\s+(?:[\w’]+\s+){0,3}?meeting(?:\s+\([^)]{3,25}\))?|(?:[A-Z][a-z]+\s+meeting))\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:by|before|no later than|not later than|until|due(?:\s+(?:by|on|date))?:?"
    rf"|deadline:?|by when:?|ahead of|completed? (?:by|on))"
    rf"\s+(?P<due>{WHEN})",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?P<due>within\s+(?:the\s+next\s+|the\s+)?(?:\w+\s+)?(?:day|week|month|working day)s?"
    r"|in\s+(?:the\s+next\s+)?(?:\w+\s+)(?:day|week|month)s?[’']?(?:\s+time)?)\b",
    re.IGNORECASE,
)
_VAGUE = (
    r"asap|a\.s\.a\.p\.?|as soon as (?:possible|practicable)|on-?going|immediately"
    r"|urgent(?:ly)?|straight ?away|right away"
)
_AT_END = re.compile(
    rf"(?:[-–—,.;:(\[]\s*(?:due:?\s*)?(?P<due>{WHEN}|{_VAGUE}|next meeting)"
    rf"|\s(?P<vague>{_VAGUE}))\s*[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    rf"(?:(?:by|before|due(?: by)?:?|for|at|deadline:?|until)\s+)?(?:the\s+)?(?P<due>{WHEN}"
    rf"|{_VAGUE}|next\s+(?:\w+\s+)?meeting|completed?|done)\.?",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"[\s,;.(–—-]*\b(?:by|before|due(?: by| date)?|deadline|by when|timescale)\s*[:–—-]?\s*"
    rf"(?:{WHEN}|{_VAGUE}|(?:the\s+)?next meeting)\s*[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Calendar:
    """The days that words like "next meeting" and "30 June" are measured from."""

    held_on: datetime.date | None = None
    next_on: datetime.date | None = None


@dataclass(frozen=True)
class Due:
    """The words of a due date, the day when known, and what was doubtful."""

    words: str = ""
    on: datetime.date | None = None
    doubts: tuple[str, ...] = ()


def due_of(text: str, calendar: Calendar) -> Due:
    """When the action in `text` is due; several different days give no due and a doubt."""
    spans: list[tuple[int, str]] = []
    for pattern in (_NEXT_MEETING, _BY, _WITHIN):
        spans.extend((match.start("due"), match.group("due")) for match in pattern.finditer(text))
    words = _distinct([words for _, words in sorted(spans)])
    if len(words) > 1 and words[0].lower().startswith("next") and "(" in words[0]:
        words = words[:1]
    if len(words) > 1:
        listed = ", ".join(f"“{one}”" for one in words)
        return Due(doubts=(f"More than one date is named: {listed}.",))
    if not words:
        end = _AT_END.search(text)
        if end:
            words = [end.group("due") or end.group("vague")]
    return stated_due(words[0], calendar) if words else Due()


def _distinct(words: list[str]) -> list[str]:
    kept: list[str] = []
    for one in (word.strip(" .,") for word in words):
        if not any(one.lower() in other.lower() or other.lower() in one.lower() for other in kept):
            kept.append(one)
    return kept


def stated_due(words: str, calendar: Calendar) -> Due:
    """The due date from words that are nothing else, such as a cell of a "By when" column."""
    words = " ".join(words.split()).strip(" .;,()[]")
    words = re.sub(r"^(?:by|before|due(?: by)?:?|at|for|the)\s+(?:the\s+)?", "", words, flags=re.I)
    if words in ("-", "–", "—", "?") or words.lower() in ("", "n/a", "tbc", "tba", "none"):
        return Due()
    if re.match(r"next\s+(?:\w+\s+){0,3}?meeting", words, re.IGNORECASE):
        return Due(words, calendar.next_on)
    dates = find_dates(words)
    if len(dates) == 1 and not re.match(_PART, words, re.IGNORECASE):
        doubt = weekday_doubt(dates[0])
        if doubt:
            return Due(words, None, (doubt,))
        return Due(words, dates[0].within_half_a_year_after(calendar.held_on))
    if len(dates) > 1:
        return Due(words, None, ("More than one date stands in the due date.",))
    return Due(words)


def without_trailing_due(text: str) -> str:
    """`text` without "– by 1 July" or "Deadline: 1 July" at its end."""
    shorter = _TRAILING.sub("", text)
    return f"{shorter})" if shorter.count("(") > shorter.count(")") else shorter


def is_only_due(text: str) -> bool:
    """Whether `text` is a due date and nothing else."""
    return _ONLY.fullmatch(text.strip()) is not None
