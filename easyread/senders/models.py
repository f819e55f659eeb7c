"""How often somebody sent something lately."""

from django.db import models


class Count(models.Model):
    """How many came for one purpose from one sender, or about one thing, until it ends.

    ``who`` is a code from which nobody can tell an address (`easyread.senders.addresses`).
    """

    purpose = models.CharField(max_length=60)
    who = models.CharField(max_length=60)
    number = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "who"],
                name="count_once_per_purpose_and_sender",
                violation_error_message="What one sender sends for one purpose is counted once.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.number}"
