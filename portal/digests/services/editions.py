"""Planning and freezing editions."""

from datetime import datetime
from functools import partial

from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.digests.compose import compose
from portal.digests.enums import Cadence, EditionState, SubscriberState
from portal.digests.events import edition_frozen
from portal.digests.models import Delivery, DigestList, Edition
from portal.digests.services.subscribers import subscribe_the_senate
from portal.digests.windows import boundary_before, last_boundary


class EditionsWouldOverlap(Exception):
    """The window shares time with an edition that exists."""


def plan_due_editions(*, now: datetime) -> list[Edition]:
    """Freeze the edition of each list that is due: from its last one to the newest boundary.

    Safe to run twice and at once: the unique period decides.
    """
    editions = []
    for digest_list in DigestList.objects.order_by("pk"):
        cadence = Cadence(digest_list.cadence)
        end = last_boundary(cadence, now)
        start = _end_of_last(digest_list) or boundary_before(cadence, end)
        if start >= end:
            continue
        try:
            editions.append(freeze_edition(digest_list=digest_list, start=start, end=end, now=now))
        except (IntegrityError, EditionsWouldOverlap):
            continue  # another beat was quicker
    return editions


def _end_of_last(digest_list: DigestList) -> datetime | None:
    """Where the next edition begins: no time is told twice, and none is left out."""
    last = digest_list.editions.order_by("-period_end").first()
    return last.period_end if last else None


@transaction.atomic
def freeze_edition(
    *, digest_list: DigestList, start: datetime, end: datetime, now: datetime
) -> Edition:
    """Freeze the content of ``[start, end)`` and who gets it, in one transaction.

    With nothing to say the edition is kept as empty and has no deliveries.
    """
    taken = Edition.objects.filter(list=digest_list, period_start__lt=end, period_end__gt=start)
    if taken.exists():
        raise EditionsWouldOverlap("There is an edition that covers part of this time already.")
    content = compose(start=start, end=end)
    edition = Edition.objects.create(
        list=digest_list,
        period_start=start,
        period_end=end,
        state=EditionState.SENDING if content.has_news else EditionState.EMPTY,
        content=content.as_json(),
        frozen_at=now,
    )
    if content.has_news:
        if digest_list.follows_the_senate:
            subscribe_the_senate(digest_list=digest_list, today=timezone.localdate(now))
        confirmed = digest_list.subscribers.filter(state=SubscriberState.CONFIRMED)
        Delivery.objects.bulk_create(
            Delivery(edition=edition, subscriber=subscriber, next_at=now)
            for subscriber in confirmed.order_by("pk")
        )
        transaction.on_commit(partial(edition_frozen.send_robust, None, edition_id=edition.pk))
    return edition
