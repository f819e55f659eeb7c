"""The versions of minutes, told from the trail."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from boards.enums import RecordKind
from boards.models import MeetingPage, MinutesPage, MinutesRecord
from boards.rules.dates import short_date
from easyread.visibility import outside_hidden_pages

WHAT_HAPPENED = {
    RecordKind.PUBLISHED: "published",
    RecordKind.CORRECTED: "corrected",
    RecordKind.APPROVED: "approved",
    RecordKind.WITHDRAWN: "withdrawn",
}


@dataclass(frozen=True)
class Version:
    """One line of the trail, for readers. A withdrawal has no page of its own."""

    number: int
    words: str
    reason: str
    at: datetime
    is_latest: bool
    has_page: bool


def versions_of(minutes: MinutesPage) -> list[Version]:
    """All versions, the latest first; one query.

    What was withdrawn stays hidden for ever: only versions since then have a page.
    """
    records = MinutesRecord.objects.versions().filter(minutes=minutes).defer("content")
    found = []
    is_hidden = False
    for place, record in enumerate(records.order_by("-version")):
        is_hidden = is_hidden or record.kind == RecordKind.WITHDRAWN
        found.append(_version(record, is_latest=place == 0, has_page=not is_hidden))
    return found


def _version(record: MinutesRecord, *, is_latest: bool, has_page: bool) -> Version:
    kind = RecordKind(record.kind)
    return Version(
        number=record.version or 0,
        words=f"Version {record.version}, {WHAT_HAPPENED[kind]} on {short_date(record.at)}",
        reason=record.reason,
        at=record.at,
        is_latest=is_latest,
        has_page=has_page,
    )


def minutes_in_place(meeting: MeetingPage) -> MinutesPage | None:
    """The minutes at a meeting's address that strangers may know of: public or withdrawn."""
    known = Q(live=True) | Q(withdrawn_on__isnull=False)
    found: MinutesPage | None = (
        MinutesPage.objects.child_of(meeting)
        .filter(outside_hidden_pages("path"), known)
        .defer("items")
        .first()
    )
    return found
