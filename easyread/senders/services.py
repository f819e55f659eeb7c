"""Counting what senders send (docs/adr/0029)."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from easyread.senders.limits import Limit, used_up
from easyread.senders.models import Count

Counted = tuple[Limit, str]  # and who, or what, is counted; nobody with ""


@transaction.atomic
def take(*counted: Counted, now: datetime) -> None:
    """Count one more of each, or of none. Raises `TooMuch`.

    Inside the transaction that keeps what was sent: when that fails, nothing was counted.
    """
    for limit, who in counted:
        if who:
            _take(limit, who, now)


def _take(limit: Limit, who: str, now: datetime) -> None:
    anew = {"number": 0, "until": now + limit.within}
    count, _ = Count.objects.select_for_update().get_or_create(
        purpose=limit.purpose, who=who, defaults=anew
    )
    if count.until <= now:
        count.number, count.until = 0, now + limit.within
    free = limit.next_from(number=count.number, until=count.until)
    if free > now:
        raise used_up(limit, until=free, now=now)
    count.number += 1
    if limit.grows:
        count.until = now + limit.within
    count.save(update_fields=["number", "until"])


def give_back(*counted: Counted) -> None:
    """What was counted before it was known does not count."""
    for limit, who in counted:
        rows = Count.objects.filter(purpose=limit.purpose, who=who, number__gt=0)
        rows.update(number=F("number") - 1)


def forget(*, now: datetime) -> int:
    """Delete the counts that have ended. Returns how many."""
    return Count.objects.filter(until__lt=now).delete()[0]
