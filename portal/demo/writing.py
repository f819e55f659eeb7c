"""From the demonstration's texts to the blocks of agendas, minutes and easy reads."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.html import escape

from boards.models.board_settings import STANDING_ITEMS
from boards.rules.dates import long_date
from boards.services.matters_arising import usual_item
from boards.services.stored_blocks import agenda_item, minute_item
from easyread.models import Picture
from portal.demo.calendar import Day
from portal.demo.content import ActionText, BoardText, Matter, Telling


@dataclass(frozen=True)
class WrittenAction:
    """An action as it stands in the minutes, with what became of it."""

    block_id: str
    text: ActionText
    day: Day


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "id": str(uuid.uuid4()), "value": value}


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def agenda_items(board: BoardText, number: int, papers: dict[str, int]) -> list[dict[str, Any]]:
    """The agenda of a meeting: standing items around the board's matters."""
    standing = [usual_item(title) for title in STANDING_ITEMS.splitlines()]
    matters = [_agenda_matter(matter, papers) for matter in board.matters if matter.at(number)]
    return standing[:3] + matters + standing[3:]


def _agenda_matter(matter: Matter, papers: dict[str, int]) -> dict[str, Any]:
    paper = papers.get(matter.title)
    return agenda_item(
        matter.title,
        matter.purpose,
        matter.minutes,
        presenter=matter.presenter[:120],
        summary=_paragraphs(matter.summary),
        money=matter.money,
        topics=", ".join(matter.topics),
        papers=[{"type": "item", "id": str(uuid.uuid4()), "value": paper}] if paper else [],
    )


def minutes_items(
    board: BoardText, day: Day, before: Day | None, after: Day
) -> tuple[list[dict[str, Any]], list[WrittenAction]]:
    """The minutes of a meeting, and its actions with what became of them."""
    chair = next(person.name for person in board.people if person.role == "co_chair_citizen")
    last = f"The minutes of {before.on:%-d %B %Y} were agreed." if before else "There were none."
    items = [
        minute_item(
            "Welcome and apologies",
            [_block("text", _paragraphs(f"{chair} welcomed everyone. People said who they are."))],
        ),
        minute_item("Minutes of the last meeting", [_block("text", _paragraphs(last))]),
    ]
    written: list[WrittenAction] = []
    for matter in board.matters:
        telling = matter.at(day.number)
        if telling is not None:
            content, actions = _telling(telling, day)
            items.append(minute_item(matter.title, content, ", ".join(matter.topics)))
            written += actions
    nothing = "There was no other business."
    next_time = f"The next meeting is on {after.on:%A %-d %B %Y}."
    items.append(minute_item("Any other business", [_block("text", _paragraphs(nothing))]))
    items.append(minute_item("Date of the next meeting", [_block("text", _paragraphs(next_time))]))
    return items, written


def _telling(telling: Telling, day: Day) -> tuple[list[dict[str, Any]], list[WrittenAction]]:
    content = [_block("text", _paragraphs(*telling.text))] if telling.text else []
    content += [_block("decision", decision) for decision in telling.decisions]
    written = []
    for action in telling.actions:
        due = day.on + timedelta(days=action.due_days) if action.due_days else None
        value = {
            "text": action.text,
            "owner": action.owner,
            "due_on": due.isoformat() if due else None,
            "due_words": "",
        }
        block = _block("action", value)
        content.append(block)
        written.append(WrittenAction(block["id"], action, day))
    return content, written


def easy_blocks(
    blocks: list[dict[str, Any]],
    pictures: dict[str, Picture],
    *,
    day: date,
    words: dict[str, str],
) -> list[dict[str, Any]]:
    """An easy read's blocks; ``**stars**`` make a word bold, each line is a sentence.

    ``{name}`` stands for one of ``words``; ``due_days`` are counted from ``day``. Raises `KeyError`
    for a picture or a name that there is not.
    """
    return [_easy_block(block, pictures, day, words) for block in blocks]


def _easy_block(
    block: dict[str, Any], pictures: dict[str, Picture], day: date, words: dict[str, str]
) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for name, text in block.items():
        if name in {"picture", "who_picture"}:
            value[name] = pictures[text].pk
        elif name == "words":
            value[name] = _with_bold(text.format(**words))
        elif name == "due_days":
            value["when"] = f"By {long_date(day + timedelta(days=text))}"
        elif name != "type":
            value[name] = text.format(**words)
    return _block(block["type"], value)


def _with_bold(text: str) -> str:
    sentences = []
    for line in text.strip().splitlines():
        parts = escape(line.strip()).split("**")
        marked = "".join(f"<b>{part}</b>" if odd % 2 else part for odd, part in enumerate(parts))
        sentences.append(f"<p>{marked}</p>")
    return "".join(sentences)
