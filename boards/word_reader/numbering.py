"""The numbers that Word counts by itself: word/numbering.xml, counted as a reader sees them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from .styles import attribute, child, children, number

_BULLETS = {"bullet", "none", ""}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class ListLevel:
    """One level of a list: `shape` is Word's pattern such as "%1.%2"."""

    kind: str
    shape: str
    start: int


@dataclass(frozen=True)
class ListNumber:
    """What stands before a paragraph of a list; `text` is "" for a bullet."""

    text: str
    level: int

    @property
    def is_bullet(self) -> bool:
        """Whether the paragraph has a mark instead of a number."""
        return not self.text


@dataclass
class Numbering:
    """Counts the lists of one file; `next` must be called once a paragraph, in order."""

    levels: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    counted_as: dict[str, str] = field(default_factory=dict)

    def next(self, list_id: str, level: int) -> ListNumber | None:
        """The mark of the next paragraph of that list, None when the list takes the number off."""
        if not list_id or list_id == "0":
            return None
        known = self.levels.get(list_id, {})
        this = known.get(level)
        if this is None or this.kind in _BULLETS:
            return ListNumber("", level)
        counts = self.counts.setdefault(self.counted_as.get(list_id, list_id), {})
        counts[level] = counts.get(level, this.start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            wanted = int(match.group(1)) - 1
            other = known.get(wanted, this)
            return _written(counts.setdefault(wanted, other.start), other.kind)

        return ListNumber(re.sub(r"%([1-9])", shown, this.shape).strip(), level)


def read_numbering(root: etree._Element | None) -> Numbering:
    """The lists of word/numbering.xml."""
    abstract = {
        attribute(one, "abstractNumId"): _levels_of(one) for one in children(root, "abstractNum")
    }
    found = Numbering()
    for one in children(root, "num"):
        list_id = attribute(one, "numId")
        of = attribute(child(one, "abstractNumId"), "val")
        levels = dict(abstract.get(of, {}))
        restarts = False
        for override in children(one, "lvlOverride"):
            at = number(attribute(override, "ilvl"))
            own = child(override, "lvl")
            if own is not None:
                levels[at] = _level_of(own)
            start = child(override, "startOverride")
            if start is not None and at in levels:
                restarts = True
                was = levels[at]
                levels[at] = ListLevel(was.kind, was.shape, number(attribute(start, "val"), 1))
        found.levels[list_id] = levels
        found.counted_as[list_id] = list_id if restarts else f"shared {of}"
    return found


def _levels_of(abstract: etree._Element) -> dict[int, ListLevel]:
    return {number(attribute(one, "ilvl")): _level_of(one) for one in children(abstract, "lvl")}


def _level_of(level: etree._Element) -> ListLevel:
    return ListLevel(
        kind=attribute(child(level, "numFmt"), "val"),
        shape=attribute(child(level, "lvlText"), "val")[:40],
        start=number(attribute(child(level, "start"), "val"), 1),
    )


def _written(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter[:3].upper() if kind == "upperLetter" else letter[:3]
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 40:
        rest, roman = count, ""
        for value, sign in _ROMAN:
            while rest >= value:
                roman, rest = roman + sign, rest - value
        return roman.upper() if kind == "upperRoman" else roman
    return str(count)
