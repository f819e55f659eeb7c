"""Filling a minutes draft from what was read in a Word file."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.html import format_html_join

from boards.enums import Presence
from boards.models import (
    ActionPoint,
    AgendaPage,
    Attendance,
    BoardPage,
    Decision,
    MeetingPage,
    MinutesPage,
)
from boards.models.items import key_of
from boards.selectors.people import citizens_of
from boards.services.meetings import start_minutes
from boards.services.stored_blocks import minute_item
from boards.word_reader.reading import ActionPart, DecisionPart, Item, Reading, TextPart
from easyread.accounts import Account

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


def _keep_items(items: list[dict[str, Any]], known: Iterable[Any]) -> None:
    """Give items that stood there before, by their title and in their order, the key and with it
    the number that they have."""
    keys: dict[str, list[str]] = defaultdict(list)
    for block in known:
        if (key := key_of(block)) not in keys[_plain(block.value["title"])]:
            keys[_plain(block.value["title"])].append(key)
    for item in items:
        if found := keys[_plain(item["value"]["title"])]:
            item["id"] = found.pop(0) or item["id"]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _item(item: Item) -> dict[str, Any]:
    title = item.title or f"Item {item.number}".strip()
    return minute_item(title[:200], _content(item.parts))


@dataclass(frozen=True)
class CheckedPerson:
    """Somebody of the attendance, as a person confirmed it."""

    name: str
    role: str
    presence: Presence
    is_citizen: bool


def _people_of(reading: Reading, citizens: set[str]) -> list[CheckedPerson]:
    return [
        CheckedPerson(person.name, person.role, presence, person.name in citizens)
        for people, presence in (
            (reading.present, Presence.PRESENT),
            (reading.apologies, Presence.APOLOGIES),
        )
        for person in people
    ]


def _attendance(people: Sequence[CheckedPerson]) -> list[Attendance]:
    return [
        Attendance(
            name=person.name[:120],
            role=person.role[:160],
            presence=person.presence,
            is_citizen=person.is_citizen,
            sort_order=order,
        )
        for order, person in enumerate(people)
    ]


def attendance_of(reading: Reading, citizens: set[str]) -> list[Attendance]:
    """Who was there and who sent apologies as the file has it, not saved."""
    return _attendance(_people_of(reading, citizens))


@transaction.atomic
def fill_minutes_from_word(
    *,
    meeting: MeetingPage,
    reading: Reading,
    filled_by: Account | None,
    people: Sequence[CheckedPerson] | None = None,
) -> MinutesPage:
    """Put a reading into the draft minutes of ``meeting`` as a new version of the draft.

    Makes the draft where there is none. Published text does not change until the draft is
    published, and the earlier draft stays in the page's history: nothing is lost. ``people`` is
    the attendance where somebody checked it; without it the reading's names are taken, and the
    board's members tell who is a citizen. Where there are no names, those of the draft stay.
    """
    minutes = MinutesPage.objects.child_of(meeting).first()
    if minutes is None:
        minutes = start_minutes(meeting=meeting, started_by=filled_by)
    draft = minutes.get_latest_revision_as_object()
    items = minutes_items(reading)
    _keep_blocks(items, minutes)
    agenda = AgendaPage.objects.child_of(meeting).first()
    begins = minutes.first_published_at is None and agenda is not None
    _keep_items(items, agenda.items if agenda and begins else [*draft.items, *minutes.items])
    draft.items = items
    if people is None:
        people = _people_of(reading, citizens_of(BoardPage.objects.parent_of(meeting).get()))
    if people:
        draft.attendance = _attendance(people)
    draft.save_revision(user=filled_by)
    minutes.refresh_from_db()
    return minutes
