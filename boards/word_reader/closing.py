"""The same action in an item and in a list before or after the minutes comes out once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from .characters import words_of
from .reading import ActionPart
from .tables import ListedAction

_FINISHED = re.compile(
    r"\s*(?:complete[d]?|done|closed?|discharged|finished|actioned|✓|✔|yes|superseded|achieved)\b",
    re.IGNORECASE,
)
UNMARKED = "The file does not mark this as an action."
SAME = 0.6
_SMALL = {"this", "that", "with", "from", "about", "their", "them", "then", "into", "they", "what"}
_MANY = 400  # actions; beyond that only equal words are compared, to bound the time
_COMPARED_WORDS = 60


@dataclass
class Placed:
    """An action found in an item (`item` counts from 0; -1 is in none), with its number there."""

    action: ActionPart
    item: int
    ref: str = ""
    said: str = ""  # "sure" or "will" for a promise in running text


@dataclass
class Listed:
    """An action of a list, with the item that the list names for it."""

    action: ActionPart
    ref: str = ""
    item: str = ""


def is_finished(row: ListedAction) -> bool:
    """Whether the status column says that the action is over."""
    return _FINISHED.match(row.status) is not None


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """From 0 to 1 how far two texts, as words, say the same; a text inside the other is like it."""
    one, other = tuple(one[:_COMPARED_WORDS]), tuple(other[:_COMPARED_WORDS])
    if not one or not other:
        return 0.0
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    shorter, longer = sorted((set(one), set(other)), key=len)
    contained = len(shorter & longer) / len(shorter) if len(shorter) >= 4 else 0.0
    return max(ratio, contained - 0.2)


def settle_promises(
    placed: Sequence[Placed], listed: Sequence[Listed]
) -> tuple[list[Placed], list[Placed]]:
    """The promises that say again what a mark says, and those that the file's own marks outweigh.

    A file that lists its actions says by that what is none. One that marks any, or has three that
    somebody took on in so many words, does so for what merely "will" happen. Neither is lost: the
    sentence stays as text.
    """
    marked = [one for one in placed if not one.said]
    marks = any(UNMARKED not in one.action.doubts for one in marked)
    takes_on = sum(one.said == "sure" for one in placed) >= 3
    again: list[Placed] = []
    outweighed: list[Placed] = []
    for one in [one for one in placed if one.said][:_MANY]:
        beside = [other for other in marked if other.item == one.item]
        if any(_is_same(one.action, other.action) for other in beside[:_MANY]):
            again.append(one)
        elif any(_is_same(one.action, row.action) for row in listed[:_MANY]):
            continue
        elif len(listed) >= 2 or (one.said == "will" and (marks or takes_on or len(marked) >= 3)):
            outweighed.append(one)
    return again, outweighed


def _is_same(promise: ActionPart, other: ActionPart) -> bool:
    """Whether a promise in running text is the action that the file marks."""
    mine, theirs = words_of(promise.text), words_of(other.text)
    if not _owners_agree(promise.owner, other.owner):
        return False
    named = bool(promise.owner and other.owner)
    return likeness(mine, theirs) >= (0.4 if named else SAME) or (named and mine[:2] == theirs[:2])


def _owners_agree(one: str, other: str) -> bool:
    mine, theirs = set(words_of(one)), set(words_of(other))
    if not mine or not theirs or mine & theirs:
        return True
    initials = {"".join(word[0] for word in words_of(text)) for text in (one, other)}
    return bool(initials & (mine | theirs))


def _digits(ref: str) -> str:
    return re.sub(r"\D", "", ref)


def merge(placed: list[Placed], listed: list[Listed]) -> list[Listed]:
    """Fill gaps of `placed` (changed in place) from `listed`; returns what only the list has."""
    words = [words_of(f"{one.action.owner} {one.action.text}") for one in placed]
    taken: set[int] = set()
    left: list[Listed] = []
    for row in listed:
        mine = words_of(f"{row.action.owner} {row.action.text}")
        best, score = -1, 0.0
        for at, one in enumerate(placed):
            if at in taken:
                continue
            like = _score(
                one, row, words[at], mine, many=len(placed) * len(listed) > _MANY * _MANY // 4
            )
            if like > score:
                best, score = at, like
        if best >= 0 and score >= SAME:
            taken.add(best)
            placed[best].action = _filled(placed[best].action, row.action)
        elif not any(
            words_of(one.action.text) == words_of(row.action.text) for one in left[:_MANY]
        ):
            left.append(row)
    return left


def _score(
    one: Placed, row: Listed, words: Sequence[str], mine: Sequence[str], *, many: bool
) -> float:
    if many:
        return 1.0 if tuple(words) == tuple(mine) else 0.0
    if not _share_content(one.action, row.action):
        return 0.0
    like = likeness(words, mine)
    if _same_order(one.action, row.action):
        like += 0.2
    if one.ref and _digits(one.ref) == _digits(row.ref) and like >= 0.3:
        like += 0.3
    if one.said and _is_same(one.action, row.action):
        like = max(like, SAME)
    if not _owners_agree(one.action.owner, row.action.owner) and like < 0.85:
        return 0.0
    return like


def _content(action: ActionPart) -> set[str]:
    """The first letters of the words that say what is done to what."""
    owner = set(words_of(action.owner))
    words = [word for word in words_of(action.text) if word not in owner]
    return {word[:5] for word in words[1:] if len(word) > 3 or word.isdigit()} - _SMALL


def _share_content(one: ActionPart, other: ActionPart) -> bool:
    mine, theirs = _content(one), _content(other)
    return not mine or not theirs or bool(mine & theirs)


def _same_order(one: ActionPart, other: ActionPart) -> bool:
    """Whether the same named person is to do it and it begins with the same verb."""
    named = bool(one.owner and other.owner) and _owners_agree(one.owner, other.owner)
    return named and words_of(one.text)[:1] == words_of(other.text)[:1]


def _filled(mine: ActionPart, listed: ActionPart) -> ActionPart:
    """The action of the item with owner and due date of the list where it has none."""
    doubts = [doubt for doubt in mine.doubts if doubt != UNMARKED]
    owner = mine.owner or listed.owner
    if listed.owner and not mine.owner:
        doubts = [doubt for doubt in doubts if "owner" not in doubt]
    elif not _owners_agree(mine.owner, listed.owner):
        doubts.append(f"The list of actions gives {listed.owner} as the owner.")
    due, due_on = (mine.due, mine.due_on) if mine.due else (listed.due, listed.due_on)
    if mine.due and listed.due and words_of(mine.due) != words_of(listed.due):
        same_day = mine.due_on is not None and mine.due_on == listed.due_on
        if not same_day:
            doubts.append(f"The list of actions gives “{listed.due}” as the date.")
    return replace(mine, owner=owner, due=due, due_on=due_on, doubts=tuple(doubts))
