"""The sign of life that health checks look at."""

from datetime import datetime, timedelta

from portal.digests.models import Heartbeat

TICK = "tick"


def beat(*, now: datetime) -> None:
    """Note that a tick was worked off."""
    Heartbeat.objects.update_or_create(name=TICK, defaults={"at": now})


def age(*, now: datetime) -> timedelta | None:
    """How long ago the last tick was worked off; None when none ever was."""
    last = Heartbeat.objects.filter(name=TICK).first()
    return now - last.at if last else None
