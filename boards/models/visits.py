"""Visits of one board to another."""

from django.conf import settings
from django.db import models


class Visit(models.Model):
    """Someone of one board went to another and told what their board does, or the other way."""

    visitor = models.ForeignKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="visits_made"
    )
    visited = models.ForeignKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="visits_received"
    )
    visited_on = models.DateField()
    words = models.TextField(max_length=2000, help_text="What was told, in plain words")
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="visit_to_another_board",
                condition=~models.Q(visitor=models.F("visited")),
                violation_error_message="A board visits another board.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visitor} at {self.visited}"
