"""Minutes as they were in one version, shown as today's are."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.blocks import StreamValue

from boards.blocks import MinutesBlock
from boards.enums import Presence
from boards.models import BoardPage, MeetingPage, MinutesPage, MinutesRecord
from boards.models.items import key_of
from boards.rules.dates import long_date
from boards.rules.items import numbers_of
from boards.selectors.meetings import MinuteItem, MinutesPart, board_of, meeting_of


@dataclass(frozen=True)
class WithdrawalView:
    """Of which meeting of which board the minutes were withdrawn."""

    board: BoardPage
    meeting: MeetingPage


@dataclass(frozen=True)
class PersonThen:
    name: str
    role: str
    is_citizen: bool


@dataclass(frozen=True)
class VersionView:
    """Minutes as they were in one version, in the shape of today's."""

    board: BoardPage
    meeting: MeetingPage
    title: str
    is_approved: bool
    corrections: str
    present: list[PersonThen]
    apologies: list[PersonThen]
    citizens: int
    items: list[MinuteItem]


def version_view(minutes: MinutesPage, record: MinutesRecord) -> VersionView:
    """The content of a record; nothing of it is looked up elsewhere."""
    content = record.content
    people = content.get("attendance", [])
    present = [_person(one) for one in people if one["presence"] == Presence.PRESENT]
    meeting = meeting_of(minutes)
    items = MinutesBlock().to_python(content.get("items", []))
    given = {key: one.number for key, one in minutes.given_numbers.items()}
    numbers = numbers_of([key_of(block) for block in items], given, is_first=False)
    return VersionView(
        board=board_of(meeting),
        meeting=meeting,
        title=content["title"],
        is_approved=content["status"] == "approved",
        corrections=content.get("corrections", ""),
        present=present,
        apologies=[_person(one) for one in people if one["presence"] == Presence.APOLOGIES],
        citizens=sum(person.is_citizen for person in present),
        items=[
            MinuteItem(
                number, block.value["title"], [_part(part) for part in block.value["content"]]
            )
            for number, block in zip(numbers, items, strict=True)
        ],
    )


def _person(one: dict[str, Any]) -> PersonThen:
    return PersonThen(one["name"], one["role"], one["is_citizen"])


def _part(block: StreamValue.StreamChild) -> MinutesPart:
    if block.block_type != "action":
        return MinutesPart(block.block_type, text=block.value)
    due = block.value["due_on"]
    words = long_date(due) if isinstance(due, date) else block.value["due_words"] or ""
    return MinutesPart(
        "action", text=block.value["text"], owner=block.value["owner"] or "", due=words
    )


def withdrawal_view(minutes: MinutesPage) -> WithdrawalView:
    meeting = meeting_of(minutes)
    return WithdrawalView(board_of(meeting), meeting)
