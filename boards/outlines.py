"""The ideas of minutes and agendas, in their order, from which easy reads are made."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from wagtail.blocks import StreamValue

from boards.rules.dates import begins, long_date, short_date
from easyread.outline import Opening, SourceIdea
from easyread.richtext import lines_of


def outline_of_minutes(items: StreamValue) -> list[SourceIdea]:
    """Each item is a section; each paragraph, decision and action is an idea."""
    ideas = []
    for item in items:
        ideas.append(SourceIdea("heading", item.value["title"]))
        for block in item.value["content"]:
            ideas += _ideas_of(block)
    return ideas


def _ideas_of(block: StreamValue.StreamChild) -> list[SourceIdea]:
    value = block.value
    if block.block_type == "decision":
        return [SourceIdea("decision", str(value))]
    if block.block_type == "action":
        return [SourceIdea("action", value["text"], who=value["owner"] or "", when=_by_when(value))]
    return [SourceIdea("idea", line.words) for line in lines_of(value.source)]


def _by_when(action: Mapping[str, Any]) -> str:
    due: date | None = action["due_on"]
    return f"By {long_date(due)}" if due else action["due_words"] or ""


def outline_of_agenda(items: StreamValue) -> list[SourceIdea]:
    """Each item is a section: what it is about, and the money."""
    ideas = []
    for item in items:
        value = item.value
        ideas.append(SourceIdea("heading", value["title"]))
        ideas += [SourceIdea("idea", line.words) for line in lines_of(value["summary"].source)]
        if value["money"]:
            ideas.append(SourceIdea("money", value["money"]))
    return ideas


def opening_of_minutes(board: str, starts_at: datetime, ends_at: datetime, place: str) -> Opening:
    return Opening(
        title=f"What happened at our meeting on {short_date(starts_at)}",
        who=board,
        about="This paper tells you what happened at our meeting.",
        when=begins(starts_at, ends_at),
        where=place,
    )


def opening_of_agenda(board: str, starts_at: datetime, ends_at: datetime, place: str) -> Opening:
    return Opening(
        title=f"What we will talk about on {short_date(starts_at)}",
        who=board,
        about="This paper tells you what we will talk about at our meeting.",
        when=begins(starts_at, ends_at),
        where=place,
    )
