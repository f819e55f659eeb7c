"""Matters that a board passed on to another, or outside."""

from django.db import models
from django.urls import reverse


class PassedMatter(models.Model):
    """A matter that a board passes to another board, the senate or an outside body."""

    board = models.ForeignKey(
        "boards.BoardPage", on_delete=models.PROTECT, related_name="matters_passed"
    )
    to_board = models.ForeignKey(
        "boards.BoardPage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="matters_received",
    )
    to_outside = models.CharField(max_length=160, blank=True, help_text="A body outside the portal")
    title = models.CharField(max_length=160)
    words = models.TextField(max_length=3000, help_text="What is asked, in plain words")
    agreed_by_meeting = models.ForeignKey(
        "boards.MeetingPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    passed_on = models.DateField()
    answer = models.TextField(blank=True, max_length=3000)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="matter_has_one_receiver",
                condition=models.Q(to_board__isnull=False, to_outside="")
                | (models.Q(to_board__isnull=True) & ~models.Q(to_outside="")),
                violation_error_message="Choose a board, or name a body outside: one of the two.",
            ),
            models.CheckConstraint(
                name="matter_goes_to_another_board",
                condition=models.Q(to_board__isnull=True) | ~models.Q(to_board=models.F("board")),
                violation_error_message="A matter goes to another board.",
            ),
            models.CheckConstraint(
                name="matter_answered_with_words",
                condition=models.Q(answer="", answered_on__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_on__isnull=False)),
                violation_error_message="An answer has words and a day.",
            ),
            models.CheckConstraint(
                name="matter_answered_after_it_was_passed",
                condition=models.Q(answered_on__isnull=True)
                | models.Q(answered_on__gte=models.F("passed_on")),
                violation_error_message="The answer is older than the matter.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("boards:matter", args=[self.pk])
