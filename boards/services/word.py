"""Filling a minutes draft from what was read in a Word file."""

import uuid
from collections import defaultdict
from typing import Any

from django.db import transaction
from django.utils.html import format_html_join

from boards.enums import Presence
from boards.imports.reading import ActionPart, DecisionPart, Item, Person, Reading, TextPart
from boards.models import (
    ActionPoint,
    Attendance,
    BoardPage,
    Decision,
    MeetingPage,
    MinutesPage,
)
from boards.services.meetings import minute_item, start_minutes

Part = TextPart | DecisionPart | ActionPart


def _block(part: DecisionPart | ActionPart) -> dict[str, Any]:
    block: dict[str, Any] = {"id": str(uuid.uuid4())}
    if isinstance(part, DecisionPart):
        return block | {"type": "decision", "value": part.text}
    value = {
        "text": part.text,
        "owner": part.owner[:160],
        "due_on": part.due_on.isoformat() if part.due_on else None,
        "due_words": "" if part.due_on else part.due[:80],
    }
    return block | {"type": "action", "value": value}


def _content(parts: tuple[Part, ...]) -> list[dict[str, Any]]:
    """The parts as blocks; paragraphs that follow each other share one text block."""
    content: list[dict[str, Any]] = []
    paragraphs: list[str] = []

    def flush() -> None:
        if paragraphs:
            html = format_html_join("", "<p>{}</p>", ((text,) for text in paragraphs))
            content.append({"type": "text", "id": str(uuid.uuid4()), "value": str(html)})
            paragraphs.clear()

    for part in parts:
        if isinstance(part, TextPart):
            paragraphs.append(part.text)
        else:
            flush()
            content.append(_block(part))
    flush()
    return content


def minutes_items(reading: Reading) -> list[dict[str, Any]]:
    """The items of a minutes page, as stored, that a reading gives."""
    items = [_item(item) for item in reading.items]
    if reading.unplaced:
        items.append(minute_item("Not placed under an item", _content(reading.unplaced)))
    return items


def _keep_blocks(items: list[dict[str, Any]], minutes: MinutesPage) -> None:
    """Give what was read before the block it had: what became of an action stays with it."""
    known: dict[tuple[str, str], list[str]] = defaultdict(list)
    for action in ActionPoint.objects.filter(minutes=minutes).order_by("-position"):
        known["action", _plain(action.text)].append(str(action.block_id))
    for decision in Decision.objects.filter(minutes=minutes).order_by("-position"):
        known["decision", _plain(decision.text)].append(str(decision.block_id))
    for item in items:
        for block in item["value"]["content"]:
            value = block["value"]
            text = value["text"] if block["type"] == "action" else value
            if ids := known.get((block["type"], _plain(text))):
                block["id"] = ids.pop()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _item(item: Item) -> dict[str, Any]:
    title = item.title or f"Item {item.number}".strip()
    return minute_item(title[:200], _content(item.parts))


def _attendance(people: tuple[Person, ...], presence: Presence, citizens: set[str]) -> list[Any]:
    return [
        Attendance(
            name=person.name[:120],
            role=person.role[:160],
            presence=presence,
            is_citizen=person.name in citizens,
        )
        for person in people
    ]


@transaction.atomic
def fill_minutes_from_word(
    *, meeting: MeetingPage, reading: Reading, filled_by: Any
) -> MinutesPage:
    """Put a reading into the draft minutes of ``meeting`` as a new version of the draft.

    Makes the draft where there is none. Published text does not change until the draft is
    published, and the earlier draft stays in the page's history: nothing is lost.
    """
    minutes = MinutesPage.objects.child_of(meeting).first()
    if minutes is None:
        minutes = start_minutes(meeting=meeting, started_by=filled_by)
    draft = minutes.get_latest_revision_as_object()
    items = minutes_items(reading)
    _keep_blocks(items, minutes)
    draft.items = items
    if reading.present or reading.apologies:
        board = BoardPage.objects.parent_of(meeting).get()
        citizens = set(board.members.filter(is_citizen=True).values_list("name", flat=True))
        people = _attendance(reading.present, Presence.PRESENT, citizens)
        people += _attendance(reading.apologies, Presence.APOLOGIES, citizens)
        for order, person in enumerate(people):
            person.sort_order = order
        draft.attendance = people
    draft.save_revision(user=filled_by)
    minutes.refresh_from_db()
    return minutes
