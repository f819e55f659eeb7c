"""Lines that are only "Ann to send …", without a label."""

from __future__ import annotations

import re

from .labels import without_number
from .owners import leading_people
from .people import INITIALS, Roster

_DASH_TO = re.compile(rf"^(?P<who>{INITIALS})\s*[:–—-]\s*to\s")
_AGREED_THAT = re.compile(r"\bagreed (?:that )?(?=[A-Z])")
_CHAIRS = re.compile(r"\b(?:to|will) (?:take the chair|chair)\b")
_LONGEST = 300


def order_in(text: str, roster: Roster, *, stands_out: bool, at_close: bool) -> str:
    """The words of the order that the line is, "" when it is none.

    "Will" is enough only where the line `stands_out`; who takes the chair next time is no action.
    """
    text = _DASH_TO.sub(r"\g<who> to ", without_number(text))
    agreed = _AGREED_THAT.search(text)
    who, how = leading_people(text[agreed.end() :] if agreed else text, roster)
    if not who or agreed or len(text) > _LONGEST or (at_close and _CHAIRS.search(text)):
        return ""
    return text if how == "to" or (how == "will" and stands_out) else ""
