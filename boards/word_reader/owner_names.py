"""What names an owner: initials, first and full names, roles, organisations, and lists of them."""

from __future__ import annotations

import re

from .people import INITIALS, Roster, is_initials
from .verbs import VERBS

_ROLE = (
    r"(?:the\s+)?(?:all(?:\s+(?:members|partners|to|board members|present|attendees))?"
    r"|everyone|everybody|members|(?:co-?|vice[- ]|deputy\s+)?chair(?:s|man|woman|person)?"
    r"|secretar(?:y|iat)|treasurer|clerk|facilitator|both co-?chairs"
    r"|the\s+group|the\s+board|the\s+panel|group"
    r"|board|partners|officers?|minute[- ]taker|providers|carers)"
)
_ROLE_OF_ONE = re.compile(
    r"(?:the\s+)?(?:both\s+)?(?:(?:co-?|vice[- ]|deputy\s+)?chair(?:s|man|woman|person)?"
    r"|secretary|treasurer|facilitator|minute[- ]taker|clerk|co-?ordinator)",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w’'-]+(?:\s+[A-Z](?:[\w’'-]+|\.)?){0,3}"
JOIN = r"\s*(?:/|&|,|;|\+|\band\b)\s*"
SOMEBODY = rf"(?:{INITIALS}|(?:(?:Mr|Mrs|Ms|Dr|Cllr|Prof)\.?\s+)?{_NAME}|(?i:{_ROLE}))"
_BETWEEN = re.compile(r"\s*(?:/|&|,|;|\+|\band\b)\s*")
PEOPLE = rf"{SOMEBODY}(?:{JOIN}{SOMEBODY}){{0,5}}"
DATE_WORDS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat"
    r"|sun)[a-z]*\b|asap|ongoing|noted|agreed",
    re.IGNORECASE,
)


def owner_list(text: str, roster: Roster) -> str:
    """Owners as they are shown: several people divided by "; ", first names made full."""
    text = re.sub(r"\s+to$", "", " ".join(text.split()).strip(" .:;,–—-[]"))
    if text.startswith("(") or text.count("(") != text.count(")"):
        text = text.strip("()")
    pieces = [_without_bracket(one, roster) for one in divided(text)]
    text = pieces[0] if len(pieces) == 1 else text
    if len(pieces) > 1 and all(
        is_initials(one) or roster.knows(one) or is_role_of_one(one) for one in pieces
    ):
        return "; ".join(dict.fromkeys(roster.full(one) for one in pieces))
    if (
        len(pieces) > 1
        and re.search(r"[/;]", text)
        and all(len(one.split()) <= 4 for one in pieces)
    ):
        return "; ".join(dict.fromkeys(roster.full(one) for one in pieces))
    return roster.full(text)


def _without_bracket(text: str, roster: Roster) -> str:
    """ "Bo" for "Bo (Moss Ltd)" when Bo is known."""
    name, opened, _ = text.partition(" (")
    return name if opened and roster.knows(name) else text


def is_role_of_one(text: str) -> bool:
    """Whether `text` is the role of one or two people that every meeting has: "The secretary"."""
    return _ROLE_OF_ONE.fullmatch(text) is not None


def is_owner_only(text: str, roster: Roster) -> bool:
    """Whether `text` names people or roles and says nothing else."""
    bare = text.strip(" .:[]()–—-")
    if not bare or DATE_WORDS.fullmatch(bare):
        return False
    return all(_is_one_owner(one, roster) for one in divided(bare))


def divided(text: str) -> list[str]:
    """The people of "Ann, Bo & CD"."""
    return [one.strip() for one in _BETWEEN.split(text) if one.strip()]


def _is_one_owner(text: str, roster: Roster) -> bool:
    if is_initials(text) or roster.knows(text) or re.fullmatch(_ROLE, text, re.IGNORECASE):
        return True
    words = text.split()
    if text in roster.groups:
        return True
    return (
        len(words) in (2, 3)
        and words[0].lower() not in VERBS
        and re.fullmatch(_NAME, text) is not None
    )
