"""Giving numbers to the items of a meeting."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from boards.models import AgendaPage, ItemNumber, MeetingPage, MinutesPage
from boards.models.items import key_of

BATCH = 200
WAS_PUBLIC = Q(live=True) | Q(first_published_at__isnull=False)


@transaction.atomic
def number_items(*, page: AgendaPage | MinutesPage, now: datetime) -> int:
    """After an agenda or minutes were published: items that are new have a number for ever.

    Returns how many were given. Minutes that began from the agenda hold its items' keys, so an item
    has one number in both. Nobody waits here for another: of two at once the first row of an item
    holds, and both pages show it.
    """
    meeting = MeetingPage.objects.parent_of(page).get()
    is_first = page.first_published_at in (None, page.last_published_at)
    fresh = [
        ItemNumber(meeting=meeting, item=UUID(key), number=number)
        for number, block in page.numbered_items(first=is_first)
        if (key := key_of(block)) and key not in page.given_numbers
    ]
    ItemNumber.objects.bulk_create(fresh, ignore_conflicts=True)
    if isinstance(page, AgendaPage):
        numbers = ItemNumber.objects.filter(meeting=meeting)
        held = Q(item__in=[UUID(key) for block in page.items if (key := key_of(block))])
        numbers.exclude(held).update(on_agenda_since=None)
        numbers.filter(held, on_agenda_since=None).update(on_agenda_since=now)
    del page.given_numbers
    return len(fresh)


@transaction.atomic
def number_what_was_public(*, meeting: MeetingPage) -> int:
    """Number the items of pages that were public before there were numbers, as they stood on their
    page. A meeting with numbers is left alone. Returns how many were given."""
    if ItemNumber.objects.filter(meeting=meeting).exists():
        return 0
    given = 0
    for model in (AgendaPage, MinutesPage):
        for page in model.objects.child_of(meeting).filter(WAS_PUBLIC):
            moment = page.first_published_at or page.last_published_at
            page.last_published_at = page.first_published_at  # numbered as it was at first
            given += number_items(page=page, now=moment or meeting.starts_at)
    return given


def number_all_items() -> int:
    """As `number_what_was_public`, of all meetings."""
    waiting = MeetingPage.objects.filter(item_numbers__isnull=True).order_by("pk")
    return sum(
        number_what_was_public(meeting=meeting) for meeting in waiting.iterator(chunk_size=BATCH)
    )
