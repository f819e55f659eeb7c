"""What every e-mail has that is sent once."""

from typing import Any

from django.db import models

from boards.enums import LetterState

SENT_SAYS_WHEN = models.Q(state=LetterState.SENT, sent_at__isnull=False) | (
    ~models.Q(state=LetterState.SENT) & models.Q(sent_at__isnull=True)
)


class Outgoing(models.Model):
    """One e-mail on its way: `boards.services.outbox` claims, hands over and records it."""

    state: Any = models.CharField(
        max_length=20, choices=LetterState.choices, default=LetterState.PENDING
    )
    holder = models.UUIDField(null=True, blank=True, help_text="The process that has claimed it")
    lease_until = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(help_text="Not to be tried before")
    attempts = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=300, blank=True, help_text="What the mail server said")

    class Meta:
        abstract = True
