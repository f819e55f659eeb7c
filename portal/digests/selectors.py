"""Reading the archive of editions."""

from django.db.models import QuerySet

from portal.digests.enums import EditionState
from portal.digests.models import Edition


def editions_in_archive() -> QuerySet[Edition]:
    """What was sent, the newest first; editions with nothing to say are not shown."""
    return (
        Edition.objects.exclude(state=EditionState.EMPTY)
        .select_related("list")
        .order_by("-period_end", "-pk")
    )
