"""The windows of editions: half-open, in London time, also across the change of the clocks."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from portal.digests.enums import Cadence

LONDON = ZoneInfo("Europe/London")
HOUR = time(7)


def last_boundary(cadence: Cadence, now: datetime) -> datetime:
    """The newest moment at or before ``now`` at which an edition ends."""
    local = now.astimezone(LONDON)
    if cadence == Cadence.WEEKLY:
        day = local.date() - timedelta(days=local.weekday())
    else:
        day = local.date().replace(day=1)
    boundary = datetime.combine(day, HOUR, LONDON)
    return boundary if boundary <= now else boundary_before(cadence, boundary)


def boundary_before(cadence: Cadence, boundary: datetime) -> datetime:
    """The boundary that comes before ``boundary``: the start of the window that ends there."""
    day = boundary.astimezone(LONDON).date()
    if cadence == Cadence.WEEKLY:
        day -= timedelta(days=7)
    else:
        day = (day.replace(day=1) - timedelta(days=1)).replace(day=1)
    return datetime.combine(day, HOUR, LONDON)
