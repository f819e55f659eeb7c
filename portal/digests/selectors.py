"""Reading the archive of editions, and the sign of life of the workers."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from portal.digests.enums import EditionState
from portal.digests.models import Delivery, Edition, Heartbeat, Subscriber

TICK = "tick"


def editions_in_archive() -> QuerySet[Edition]:
    """What was sent, the newest first; editions with nothing to say are not shown."""
    return (
        Edition.objects.exclude(state=EditionState.EMPTY)
        .select_related("list")
        .order_by("-period_end", "-pk")
    )


def editions_being_sent() -> QuerySet[Edition]:
    return Edition.objects.filter(state=EditionState.SENDING).select_related("list")


def edition_numbered(number: int) -> Edition | None:
    """The one of which a message tells: the number comes from us, never from a request."""
    return Edition.objects.select_related("list").filter(pk=number).first()


def subscribers_known_by_link() -> QuerySet[Subscriber]:
    """The address is the key: nobody can guess a token."""
    return Subscriber.objects.select_related("list")


def deliveries() -> QuerySet[Delivery]:
    """What became of each copy, the latest first: for those whom Wagtail lets see any."""
    return Delivery.objects.select_related("edition__list", "subscriber").order_by("-pk")


def age_of_beat(*, now: datetime) -> timedelta | None:
    """How long ago the last tick was worked off; None when none ever was."""
    last = Heartbeat.objects.filter(name=TICK).first()
    return now - last.at if last else None
