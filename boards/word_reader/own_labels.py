"""Labels that a secretary made up for actions: "Jobs:", "Who does what", "Follow-up 3:".

What makes one is not its words but that they come again, and that every time lines follow it that
say who is to do something. Such labels are put into the words that the reader knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from .actions import is_nothing, was_reported
from .headings import is_closing_item
from .labels import is_action_list_heading, tag_of, without_number
from .lines import Line, Run
from .owner_names import is_owner_only
from .owners import owned
from .people import Roster, looks_like_name
from .titles import Heading
from .verbs import begins_with_verb

_LED = re.compile(
    r"(?:^|(?<=[.!?)])\s+)(?P<label>[A-Z][\w’'/-]*(?:\s+[\w’'/#-]+){0,5}\??)\s?(?::|\s[–—])\s+(?=\S)"
)
_CODE = re.compile(r"[\[(]?(?P<label>[A-Z]{1,3})[\s.-]?\d{1,3}[\])]?[.:)]?\s+(?=\S)")
_LONGEST = 3000  # characters of a paragraph that are looked at
_ENTRIES = 12


@dataclass(frozen=True)
class _Use:
    """A place where a possible label stands; `start` and `end` are those of the label."""

    at: int
    start: int
    end: int
    followed: bool  # by somebody who is to do something
    alone: bool


def with_known_labels(
    lines: Sequence[tuple[int, Line]], roster: Roster, sure: Mapping[int, Heading]
) -> dict[int, Line]:
    """The lines to put in place of those that have such a label. `sure` are known headings."""
    texts = [
        (at, line)
        for at, line in lines
        if line.text and not line.is_endless and line.role != "people" and at not in sure
    ]
    uses: dict[str, list[_Use]] = defaultdict(list)
    for place, (at, line) in enumerate(texts):
        for key, use in _uses(
            at, line, [one for _, one in texts[place + 1 : place + _ENTRIES]], roster
        ):
            uses[key].append(use)
    by_place = dict(texts)
    new = _list_at_end(texts, roster)
    for found in uses.values():
        if _is_label(found, by_place):
            for use in sorted(found, key=lambda one: -one.start):
                new[use.at] = _relabelled(new.get(use.at, by_place[use.at]), use)
    return new


def _list_at_end(texts: Sequence[tuple[int, Line]], roster: Roster) -> dict[int, Line]:
    """The heading of a list of nothing but orders that ends the file, after the usual last item."""
    start = len(texts)
    while start and is_order(without_number(texts[start - 1][1].flat), roster):
        start -= 1
    if len(texts) - start < 2 or not start:
        return {}
    at, line = texts[start - 1]
    short = len(line.flat.split()) <= 10 and not line.flat.endswith(".")
    closes = is_closing_item(line.flat) or not _may_be(line.flat.rstrip(" :"), roster)
    ended = any(is_closing_item(one.flat) and len(one.flat) < 60 for _, one in texts[: start - 1])
    if not short or closes or not ended:
        return {}
    return {at: _relabelled(line, _Use(at, 0, len(line.text), True, alone=True))}


def _is_label(uses: list[_Use], lines: Mapping[int, Line]) -> bool:
    good = sum(use.followed for use in uses)
    if len(uses) == 1 and uses[0].alone:  # said once: only words that end with a colon announce
        line = lines[uses[0].at]
        return good == 1 and line.flat.endswith(":") and not line.emphasised and not line.level
    return good >= 2 and good * 4 >= len(uses) * 3


def _uses(at: int, line: Line, after: Sequence[Line], roster: Roster) -> list[tuple[str, _Use]]:
    if len(line.text) > _LONGEST:
        return []
    found: list[tuple[str, _Use]] = []
    bare = line.flat.rstrip(" :?!–—-.")
    coded = _CODE.match(line.text)
    led = coded or _LED.match(line.text)
    if coded:
        good = is_order(line.text[coded.end() :], roster)
        found.append((f"code {coded.group('label')}", _Use(at, 0, coded.end(), good, alone=False)))
    elif len(bare.split()) <= 8 and not line.bullet and not led and _may_be(bare, roster):
        follows = _orders(after, roster, bare)
        found.append((_key(bare), _Use(at, 0, len(line.text), follows, alone=True)))
        return found
    for match in () if coded else _LED.finditer(line.text):
        label = match.group("label")
        if _may_be(label, roster):
            rest = line.text[match.end() :].split("\n")[0]
            use = _Use(at, match.start("label"), match.end(), is_order(rest, roster), alone=False)
            found.append((_key(label), use))
    return found


def _may_be(label: str, roster: Roster) -> bool:
    """Whether words can be a label that is unknown so far: no person, no sentence, no number."""
    if not re.match(r"[A-Z]", label) or len(label) > 60 or without_number(label) != label:
        return False
    known = tag_of(label).kind or tag_of(f"{label}:").kind or is_action_list_heading(label)
    shouted = label.isupper() and not roster.knows(label)  # "NEXT" could be four initials
    is_person = is_owner_only(label, roster) and not shouted
    return not known and not is_person and not is_order(label, roster)


def _key(label: str) -> str:
    return " ".join(re.findall(r"[a-z]+", label.lower()))


def _orders(after: Sequence[Line], roster: Roster, label: str) -> bool:
    """Whether the first line below is an order to somebody, or all short ones after it are."""
    count = 0
    for line in after:
        text = without_number(line.flat)
        if not is_order(text, roster) or line.emphasised or _key(text) == _key(label):
            break
        count += 1
    needed = 1 if len(after) == 1 or label else 2
    return count >= needed or bool(after and is_nothing(after[0].flat))


def is_order(text: str, roster: Roster) -> bool:
    """Whether the words name somebody and something that is to be done."""
    text = text.strip()
    if not text or len(text) > 300 or was_reported(text):
        return False
    found = owned(text, roster)
    if not is_owner_only(found.owner, roster) or found.text == text:
        return False
    tail = text.startswith(found.text[:12]) and not looks_like_name(text)
    return begins_with_verb(found.text) or (tail and text.rstrip(".")[-1:] in ")]")


def _relabelled(line: Line, use: _Use) -> Line:
    if use.alone:
        return replace(line, runs=(Run("Actions:", bold=True),), level=0, number="", role="")
    before = line.up_to_character(use.start).runs if use.start else ()
    rest = line.from_character(use.end).runs
    words = Run(" Action: " if use.start else "Action: ", bold=not use.start)
    return replace(line, runs=(*before, words, *rest))
