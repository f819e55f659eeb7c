"""Blocks of agendas and minutes as they are stored."""

import uuid
from typing import Any


def agenda_item(title: str, purpose: str, minutes: int | None, **more: Any) -> dict[str, Any]:
    """A block of an agenda as it is stored."""
    value: dict[str, Any] = {
        "title": title,
        "purpose": purpose,
        "presenter": "",
        "minutes": minutes,
        "summary": "",
        "about_money": "",
        "money": "",
        "topics": "",
        "kind": "",
        "papers": [],
    }
    return {"type": "item", "id": str(uuid.uuid4()), "value": value | more}


def minute_item(
    title: str, content: list[dict[str, Any]], topics: str = "", *, key: str = ""
) -> dict[str, Any]:
    """A block of minutes as it is stored; ``content`` holds its text, decisions and actions.

    ``key`` is that of the same item on the agenda, if it was on it.
    """
    value = {"title": title, "topics": topics, "content": content}
    return {"type": "item", "id": key or str(uuid.uuid4()), "value": value}


def text_block(html: str) -> dict[str, Any]:
    """A text of an item of minutes as it is stored."""
    return {"type": "text", "id": str(uuid.uuid4()), "value": html}
