"""Giving numbers to the items of a meeting."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from boards.models import AgendaPage, ItemNumber, MeetingPage, MinutesPage
from boards.models.items import key_of

BATCH = 200


@transaction.atomic
def number_items(*, page: AgendaPage | MinutesPage, now: datetime) -> int:
    """After an agenda or minutes were published: items that are new have a number for ever.

    Returns how many were given. Minutes that began from the agenda hold its items' keys, so an item
    has one number in both.
    """
    meeting = MeetingPage.objects.select_for_update().parent_of(page).get()
    fresh = [
        ItemNumber(meeting=meeting, item=UUID(key), number=number, given_at=now)
        for number, block in page.numbered_items()
        if (key := key_of(block)) and key not in page.given_numbers
    ]
    ItemNumber.objects.bulk_create(fresh, ignore_conflicts=True)
    del page.given_numbers
    return len(fresh)


def number_all_items(*, now: datetime) -> int:
    """Number the items of public agendas and minutes from before they had numbers, as they stood
    on their page; meetings with numbers are left alone. Returns how many were given."""
    given = 0
    waiting = MeetingPage.objects.filter(item_numbers__isnull=True).order_by("pk")
    for meeting in waiting.iterator(chunk_size=BATCH):
        for model in (AgendaPage, MinutesPage):
            for page in model.objects.child_of(meeting).live():
                given += number_items(page=page, now=page.first_published_at or now)
    return given
