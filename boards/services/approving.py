"""Approving minutes at a later meeting."""

from datetime import datetime

from django.db import transaction

from boards.enums import MinutesStatus
from boards.models import MeetingPage, MinutesPage
from boards.selectors.approving import corrected_draft
from boards.services.publishing import publish_now
from easyread.accounts import Account
from easyread.publishing import Publication


class CannotApprove(Exception):
    """The minutes cannot be approved so; the words say why."""


@transaction.atomic
def approve_minutes(
    *,
    minutes: MinutesPage,
    at_meeting: MeetingPage,
    item: int | None,
    corrections: str,
    with_draft: bool,
    approved_by: Account,
    now: datetime,
) -> None:
    """Make the public minutes approved ones and publish them.

    ``with_draft`` publishes what was changed in the draft with it, and ``corrections`` say what;
    otherwise the draft keeps its changes and only learns of the approval. Raises `CannotApprove`,
    or `NotPublished` if the draft is not fit to be public.
    """
    public = MinutesPage.objects.select_for_update().get(pk=minutes.pk)
    _check(public, at_meeting, now)
    _check_corrections(public, corrections, with_draft=with_draft)
    latest = public.get_latest_revision()
    has_draft = latest is not None and public.has_unpublished_changes
    draft = latest.as_object() if has_draft else None
    chosen = draft if draft is not None and with_draft else public
    _mark(chosen, at_meeting, item, corrections)
    revision = chosen.save_revision(user=approved_by)
    publish_now(Publication(revision, now=now, by=approved_by, reason=corrections))
    if draft is not None and not with_draft:
        _mark(draft, at_meeting, item, corrections)
        draft.save_revision(user=approved_by)
    minutes.refresh_from_db()


def _mark(page: MinutesPage, at_meeting: MeetingPage, item: int | None, corrections: str) -> None:
    page.status = MinutesStatus.APPROVED
    page.approved_at = at_meeting
    page.approved_item = item
    page.corrections = corrections.strip()


def _check(minutes: MinutesPage, at_meeting: MeetingPage, now: datetime) -> None:
    meeting = MeetingPage.objects.parent_of(minutes).get()
    if not minutes.live:
        raise CannotApprove("Publish the minutes first: a meeting approves what it could read.")
    if minutes.is_approved:
        raise CannotApprove("These minutes are approved already.")
    if words := at_meeting.why_it_cannot_approve(meeting, now=now):
        raise CannotApprove(words)


def _check_corrections(minutes: MinutesPage, corrections: str, *, with_draft: bool) -> None:
    """What is said to be corrected is in the text that is published with it, and the other way."""
    if with_draft and corrected_draft(minutes) is None:
        raise CannotApprove(
            "There is no draft with other words. Write the corrections into the minutes first."
        )
    if with_draft and not corrections.strip():
        raise CannotApprove("Say what the meeting corrected: the text is not as it was.")
    if corrections.strip() and not with_draft:
        raise CannotApprove(
            "You say what the meeting corrected, but the text that would be public is as it was. "
            "Publish the draft that holds the corrections with it, or leave the words out."
        )
