"""Which board has signed which version."""

from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from charter.enums import ONCE_SIGNED, SignUpState
from easyread.reach import ReachCheckedForm


class SignUp(models.Model):
    """A board and a version of the charter: signed by both co-chairs, at a meeting, on a day."""

    board = models.ForeignKey("boards.BoardPage", on_delete=models.CASCADE, related_name="sign_ups")
    version = models.ForeignKey(
        "charter.CharterVersion", on_delete=models.PROTECT, related_name="sign_ups"
    )
    state = models.CharField(
        max_length=20, choices=SignUpState.choices, default=SignUpState.INVITED
    )
    signed_on = models.DateField(null=True, blank=True)
    meeting = models.ForeignKey(
        "boards.MeetingPage", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_by_officer = models.CharField(
        "signed by the co-chair who is an officer", max_length=120, blank=True
    )
    signed_by_citizen = models.CharField(
        "signed by the co-chair who is a citizen", max_length=120, blank=True
    )
    recorded_at = models.DateTimeField(
        null=True, editable=False, help_text="When the signature was first entered here"
    )
    note = models.TextField(blank=True, help_text="Shown to officers only")

    base_form_class = ReachCheckedForm
    panels = [
        FieldPanel("board"),
        FieldPanel("version"),
        FieldPanel("state"),
        FieldRowPanel([FieldPanel("signed_on"), FieldPanel("meeting")]),
        FieldRowPanel([FieldPanel("signed_by_officer"), FieldPanel("signed_by_citizen")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = "sign-up"
        constraints = [
            models.UniqueConstraint(
                fields=["board", "version"],
                name="sign_up_once_per_board_and_version",
                violation_error_message="This board has a sign-up for this version already.",
            ),
            models.CheckConstraint(
                name="sign_up_state_known",
                condition=models.Q(state__in=SignUpState.values),
                violation_error_message="Choose how far the sign-up is.",
            ),
            models.CheckConstraint(
                name="sign_up_signed_by_both_at_a_meeting",
                condition=~models.Q(state__in=ONCE_SIGNED)
                | (
                    models.Q(signed_on__isnull=False, meeting__isnull=False)
                    & ~models.Q(signed_by_officer="")
                    & ~models.Q(signed_by_citizen="")
                ),
                violation_error_message=(
                    "A signed charter needs both co-chairs, the meeting and the day."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board}: {self.get_state_display()}"
