"""Reading the archive of editions, and the signs of life."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from portal.digests.enums import EditionState
from portal.digests.models import Delivery, Edition, Heartbeat, Subscriber

NIGHTLY = timedelta(hours=30)  # a day, and the hours for which a message keeps


def editions_in_archive() -> QuerySet[Edition]:
    """What was sent, the newest first; editions with nothing to say are not shown."""
    return editions().exclude(state=EditionState.EMPTY)


def editions() -> QuerySet[Edition]:
    """All of them, the newest first, for those whom Wagtail lets see any."""
    return Edition.objects.select_related("list").order_by("-period_end", "-pk")


def subscribers() -> QuerySet[Subscriber]:
    """All of them, for those whom Wagtail lets see any."""
    return Subscriber.objects.select_related("list").order_by("pk")


def editions_to_go_on_with() -> list[int]:
    """The numbers of the editions that are being sent."""
    sending = Edition.objects.filter(state=EditionState.SENDING)
    return list(sending.order_by("pk").values_list("pk", flat=True))


def edition_numbered(number: int) -> Edition | None:
    """The one of which a message tells: the number comes from us, never from a request."""
    return Edition.objects.select_related("list").filter(pk=number).first()


def subscribers_known_by_link() -> QuerySet[Subscriber]:
    """The address is the key: nobody can guess a token."""
    return Subscriber.objects.select_related("list")


def deliveries() -> QuerySet[Delivery]:
    """What became of each copy, the latest first: for those whom Wagtail lets see any."""
    return Delivery.objects.select_related("edition__list", "subscriber").order_by("-pk")


def signs_of_life() -> dict[str, datetime]:
    """When each regular task was last done, or first awaited."""
    return dict(Heartbeat.objects.order_by("name").values_list("name", "at"))


def silent_work(*, now: datetime, patience: timedelta) -> dict[str, timedelta | None]:
    """The regular tasks that were not done for longer than ``patience``, and since when: None where
    none ever was. What comes less often may be silent for two of its turns, or for a night."""
    last = signs_of_life()
    silent: dict[str, timedelta | None] = {}
    for name, entry in settings.CELERY_BEAT_SCHEDULE.items():
        every = entry["schedule"]
        turns = timedelta(seconds=2 * every) if isinstance(every, float) else NIGHTLY
        if name not in last:
            silent[name] = None
        elif now - last[name] > max(patience, turns):
            silent[name] = now - last[name]
    return silent
