"""Meetings that several boards hold together: one meeting, not copies."""

from typing import Any

from django.db import transaction

from boards.dates import short_date
from boards.models import BoardPage, MeetingPage


class CannotShare(Exception):
    """These boards can't hold the meeting together; the words say why."""


@transaction.atomic
def share_meeting(*, meeting: MeetingPage, boards: list[BoardPage], by: Any) -> MeetingPage:
    """Let these boards hold the meeting together with its own board; none makes it its own again.

    A draft of the meeting's page learns it as well. What is agreed there belongs to the host.
    """
    host = BoardPage.objects.parent_of(meeting).get()
    for board in boards:
        if board.pk == host.pk:
            raise CannotShare("A board can't hold a joint meeting with itself.")
        if board.closed_on is not None:
            raise CannotShare(f"The {board} ended on {short_date(board.closed_on)}.")
    meeting = MeetingPage.objects.select_for_update().get(pk=meeting.pk)
    draft = meeting.get_latest_revision_as_object() if meeting.has_unpublished_changes else None
    meeting.joint_with = boards
    meeting.save()
    if draft is not None:
        draft.joint_with = boards
        draft.save_revision(user=by)
    elif meeting.live:
        meeting.save_revision(user=by).publish(user=by)
    return meeting
