"""E-mails to single people: each written once, handed over once."""

import uuid

from django.db import models

from boards.enums import LetterState
from boards.models.outgoing import SENT_SAYS_WHEN, Outgoing
from easyread.fields import AddressField


class Letter(Outgoing):
    """One e-mail. ``key`` says what it is about: the same thing is never written twice."""

    key = models.CharField(max_length=200, unique=True)
    action = models.ForeignKey(
        "boards.ActionPoint",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="letters",
        help_text="If it is about one",
    )
    to = AddressField(blank=True, help_text="Emptied when the letter has long been sent")
    subject = models.CharField(max_length=200)
    words = models.TextField(help_text="Paragraphs, with an empty line between")
    link = models.CharField(max_length=500, blank=True, help_text="Address of the one button")
    link_words = models.CharField(max_length=80, blank=True)
    message_token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="letter_state_known",
                condition=models.Q(state__in=LetterState.values),
                violation_error_message="Choose how far the letter is.",
            ),
            models.CheckConstraint(
                name="letter_sent_says_when",
                condition=SENT_SAYS_WHEN,
                violation_error_message="A letter that was sent says when, and no other does.",
            ),
        ]
        indexes = [models.Index(fields=["state", "next_at"], name="letter_due")]

    def __str__(self) -> str:
        return self.subject

    @property
    def message_id(self) -> str:
        """The same for every try, so that a mail server's log can answer what became of it."""
        return f"<letter-{self.message_token}@partnership-portal>"
