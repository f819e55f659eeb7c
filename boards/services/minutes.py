"""From published minutes to action points and decisions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.search import index

from boards.models import (
    ActionPoint,
    ActionTopic,
    BoardPage,
    Decision,
    MeetingPage,
    MinutesPage,
    MinutesRecord,
)
from boards.models.boards import BoardTopic
from boards.rules.dates import short_days
from boards.services.owners import forget_other_owners
from boards.services.topics import tags_of, topics_of
from boards.tree import MINUTES_DEPTH

FOLLOWS_THE_TEXT = [  # of an action; state, outcome and history do not
    "board",
    "meeting",
    "position",
    "item_position",
    "item_title",
    "text",
    "owner",
    "due_on",
    "due_words",
    "agreed_on",
    "late_from",
    "is_withdrawn",
]


@dataclass(frozen=True)
class _Placed:
    """A decision or action with its place in the minutes."""

    block: Any
    position: int
    item_position: int
    item_title: str
    topics: tuple[str, ...]


def _placed_blocks(minutes: MinutesPage) -> Iterator[_Placed]:
    position = 0
    for number, item in enumerate(minutes.items, start=1):
        topics = topics_of(item.value["topics"])
        for block in item.value["content"]:
            if block.block_type != "text":
                position += 1
                yield _Placed(block, position, number, item.value["title"], topics)


@transaction.atomic
def record_minutes(*, minutes: MinutesPage, now: datetime) -> list[ActionPoint]:
    """Make or update the decisions and action points of published minutes.

    Keyed by block: publishing again changes the words, never the state, outcome or history. What
    the text no longer holds is marked as withdrawn and comes back when the text does. To be called
    before the publication goes on record: a decision that is new in minutes on record was added.
    """
    meeting = MeetingPage.objects.parent_of(minutes).get()
    board = BoardPage.objects.parent_of(meeting).get()
    placed = list(_placed_blocks(minutes))
    decisions = [item for item in placed if item.block.block_type == "decision"]
    actions = [item for item in placed if item.block.block_type == "action"]
    _record_decisions(minutes, board, decisions)
    return _record_actions(minutes, meeting, board, actions, now)


def _record_decisions(minutes: MinutesPage, board: BoardPage, placed: list[_Placed]) -> None:
    kept = [UUID(str(item.block.id)) for item in placed]
    was_public = MinutesRecord.objects.filter(minutes=minutes).exists()
    added_at = minutes.last_published_at if was_public else None
    Decision.objects.filter(minutes=minutes).exclude(block_id__in=kept).update(is_withdrawn=True)
    Decision.objects.bulk_create(
        [
            Decision(
                block_id=block_id,
                board=board,
                minutes=minutes,
                position=item.position,
                item_title=item.item_title,
                text=item.block.value,
                is_withdrawn=False,
                added_at=added_at,
            )
            for block_id, item in zip(kept, placed, strict=True)
        ],
        update_conflicts=True,
        unique_fields=["minutes", "block_id"],
        update_fields=["board", "position", "item_title", "text", "is_withdrawn"],
    )


def _record_actions(
    minutes: MinutesPage,
    meeting: MeetingPage,
    board: BoardPage,
    placed: list[_Placed],
    now: datetime,
) -> list[ActionPoint]:
    kept = [UUID(str(item.block.id)) for item in placed]
    existing = ActionPoint.objects.filter(minutes=minutes)
    owners = [item.block.value["owner"] or "" for item in placed]
    owners_now = dict(zip(kept, owners, strict=True))
    forget_other_owners(minutes=minutes, owners=owners_now, now=now)
    existing.exclude(block_id__in=kept).update(is_withdrawn=True)
    if not placed:
        return []
    agreed_on = timezone.localdate(meeting.starts_at)
    ActionPoint.objects.bulk_create(
        [
            ActionPoint(
                block_id=block_id,
                board=board,
                meeting=meeting,
                minutes=minutes,
                position=item.position,
                item_position=item.item_position,
                item_title=item.item_title,
                text=item.block.value["text"],
                owner=item.block.value["owner"] or "",
                due_on=item.block.value["due_on"],
                due_words=item.block.value["due_words"] or "",
                agreed_on=agreed_on,
                late_from=board.late_from(due_on=item.block.value["due_on"], agreed_on=agreed_on),
                is_withdrawn=False,
            )
            for block_id, item in zip(kept, placed, strict=True)
        ],
        update_conflicts=True,
        unique_fields=["minutes", "block_id"],
        update_fields=FOLLOWS_THE_TEXT,
    )
    points = list(existing.filter(block_id__in=kept).order_by("position", "pk"))
    _tag_actions(
        points, board, {block: item.topics for block, item in zip(kept, placed, strict=True)}
    )
    return points


def _tag_actions(
    points: list[ActionPoint], board: BoardPage, topics: dict[UUID, tuple[str, ...]]
) -> None:
    """Give each action its item's topics, or the board's where the item names none."""
    named = {name for names in topics.values() for name in names}
    by_name = tags_of(named)
    of_board = list(
        BoardTopic.objects.filter(content_object=board).values_list("tag_id", flat=True)
    )
    ActionTopic.objects.filter(content_object__in=points).delete()
    ActionTopic.objects.bulk_create(
        ActionTopic(content_object=point, tag_id=tag)
        for point in points
        for tag in ({by_name[name] for name in topics[point.block_id]} or of_board)
    )


def index_actions(*, actions: list[ActionPoint]) -> None:
    """Let the search find what was written in one go, which sends no signal."""
    for action in actions:
        index.insert_or_update_object(action)


def _name_after_day(meeting: MeetingPage) -> None:
    """Let titles that end in the meeting's day, as they are made, end in its day as it is now."""
    before, day = meeting.day_in_title, short_days(meeting.starts_at, meeting.ends_at)
    if not before or before == day:
        return
    pages = Page.objects.descendant_of(meeting, inclusive=True).filter(depth__lte=MINUTES_DEPTH)
    for page in pages.filter(title__endswith=f", {before}"):
        title = page.title.removesuffix(before) + day
        Page.objects.filter(pk=page.pk).update(title=title, draft_title=title)
        revision = page.latest_revision
        if revision is not None:
            revision.content |= {"title": title, "draft_title": title}
            revision.save(update_fields=["content"])
    MeetingPage.objects.filter(pk=meeting.pk).update(day_in_title=day)
    meeting.refresh_from_db(fields=["title", "draft_title", "day_in_title"])


def rename_after_day(*, meeting: MeetingPage, now: datetime) -> None:
    """After a meeting was moved or its day corrected: its titles and actions go with it."""
    _name_after_day(meeting)
    for minutes in MinutesPage.objects.child_of(meeting).live():
        record_minutes(minutes=minutes, now=now)
