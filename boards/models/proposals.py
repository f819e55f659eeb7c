"""Items that members and citizens propose for an agenda."""

import uuid

from django.conf import settings
from django.db import models
from django.urls import reverse

from boards.enums import ProposalState
from easyread.fields import AddressField


class Proposal(models.Model):
    """What someone wants a board to talk about. Who that is stays with the secretary."""

    board = models.ForeignKey(
        "boards.BoardPage", on_delete=models.PROTECT, related_name="proposals"
    )
    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=160)
    words = models.TextField(max_length=3000)
    name = models.CharField(max_length=120, blank=True)
    email = AddressField(blank=True)
    proposed_at = models.DateTimeField()
    state = models.CharField(
        max_length=20, choices=ProposalState.choices, default=ProposalState.NEW
    )
    meeting = models.ForeignKey(
        "boards.MeetingPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="proposals",
    )
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="proposal_state_known",
                condition=models.Q(state__in=ProposalState.values),
                violation_error_message="Choose what becomes of the proposal.",
            ),
            models.CheckConstraint(
                name="proposal_answered_with_words",
                condition=models.Q(state=ProposalState.NEW, answered_at__isnull=True)
                | (
                    ~models.Q(state=ProposalState.NEW)
                    & models.Q(answered_at__isnull=False)
                    & ~models.Q(answer="")
                ),
                violation_error_message="Answer the proposal in words.",
            ),
        ]
        indexes = [models.Index(fields=["board", "state"], name="proposal_board_state")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Known only to who proposed it and to the board."""
        return reverse("boards:proposal", args=[self.reference])
