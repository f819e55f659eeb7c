"""What was read from one Word file of minutes: plain values, no Word and no database in them.

Every part and item has `source`, the index in `Reading.source` of the first line that it came
from, -1 when that is unknown. It says where something stood, not what it is: two parts that say
the same are equal wherever they stood.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

Moment = TypeVar("Moment", datetime.date, datetime.time)


@dataclass(frozen=True)
class Person:
    """Someone named in the attendance; `role` is whatever stands beside the name."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class TextPart:
    """One paragraph of an item."""

    text: str
    source: int = field(default=-1, compare=False)


@dataclass(frozen=True)
class DecisionPart:
    """What the meeting decided, without the label that marked it."""

    text: str
    source: int = field(default=-1, compare=False)


@dataclass(frozen=True)
class ActionPart:
    """Who does what by when.

    `due` holds the words used ("end of July", "next meeting"). `due_on` is set only when the day
    follows from the file without guessing. `doubts` are sentences for the person who checks.
    """

    text: str
    owner: str = ""
    due: str = ""
    due_on: datetime.date | None = None
    doubts: tuple[str, ...] = ()
    source: int = field(default=-1, compare=False)


Part = TextPart | DecisionPart | ActionPart


@dataclass(frozen=True)
class Item:
    """One item of the agenda as minuted; `number` and `title` are "" when the file has none."""

    number: str
    title: str
    parts: tuple[Part, ...] = ()
    source: int = field(default=-1, compare=False)


@dataclass(frozen=True)
class PlacedAction:
    """An action and the item it stands in ("" and "" when it stands in none)."""

    action: ActionPart
    item_number: str
    item_title: str


@dataclass(frozen=True)
class PlacedDecision:
    """A decision and the item it stands in ("" and "" when it stands in none)."""

    decision: DecisionPart
    item_number: str
    item_title: str


@dataclass(frozen=True)
class Reading:
    """Everything found in one file. Unknown is "" or None; what was uncertain is in `doubts`.

    `source` is the file's text in reading order, one paragraph or table row ("a | b") an entry.
    """

    title: str = ""
    held_on: datetime.date | None = None
    starts_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    place: str = ""
    present: tuple[Person, ...] = ()
    apologies: tuple[Person, ...] = ()
    items: tuple[Item, ...] = ()
    unplaced: tuple[Part, ...] = ()
    doubts: tuple[str, ...] = ()
    source: tuple[str, ...] = field(default=(), compare=False)

    def _placed(self) -> Iterable[tuple[Part, str, str]]:
        for item in self.items:
            for part in item.parts:
                yield part, item.number, item.title
        for part in self.unplaced:
            yield part, "", ""

    @property
    def actions(self) -> tuple[PlacedAction, ...]:
        """All actions in document order, those that stand in no item last."""
        return tuple(
            PlacedAction(part, number, title)
            for part, number, title in self._placed()
            if isinstance(part, ActionPart)
        )

    @property
    def decisions(self) -> tuple[PlacedDecision, ...]:
        """All decisions in document order, those that stand in no item last."""
        return tuple(
            PlacedDecision(part, number, title)
            for part, number, title in self._placed()
            if isinstance(part, DecisionPart)
        )

    def as_dict(self) -> dict[str, object]:
        """The whole reading in types that JSON knows; dates and times in ISO 8601."""
        return {
            "title": self.title,
            "held_on": self.held_on.isoformat() if self.held_on else None,
            "starts_at": self.starts_at.isoformat("minutes") if self.starts_at else None,
            "ends_at": self.ends_at.isoformat("minutes") if self.ends_at else None,
            "place": self.place,
            "present": [{"name": one.name, "role": one.role} for one in self.present],
            "apologies": [{"name": one.name, "role": one.role} for one in self.apologies],
            "items": [
                {
                    "number": item.number,
                    "title": item.title,
                    "parts": [_part_as_dict(part) for part in item.parts],
                    "source": item.source,
                }
                for item in self.items
            ],
            "unplaced": [_part_as_dict(part) for part in self.unplaced],
            "doubts": list(self.doubts),
            "source": list(self.source),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Reading:
        """The reading whose `as_dict` this is; what is missing or malformed counts as unknown."""
        return cls(
            title=_text(data, "title"),
            held_on=_moment(datetime.date, data, "held_on"),
            starts_at=_moment(datetime.time, data, "starts_at"),
            ends_at=_moment(datetime.time, data, "ends_at"),
            place=_text(data, "place"),
            present=tuple(_person(one) for one in _dicts(data, "present")),
            apologies=tuple(_person(one) for one in _dicts(data, "apologies")),
            items=tuple(
                Item(
                    number=_text(one, "number"),
                    title=_text(one, "title"),
                    parts=tuple(_part(part) for part in _dicts(one, "parts")),
                    source=_index(one),
                )
                for one in _dicts(data, "items")
            ),
            unplaced=tuple(_part(part) for part in _dicts(data, "unplaced")),
            doubts=_texts(data, "doubts"),
            source=_texts(data, "source"),
        )


def _part_as_dict(part: Part) -> dict[str, object]:
    if isinstance(part, ActionPart):
        return {
            "kind": "action",
            "text": part.text,
            "owner": part.owner,
            "due": part.due,
            "due_on": part.due_on.isoformat() if part.due_on else None,
            "doubts": list(part.doubts),
            "source": part.source,
        }
    kind = "decision" if isinstance(part, DecisionPart) else "text"
    return {"kind": kind, "text": part.text, "source": part.source}


def _part(data: Mapping[str, Any]) -> Part:
    text, source = _text(data, "text"), _index(data)
    if data.get("kind") == "action":
        return ActionPart(
            text=text,
            owner=_text(data, "owner"),
            due=_text(data, "due"),
            due_on=_moment(datetime.date, data, "due_on"),
            doubts=_texts(data, "doubts"),
            source=source,
        )
    if data.get("kind") == "decision":
        return DecisionPart(text, source)
    return TextPart(text, source)


def _person(data: Mapping[str, Any]) -> Person:
    return Person(_text(data, "name"), _text(data, "role"))


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return value if isinstance(value, str) else ""


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key)
    return list(value) if isinstance(value, list | tuple) else []


def _texts(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(one for one in _list(data, key) if isinstance(one, str))


def _dicts(data: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    return [one for one in _list(data, key) if isinstance(one, Mapping)]


def _index(data: Mapping[str, Any]) -> int:
    value = data.get("source")
    return value if isinstance(value, int) else -1


def _moment(kind: type[Moment], data: Mapping[str, Any], key: str) -> Moment | None:
    try:
        return kind.fromisoformat(_text(data, key))
    except ValueError:
        return None
