"""Initials in ordinary text: "ICB", "GPs", "R&D". Pure.

Not counted: what nearly everybody knows, Roman numbers, postcodes, sizes of paper, road numbers,
and words that are only shouted (headings in capitals).
"""

import re
from collections.abc import Iterable

from easyread.plainwords import lists

LONGEST = 40
_KNOWN = lists.grammar("known initials") | {"bst", "gmt", "covid", "faq", "faqs", "url", "ltd"}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@\S+", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")
_WORD = re.compile(r"[^\W_][\w&]*(?:['’]s)?")
_INITIALS = re.compile(r"[A-Z][A-Z0-9]*(?:&[A-Z0-9]+)*")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
# So many words in capitals one after the other are a heading, or a shout.
_SHOUTED = re.compile(r"\b[A-Z][A-Z'’-]*(?:\s+[A-Z][A-Z'’-]*\b){2,}")


def initials_in(lines: Iterable[str]) -> set[str]:
    """The different initials of a text, given in its lines; plurals as the one thing they are."""
    found: set[str] = set()
    for line in lines:
        if line.upper() == line and " " in line.strip():
            continue
        text = line
        for other in (_ADDRESS, _POSTCODE, _SHOUTED):
            text = other.sub(" ", text)
        found.update(word for each in _WORD.findall(text) if (word := _initials_of(each)))
    return found


def _initials_of(word: str) -> str:
    """ "ICB" of "ICBs" and "ICB's"; "" for anything else."""
    bare = word.removesuffix("'s").removesuffix("’s").removesuffix("s")
    capitals = sum(letter.isupper() for letter in bare)
    if capitals < 2 or len(bare) > LONGEST or not _INITIALS.fullmatch(bare):
        return ""
    if bare.casefold() in _KNOWN or _ROMAN.fullmatch(bare):
        return ""
    return bare
