"""Publishing changed minutes with the reason, and withdrawing minutes."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from boards.enums import RecordKind
from boards.models import MinutesPage
from boards.rules.chain import AROUND, ON_RECORD_SINCE
from boards.selectors.contents import contents_of
from boards.selectors.surroundings import surroundings_of
from boards.selectors.trail import last_record
from boards.services.publishing import publish_now
from boards.services.trail import Entry, add_lines
from easyread.accounts import Account, name_of
from easyread.publishing import Publication


class TrailNeedsReason(Exception):
    """A correction or withdrawal says why."""


class MinutesNotPublic(Exception):
    """What is not public cannot be withdrawn."""


@transaction.atomic
def publish_with_reason(
    *, minutes: MinutesPage, reason: str, published_by: Account | None, now: datetime
) -> None:
    """Publish the latest draft of the minutes; the trail says why.

    Raises `NotPublished` if the draft is not fit to be public, or waits for a day.
    """
    if not reason.strip():
        raise TrailNeedsReason("Say what you changed and why.")
    page = MinutesPage.objects.select_for_update().get(pk=minutes.pk)
    revision = page.get_latest_revision() or page.save_revision(user=published_by)
    publish_now(Publication(revision, now=now, by=published_by, reason=reason))


@transaction.atomic
def withdraw_minutes(
    *, minutes: MinutesPage, reason: str, withdrawn_by: Account | None, now: datetime
) -> None:
    """Take published minutes down for everyone to see that and why; their easy read goes too.

    The text stays on record, and in the editor as a draft.
    """
    reason = reason.strip()
    if not reason:
        raise TrailNeedsReason("Say why the minutes are withdrawn.")
    page = MinutesPage.objects.select_for_update().get(pk=minutes.pk)
    if not page.live:
        raise MinutesNotPublic("These minutes are not public.")
    content = contents_of([page.pk])[page.pk]
    entries = []
    if last_record(page) is None:
        kind = RecordKind.APPROVED if page.is_approved else RecordKind.PUBLISHED
        entries.append(Entry(page.pk, kind, now, content, reason=ON_RECORD_SINCE))
    page.withdrawn_on, page.withdrawn_because = timezone.localdate(now), reason
    page.unpublish(user=withdrawn_by)
    _tell_draft(page, withdrawn_by)
    content = content | {AROUND: surroundings_of([page.pk])[page.pk]}
    by = name_of(withdrawn_by)
    entries.append(Entry(page.pk, RecordKind.WITHDRAWN, now, content, by=by, reason=reason))
    add_lines(entries=entries)
    minutes.refresh_from_db()


def _tell_draft(page: MinutesPage, user: Account | None) -> None:
    """The editor saves a draft of what is not public into the page itself: let it know."""
    revision = page.get_latest_revision()
    if revision is not None:
        draft = revision.as_object()
        draft.withdrawn_on, draft.withdrawn_because = page.withdrawn_on, page.withdrawn_because
        draft.save_revision(user=user)
