"""Which board has signed which version, and all that happened on the way."""

from django.db import models
from django.db.models import Q

from charter.enums import CO_CHAIRS_SIGN, ONCE_SIGNED, SignUpEventKind, SignUpState, SignWay

NEED_WORDS = (SignUpEventKind.DECLINED, SignUpEventKind.WITHDRAWN, SignUpEventKind.PUT_RIGHT)


class SignUp(models.Model):
    """A board and a version of the charter, as its events have it.

    Only `charter.signing.services` writes it, from the events: nobody types a state. ``note`` alone
    is an officer's own.
    """

    board = models.ForeignKey("boards.BoardPage", on_delete=models.CASCADE, related_name="sign_ups")
    version = models.ForeignKey(
        "charter.CharterVersion", on_delete=models.PROTECT, related_name="sign_ups"
    )
    state = models.CharField(
        max_length=20, choices=SignUpState.choices, default=SignUpState.NOT_ASKED
    )
    since = models.DateField(null=True, help_text="From when it is so; empty: nobody wrote it down")
    asked_on = models.DateField(null=True)
    signed_on = models.DateField(null=True)
    reviewed_on = models.DateField(null=True, help_text="Last looked at, or signed")
    reminded_on = models.DateField(null=True)
    meeting = models.ForeignKey(
        "boards.MeetingPage", null=True, on_delete=models.PROTECT, related_name="+"
    )
    signed_by_officer = models.CharField(max_length=120, blank=True)
    signed_by_citizen = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True, help_text="Why it said no, or withdrew; for everyone")
    recorded_at = models.DateTimeField(
        null=True, help_text="When the last part of the signature was entered here"
    )
    note = models.TextField(blank=True, help_text="Shown to officers only")

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
                condition=Q(state__in=SignUpState.values),
                violation_error_message="Choose how far the sign-up is.",
            ),
            models.CheckConstraint(
                name="sign_up_signed_by_both_at_a_meeting",
                condition=~Q(state__in=ONCE_SIGNED)
                | (
                    Q(signed_on__isnull=False, meeting__isnull=False)
                    & ~Q(signed_by_officer="")
                    & ~Q(signed_by_citizen="")
                ),
                violation_error_message=(
                    "A signed charter needs both co-chairs, the meeting and the day."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board}: {self.get_state_display()}"


class SignUpEvent(models.Model):
    """One thing that happened: who, when, what, words. Rows are added, never changed or deleted:
    the database refuses both. A mistake is put right by a row that undoes another."""

    sign_up = models.ForeignKey(SignUp, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=SignUpEventKind.choices)
    on = models.DateField(null=True, help_text="The day of it; empty: nobody wrote it down")
    name = models.CharField(max_length=120, blank=True, help_text="Of the co-chair who signed")
    way = models.CharField(max_length=20, choices=SignWay.choices, blank=True)
    meeting = models.ForeignKey(
        "boards.MeetingPage", null=True, on_delete=models.PROTECT, related_name="+"
    )
    scan = models.ForeignKey(
        "boards.Paper",
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Of signatures on paper",
    )
    taken_from = models.ForeignKey(SignUp, null=True, on_delete=models.PROTECT, related_name="+")
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )
    words = models.TextField(blank=True)
    by = models.CharField(max_length=160, help_text="Who entered it: the name of the account")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sign_up_event_kind_known",
                condition=Q(kind__in=SignUpEventKind.values),
                violation_error_message="Choose what happened.",
            ),
            models.CheckConstraint(
                name="sign_up_event_way_known",
                condition=Q(way__in=["", *SignWay.values]),
                violation_error_message="Choose how it was signed.",
            ),
            models.CheckConstraint(
                name="sign_up_event_signed_by_someone",
                condition=~Q(kind__in=CO_CHAIRS_SIGN) | (~Q(name="") & ~Q(way="")),
                violation_error_message="A signature says whose it is, and how it came.",
            ),
            models.CheckConstraint(
                name="sign_up_event_agreed_at_a_meeting",
                condition=~Q(kind=SignUpEventKind.AGREED) | Q(meeting__isnull=False),
                violation_error_message="Say at which meeting the board agreed.",
            ),
            models.CheckConstraint(
                name="sign_up_event_says_why",
                condition=~Q(kind__in=NEED_WORDS) | ~Q(words=""),
                violation_error_message="Say why.",
            ),
            models.CheckConstraint(
                name="sign_up_event_undoes_one",
                condition=Q(kind=SignUpEventKind.PUT_RIGHT, undoes__isnull=False)
                | (~Q(kind=SignUpEventKind.PUT_RIGHT) & Q(undoes=None)),
                violation_error_message="Say which entry is put right.",
            ),
            models.CheckConstraint(
                name="sign_up_event_says_who",
                condition=~Q(by=""),
                violation_error_message="Say who entered it.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on or 'no day'}"
