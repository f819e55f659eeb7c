"""The trail of published minutes: lines are added, each sealed with the one before."""

from typing import Any, NoReturn

from django.db import models

from boards.enums import RecordKind


class TrailIsKept(Exception):
    """Someone tried to change or delete a line of the trail."""


class MinutesRecordQuerySet(models.QuerySet["MinutesRecord"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise TrailIsKept("Lines of the trail are added, never changed.")

    def delete(self) -> NoReturn:
        raise TrailIsKept("Lines of the trail are kept.")


class MinutesRecord(models.Model):
    """One publication, correction, approval or withdrawal of minutes, with their whole content.

    ``digest`` is the SHA-256 of all else in canonical JSON, the line before included: no line can
    be changed, taken out or put in without breaking the chain.
    """

    sequence = models.PositiveBigIntegerField(unique=True, help_text="From 1, without a gap")
    minutes = models.ForeignKey(
        "boards.MinutesPage", on_delete=models.PROTECT, related_name="records"
    )
    version = models.PositiveIntegerField(help_text="Of these minutes, from 1")
    kind = models.CharField(max_length=20, choices=RecordKind.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=160, blank=True, help_text="Name of the account")
    reason = models.TextField(blank=True)
    content = models.JSONField()
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)

    objects = MinutesRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "version"],
                name="minutes_record_once_per_version",
                violation_error_message="This version is on record already.",
            ),
            models.CheckConstraint(
                name="minutes_record_kind_known",
                condition=models.Q(kind__in=RecordKind.values),
                violation_error_message="Choose what happened to the minutes.",
            ),
            models.CheckConstraint(
                name="minutes_record_says_why",
                condition=models.Q(kind__in=[RecordKind.PUBLISHED, RecordKind.APPROVED])
                | ~models.Q(reason=""),
                violation_error_message="A correction or withdrawal says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TrailIsKept("Lines of the trail are added, never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TrailIsKept("Lines of the trail are kept.")


class TrailCheck(models.Model):
    """What the nightly check of the trail found."""

    at = models.DateTimeField()
    records = models.PositiveBigIntegerField()
    head = models.CharField(max_length=64, blank=True, help_text="Digest of the last line")
    problems = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}: {len(self.problems)} problems"
