"""What was read from one Word file of minutes: plain values, no Word and no database in them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """Someone named in the attendance; `role` is whatever stands beside the name."""

    name: str
    role: str = ""


@dataclass(frozen=True)
class TextPart:
    """One paragraph of an item."""

    text: str


@dataclass(frozen=True)
class DecisionPart:
    """What the meeting decided, without the label that marked it."""

    text: str


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


Part = TextPart | DecisionPart | ActionPart


@dataclass(frozen=True)
class Item:
    """One item of the agenda as minuted; `number` and `title` are "" when the file has none."""

    number: str
    title: str
    parts: tuple[Part, ...] = ()


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
    """Everything found in one file. Unknown is "" or None; what was uncertain is in `doubts`."""

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
                }
                for item in self.items
            ],
            "unplaced": [_part_as_dict(part) for part in self.unplaced],
            "doubts": list(self.doubts),
        }


def _part_as_dict(part: Part) -> dict[str, object]:
    if isinstance(part, ActionPart):
        return {
            "kind": "action",
            "text": part.text,
            "owner": part.owner,
            "due": part.due,
            "due_on": part.due_on.isoformat() if part.due_on else None,
            "doubts": list(part.doubts),
        }
    return {"kind": "decision" if isinstance(part, DecisionPart) else "text", "text": part.text}
