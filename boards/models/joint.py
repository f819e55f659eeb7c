"""Asking other boards to hold a meeting together."""

from django.conf import settings
from django.db import models

from boards.enums import InvitationState


class JointInvitation(models.Model):
    """A board asks another one to hold a meeting together; it is joint once that one says yes."""

    meeting = models.ForeignKey(
        "boards.MeetingPage", on_delete=models.CASCADE, related_name="invitations"
    )
    board = models.ForeignKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="invitations"
    )
    state = models.CharField(
        max_length=20, choices=InvitationState.choices, default=InvitationState.WAITING
    )
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "board"],
                condition=models.Q(state=InvitationState.WAITING),
                name="joint_invitation_waits_once",
                violation_error_message="This board is asked already.",
            ),
            models.CheckConstraint(
                name="joint_invitation_state_known",
                condition=models.Q(state__in=InvitationState.values),
                violation_error_message="Choose what became of the invitation.",
            ),
            models.CheckConstraint(
                name="joint_invitation_waits_until_answered",
                condition=models.Q(state=InvitationState.WAITING, answered_at__isnull=True)
                | (~models.Q(state=InvitationState.WAITING) & models.Q(answered_at__isnull=False)),
                violation_error_message="An invitation waits as long as it has no answer.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board}, asked to {self.meeting}"
