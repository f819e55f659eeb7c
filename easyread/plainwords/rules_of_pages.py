"""Rules 35 and 39: web addresses, and links and directions that not everybody can use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from easyread.plainwords.findings import Finding, Severity
from easyread.plainwords.passages import Passage, phrase_index, phrases_in

_ADDRESS = re.compile(r"\bhttps?://\S++|\bwww\.\S++", re.I)
_LONG_ADDRESS = 30
_EMPTY_LINKS = frozenset(
    [
        "click here",
        "read more",
        "follow this link",
        "click this link",
        "click on this link",
        "this link",
    ]
)
_BY_PLACE = frozenset(
    ["see above", "see below", "see overleaf", "as above", "as below", "the above", "overleaf"]
)


def addresses(passage: Passage) -> Iterator[Finding]:
    """Rule 35: a long web address; print spells out the addresses of links by itself."""
    offset = passage.sentence.start
    for found in _ADDRESS.finditer(passage.sentence.text):
        if len(found.group()) > _LONG_ADDRESS or "://" in found.group():
            advice = "Make a link of words in place of this address. Paper shows the address."
            start, end = offset + found.start(), offset + found.end()
            yield passage.finding(35, Severity.HINT, start, end, advice)


def links_and_directions(passage: Passage) -> Iterator[Finding]:
    """Rule 39: "click here" says nothing when it is heard alone, "below" nothing to the blind."""
    for phrases, advice in (
        (_EMPTY_LINKS, "Say where the link goes: “the council's website”."),
        (_BY_PLACE, "Name it in place of saying where it stands."),
    ):
        for first, behind in phrases_in(passage.words, phrase_index(phrases)):
            start, end = passage.words[first].start, passage.words[behind - 1].end
            yield passage.finding(39, Severity.HINT, start, end, advice)


CHECKS = (addresses, links_and_directions)
