"""The signs of life that health checks look at, one for each kind of regular work."""

from datetime import datetime

from django.conf import settings

from portal.digests.models import Heartbeat


def beat(*, name: str, now: datetime) -> None:
    """Note that the task was done, if it is regular work; else nothing."""
    if name in settings.CELERY_BEAT_SCHEDULE and not Heartbeat.objects.filter(name=name).update(
        at=now
    ):
        await_regular_work(now=now)


def await_regular_work(*, now: datetime) -> None:
    """What was never done yet is awaited from now on."""
    Heartbeat.objects.bulk_create(
        [Heartbeat(name=name, at=now) for name in sorted(settings.CELERY_BEAT_SCHEDULE)],
        ignore_conflicts=True,
    )
