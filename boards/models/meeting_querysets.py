"""The language of meetings."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from wagtail.models import Page

from boards.enums import MeetingStatus
from easyread.page_lists import PageQuerySet
from easyread.tree import upper_path

if TYPE_CHECKING:
    from boards.models.meetings import MeetingPage


class MeetingPageQuerySet(PageQuerySet["MeetingPage"]):
    """Lists of meetings are ordered by the day of the meeting, never by that of publishing."""

    def upcoming(self, *, now: datetime) -> "MeetingPageQuerySet":
        """Public meetings that are not over, the next first; cancelled ones stay in the list."""
        return self.live().filter(ends_at__gt=now).order_by("starts_at", "pk")

    def held(self, *, now: datetime) -> "MeetingPageQuerySet":
        """Public meetings that took place, the latest first."""
        over = self.live().filter(ends_at__lte=now)
        return over.exclude(status=MeetingStatus.CANCELLED).order_by("-starts_at", "-pk")

    def of_board(self, board: Page) -> "MeetingPageQuerySet":
        """Its own meetings, and those that other boards hold together with it; each once."""
        through = self.model._meta.get_field("joint_with").remote_field.through
        joint = through.objects.filter(boardpage=board.pk).values("meetingpage")
        return self.filter(self.child_of_q(board) | models.Q(pk__in=joint))

    def hosted_by(self, board: Page) -> "MeetingPageQuerySet":
        """Its own meetings only: those that its people may change."""
        return self.child_of(board)

    def can_approve(self, meeting: "MeetingPage", *, now: datetime) -> "MeetingPageQuerySet":
        """Of its board's meetings those that can have approved the minutes of ``meeting``, in the
        sense of `why_it_cannot_approve`."""
        begun = self.live().exclude(status=MeetingStatus.CANCELLED)
        return begun.filter(starts_at__gt=meeting.starts_at, starts_at__lte=now)

    def first_of_each(self, boards: list[Any], *order: str, most: int) -> "MeetingPageQuerySet":
        """Of the meetings that each of these boards hosts the first ``most`` in this order, each
        with ``board_path``."""
        place = Window(RowNumber(), partition_by=F("board_path"), order_by=order)
        return (
            self.annotate(board_path=upper_path())
            .filter(board_path__in=[board.path for board in boards])
            .annotate(place_on_board=place)
            .filter(place_on_board__lte=most)
            .order_by("board_path", "place_on_board")
        )
