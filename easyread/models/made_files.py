"""What every file has that is made in the background."""

from typing import Any

from django.db import models

from easyread.enums import FileState


class MadeFile(models.Model):
    """A file of one owner and kind; the fingerprint is of all that stands in it."""

    fingerprint = models.CharField(
        max_length=64, help_text="SHA-256 of all that stands in the file"
    )
    kind: Any = models.CharField(max_length=20)
    state = models.CharField(max_length=20, choices=FileState.choices, default=FileState.MAKING)
    file: Any = models.FileField(blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True, help_text="Where they are known")
    size = models.PositiveBigIntegerField(null=True, blank=True, help_text="Bytes")
    asked_at = models.DateTimeField()
    lease_until = models.DateTimeField(
        null=True, blank=True, help_text="Until then whoever makes it has it alone"
    )
    made_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True
