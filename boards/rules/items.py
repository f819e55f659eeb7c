"""Items of agendas and minutes: what kind each is, and which number it has."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from boards.enums import ItemKind, ItemPurpose

# Minutes that somebody takes, keeps silent or walks are not those of a meeting.
OTHER_MINUTES = re.compile(
    r"\b(\d+|a few|two|three|five|ten|fifteen|twenty|thirty|tak\w+|writ\w+)( the)? minutes\b"
    r"|\bminutes'?( of)? (silence|quiet|calm|taker|taking)"
)
ANY_OTHER = re.compile(r"\bany other (\w+ )?business\b|^\W*(\d+\W+)?a\.?\s?o\.?\s?b\b")
NEXT_DATE = re.compile(r"^next meeting|\b(date|day|time) of (the |our )?next meeting\b")
LISTS_ACTIONS = (ItemKind.MATTERS_ARISING, ItemKind.MINUTES_AND_MATTERS)
APPROVES_MINUTES = (ItemKind.LAST_MINUTES, ItemKind.MINUTES_AND_MATTERS)
LAST_ONES = (ItemKind.ANY_OTHER, ItemKind.NEXT_DATE)
USUAL = {  # why such items are there, and for how many minutes
    ItemKind.WELCOME: (ItemPurpose.KNOW, 5),
    ItemKind.LAST_MINUTES: (ItemPurpose.DECIDE, 5),
    ItemKind.MATTERS_ARISING: (ItemPurpose.DISCUSS, 15),
    ItemKind.MINUTES_AND_MATTERS: (ItemPurpose.DECIDE, 15),
    ItemKind.ANY_OTHER: (ItemPurpose.DISCUSS, 10),
    ItemKind.NEXT_DATE: (ItemPurpose.KNOW, 5),
    ItemKind.TOPIC: (ItemPurpose.DISCUSS, 10),
}


def kind_of(value: Mapping[str, Any]) -> ItemKind:
    """What somebody said that an item (its stored value) is; else what its title says."""
    said = value.get("kind") or ""
    return ItemKind(said) if said in ItemKind.values else kind_of_title(value.get("title") or "")


def kind_of_title(title: str) -> ItemKind:
    """What an item of this title usually is."""
    words = " ".join(title.casefold().split())
    about_minutes = re.search(r"\bminutes\b", words) and not OTHER_MINUTES.search(words)
    if "matters arising" in words:
        return ItemKind.MINUTES_AND_MATTERS if about_minutes else ItemKind.MATTERS_ARISING
    if about_minutes:
        return ItemKind.LAST_MINUTES
    if words.startswith("welcome") or words.startswith("apologies"):
        return ItemKind.WELCOME
    if ANY_OTHER.search(words):
        return ItemKind.ANY_OTHER
    return ItemKind.NEXT_DATE if NEXT_DATE.search(words) else ItemKind.TOPIC


def numbers_of(items: Sequence[str], given: Mapping[str, int], *, is_first: bool) -> list[int]:
    """The number of each item (its block's key), in the order of the page.

    ``given`` are the numbers of the meeting's items that were public before: an item keeps its
    own, whatever is put before it, and new ones take the next that are free. A page that is
    public for the first time, with none of them on it, is numbered from 1.
    """
    if not given or (is_first and not any(item in given for item in items)):
        return list(range(1, len(items) + 1))
    free = max(given.values())
    numbers = []
    for item in items:
        if item not in given:
            free += 1
        numbers.append(given.get(item, free))
    return numbers
