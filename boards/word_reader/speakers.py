"""People whom the attendance leaves out or hides, known by what the minutes let them say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .labels import without_number
from .people import NAME, Roster

_SPEAKS = re.compile(
    rf"(?:^|(?<=[.!?] ))(?P<name>{NAME})\s+(?:also\s+|then\s+)?(?:said|asked|told|thanked|reported"
    r"|offered|explained|showed|felt|thought|wondered|suggested|mentioned|spoke|apologised|talked"
    r"|updated|advised|commented|confirmed|presented|gave|raised|volunteered|reminded|replied"
    r"|agreed to|has agreed|says|thinks|asks)\b"
)
_NO_NAME = re.compile(
    r"(?:The|All|Both|Each|Every\w*|Some\w*|No\w*|Any\w*|It|This|That|They|We|He|She|You|There|Who"
    r"|What|When|If|As|Action|Agreed|Members|Officers|Chair|Secretary)\b"
)
_ENOUGH = 400  # lines that are looked at


def add_speakers(roster: Roster, texts: Iterable[str]) -> None:
    """Put into the roster who speaks in `texts`; a word also written small is no name."""
    lines = [without_number(text[:3000]) for text in list(texts)[:_ENOUGH]]
    small = {word for text in lines for word in re.findall(r"\b[a-z]{3,}\b", text)}
    for text in lines:
        for match in _SPEAKS.finditer(text):
            name = match.group("name")
            words = name.split()
            if len(words) > 2 or _NO_NAME.match(name) or roster.knows(name) or name.isupper():
                continue
            if any(word.lower() in small for word in words) or len(words[-1]) < 3:
                continue
            _add(roster, name)


def _add(roster: Roster, name: str) -> None:
    roster.names.add(name)
    if " " not in name:
        roster.first_names.setdefault(name, name)
