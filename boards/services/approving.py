"""Approving minutes at a later meeting."""

from datetime import datetime
from typing import Any

from django.db import transaction

from boards.enums import MeetingStatus, MinutesStatus
from boards.models import BoardPage, MeetingPage, MinutesPage
from boards.services.correcting import publish_revision


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
    approved_by: Any,
    now: datetime,
) -> None:
    """Make the public minutes approved ones and publish them.

    ``with_draft`` publishes what was changed in the draft with it; otherwise the draft keeps its
    changes and only learns of the approval. Raises `CannotApprove`, or ``ValidationError`` if the
    draft is not fit to be public.
    """
    public = MinutesPage.objects.select_for_update().get(pk=minutes.pk)
    _check(public, at_meeting, now)
    latest = public.get_latest_revision()
    has_draft = latest is not None and public.has_unpublished_changes
    draft = latest.as_object() if has_draft else None
    chosen = draft if draft is not None and with_draft else public
    _mark(chosen, at_meeting, item, corrections)
    revision = chosen.save_revision(user=approved_by)
    publish_revision(revision, reason=corrections, published_by=approved_by, now=now)
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
    board = BoardPage.objects.parent_of(meeting).get()
    if not MeetingPage.objects.of_board(board).filter(pk=at_meeting.pk).exists():
        raise CannotApprove("Another board's meeting cannot approve these minutes.")
    if at_meeting.starts_at <= meeting.starts_at:
        raise CannotApprove("Only a later meeting can approve these minutes.")
    if at_meeting.status == MeetingStatus.CANCELLED:
        raise CannotApprove("This meeting was cancelled: it approved nothing.")
    if at_meeting.starts_at > now:
        raise CannotApprove("This meeting has not begun yet.")
