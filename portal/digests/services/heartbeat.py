"""The sign of life that health checks look at."""

from datetime import datetime

from portal.digests.models import Heartbeat
from portal.digests.selectors import TICK


def beat(*, now: datetime) -> None:
    """Note that a tick was worked off."""
    Heartbeat.objects.update_or_create(name=TICK, defaults={"at": now})
