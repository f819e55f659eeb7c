"""Deadlines: what is due when, and what came late for which reason."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from boards.enums import DeadlineKind, MeetingStatus


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def in_force(self) -> Self:
        """Of public meetings that were not cancelled."""
        return self.filter(meeting__live=True).exclude(meeting__status=MeetingStatus.CANCELLED)

    def over(self, *, on: date) -> Self:
        """Met or missed: what counts for punctuality."""
        return self.in_force().filter(Q(published_on__isnull=False) | Q(due_on__lt=on))

    def missed(self, *, on: date) -> Self:
        """Published after the day, or not published though the day is over."""
        late = Q(published_on__gt=F("due_on")) | Q(published_on__isnull=True, due_on__lt=on)
        return self.in_force().filter(late)


class Deadline(models.Model):
    """By when one thing of one meeting is to be out.

    ``due_on`` follows the meeting and the board's rules until the thing is out; then it stays.
    """

    board = models.ForeignKey("boards.BoardPage", on_delete=models.CASCADE, related_name="+")
    meeting = models.ForeignKey(
        "boards.MeetingPage", on_delete=models.CASCADE, related_name="deadlines"
    )
    kind = models.CharField(max_length=20, choices=DeadlineKind.choices)
    due_on = models.DateField(db_index=True)
    published_on = models.DateField(null=True, blank=True)
    late_reason = models.TextField(blank=True, help_text="Shown to everyone")
    reason_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "kind"],
                name="deadline_once_per_meeting_and_kind",
                violation_error_message="The clock has this day already.",
            ),
            models.CheckConstraint(
                name="deadline_kind_known",
                condition=models.Q(kind__in=DeadlineKind.values),
                violation_error_message="Choose what the clock waits for.",
            ),
        ]
        indexes = [models.Index(fields=["board", "due_on"], name="deadline_of_board")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} by {self.due_on:%Y-%m-%d}"

    def is_late(self, on: date) -> bool:
        return (self.published_on or on) > self.due_on
