"""The numbers of a meeting's items."""

import uuid
from typing import Any

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from wagtail.blocks import StreamValue

from boards.rules.items import numbers_of
from easyread.tree import path_above


class ItemNumber(models.Model):
    """The number that an item got when it was first public, on the agenda or in the minutes.

    It never changes, so that addresses that end in it (``#item-5``) lead to the same item for ever.
    """

    meeting = models.ForeignKey(
        "boards.MeetingPage", on_delete=models.CASCADE, related_name="item_numbers"
    )
    item = models.UUIDField(help_text="The key of its block; minutes keep that of the agenda")
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    on_agenda_since = models.DateTimeField(
        null=True, blank=True, help_text="Of an item that is on the public agenda"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "item"],
                name="item_number_once_per_item",
                violation_error_message="This item has its number already.",
            ),
            models.CheckConstraint(
                name="item_number_from_one",
                condition=models.Q(number__gte=1),
                violation_error_message="Items are numbered from 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"Item {self.number}"


class NumberedItems:
    """What a page under a meeting has whose ``items`` have numbers."""

    path: str
    items: Any
    first_published_at: Any

    @cached_property
    def given_numbers(self) -> dict[str, ItemNumber]:
        """By the key of their block, the numbers of all items of the meeting; one query."""
        of_meeting = ItemNumber.objects.filter(meeting__path=path_above(self.path))
        return {str(one.item): one for one in of_meeting}

    def numbered_items(
        self, *, first: bool | None = None
    ) -> list[tuple[int, StreamValue.StreamChild]]:
        """Each item with its number; of a draft the one that it would get.

        ``first``: whether the page is public for the first time, where that is known better.
        """
        given = {key: one.number for key, one in self.given_numbers.items()}
        is_first = self.first_published_at is None if first is None else first
        numbers = numbers_of([key_of(block) for block in self.items], given, is_first=is_first)
        return list(zip(numbers, self.items, strict=True))


def with_keys(items: StreamValue) -> StreamValue:
    """Blocks of a form, each with a key of its own: what a request makes up gets a fresh one."""
    seen: set[str] = set()
    for block in items:
        key = key_of(block)
        if block.id and (not key or key in seen):
            block.id = str(uuid.uuid4())
        seen.add(key_of(block))
    return items


def key_of(block: StreamValue.StreamChild) -> str:
    """The key of a block of a stream, in one form; "" of one that was never stored."""
    try:
        return str(uuid.UUID(str(block.id)))
    except ValueError:
        return ""
