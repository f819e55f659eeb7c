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
    r"(?:close\s+of\s+(?:play|business|day)(?:\s+on)?"
    r"|(?:the\s+)?(?:very\s+)?(?:end|middle|start|beginning|close|week)(?:\s+of"
    r"|\s+commencing)?|mid|early|late)[\s-]+(?:the\s+|of\s+)*"
)
_STRETCH = (
    r"(?:(?:next|this|the|coming|following)\s+)?(?:week|month|year|summer|autumn|winter"
    r"|spring|quarter|day|christmas|easter|(?:financial|school|council) year|(?:half[- ])?term"
    r")"
)
_MONTH_ONLY = rf"{MONTH}{_YEAR}(?!\s+(?-i:[A-Z])[a-z]+)"
WHEN = (
    rf"(?:{_PART}(?:{_DAY}|{_MONTH_ONLY}|{_STRETCH})|{_DAY}|{_MONTH_DAY}|{_NUMERIC}"
    rf"|(?:next\s+)?{WEEKDAY}(?!\w)|{_MONTH_ONLY}|(?:next|this)\s+(?:week|month|year|summer"
    rf"|autumn|winter|spring)"
    r"|tomorrow|today|christmas|easter|(?:the\s+)?(?:summer|autumn|winter|spring)"
    r"(?!\s+(?:meeting|fair|event|term))"
    r"|(?:the\s+)?(?:end\s+of\s+)?(?:the\s+)?(?:week|month|year|day))"
)
_NEXT_MEETING = re.compile(
    r"\b(?:by|before|for|at|to|in time for|until|ahead of|prior to)\s+(?:the\s+|its\s+|our\s+"
    r"|their\s+|this\s+)?"
    rf"(?P<due>next\s+(?:time\b|(?:[\w’]+\s+){{0,3}}?meeting)(?:\s+\([^)]{{3,25}}\))?"
    rf"|(?:{MONTH}|summer|autumn|winter|spring|christmas|annual)\s+meeting)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:by|before|no later than|not later than|until|due(?:\s+(?:by|on|date))?:?"
    rf"|deadline:?|by when:?|ahead of|completed? (?:by|on))"
    rf"\s+(?P<due>{WHEN})",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?P<due>within\s+(?:the\s+next\s+|the\s+)?(?:\w+\s+)?"
    r"(?:day|week|month|working day|fortnight)s?"
    r"|in\s+(?:the\s+next\s+)?(?:\w+\s+)(?:day|week|month|fortnight)s?[’']?(?:\s+time)?)\b",
    re.IGNORECASE,
)
_VAGUE = (
    r"asap|a\.s\.a\.p\.?|as soon as (?:possible|practicable)|on-?going|immediately"
    r"|urgent(?:ly)?|straight ?away|right away"
)
# "Report back in September": the day on which something is to be said or held is when it is due.
_HAPPENS = re.compile(
    r"\b(?:present|report|tell|speak|attend|meet|visit|feed ?back|come|discuss|launch|open|hold|run"
    rf"|read out)\b[^.;]{{0,120}}\s(?:on|in)\s+(?P<due>{_DAY}|{_MONTH_ONLY})\s*[)\]]?\s*\.?\s*$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?P<due>(?:before|until|once|when)\s+(?:the|our|its)\s+(?:[\w’-]+\s+){1,4}?(?:is|are|has|have)"
    r"\s+[\w’-]+)\s*\.?\s*$",
    re.IGNORECASE,
)
_INVITED = re.compile(r"\b(?:invit|(?:be|was|were) asked to (?:the|our|a|next)\b)", re.IGNORECASE)
_OWNER_AND_DUE = re.compile(
    rf"(?P<who>[^,;:–—]{{1,60}}?)\s*(?:[,;:–—/-]\s*(?:by\s+)?|\sby\s+)(?P<due>{WHEN}|next\s+meeting"
    r"|asap|ongoing|on-going|as soon as possible)\.?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(
    rf"(?P<who>[(\[][^()\[\],;:]{{1,40}}?)\s*[,;:–—-]\s*(?:by\s+)?(?:{WHEN}|next\s+meeting"
    r"|asap|ongoing|on-going)\s*(?P<end>[)\]])\s*\.?\s*$",
    re.IGNORECASE,
)
_AT_END = re.compile(
    rf"(?:[-–—,.;:(\[]\s*(?:due:?\s*)?(?P<due>{WHEN}|{_VAGUE}|next meeting)"
    rf"|\s(?P<vague>{_VAGUE}|(?:this|next) (?:week|month|term|year|summer"
    r"|autumn|winter|spring)|today|tomorrow))\s*[)\]]?\s*\.?\s*$",
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
    for pattern in (_NEXT_MEETING, _BY, _WITHIN, _EVENT):
        spans.extend(
            (match.start("due"), match.group("due"))
            for match in pattern.finditer(text)
            if not (match.group().lower().startswith("to ") and _INVITED.search(text))
        )
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
        elif happens := _HAPPENS.search(text[-400:]):
            words = [happens.group("due")]
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
    bracketed = _BRACKETED.search(text)
    if bracketed:  # "(AB, next meeting)" becomes "(AB)"
        return text[: bracketed.end("who")] + bracketed.group("end")
    shorter = _TRAILING.sub("", text)
    return f"{shorter})" if shorter.count("(") > shorter.count(")") else shorter


def owner_and_due(text: str) -> tuple[str, str]:
    """("Mary Cope", "October") for "Mary Cope, October", two empty strings for anything else."""
    match = _OWNER_AND_DUE.fullmatch(text.strip())
    return (match.group("who"), match.group("due")) if match else ("", "")


def is_only_due(text: str) -> bool:
    """Whether `text` is a due date and nothing else."""
    return _ONLY.fullmatch(text.strip()) is not None
