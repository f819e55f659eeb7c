"""The trail of published minutes: lines are added, each sealed with the one before."""

from typing import Any, NoReturn, Self

from django.db import models

from boards.enums import NO_VERSION, RecordKind
from boards.rules import chain

NEEDS_NO_REASON = [RecordKind.PUBLISHED, RecordKind.APPROVED, RecordKind.PROGRESS]


class TrailIsKept(Exception):
    """Someone tried to change or delete a line of the trail."""


class MinutesRecordQuerySet(models.QuerySet["MinutesRecord"]):
    def update(self, **kwargs: Any) -> NoReturn:
        raise TrailIsKept("Lines of the trail are added, never changed.")

    def delete(self) -> NoReturn:
        raise TrailIsKept("Lines of the trail are kept.")

    def versions(self) -> Self:
        """Without the lines that tell something else of the minutes."""
        return self.filter(version__isnull=False)


class MinutesRecord(models.Model):
    """One publication, correction, approval or withdrawal of minutes, with their whole content; or,
    without a version, what else changed for their readers (`boards.rules.chain`).

    ``digest`` is the SHA-256 of all else in canonical JSON, the line before included: no line can
    be changed, taken out or put in without breaking the chain.
    """

    sequence = models.PositiveBigIntegerField(unique=True, help_text="From 1, without a gap")
    minutes = models.ForeignKey(
        "boards.MinutesPage", on_delete=models.PROTECT, related_name="records"
    )
    version = models.PositiveIntegerField(null=True, help_text="Of these minutes, from 1")
    kind = models.CharField(max_length=20, choices=RecordKind.choices)
    at = models.DateTimeField()
    by = models.CharField(max_length=160, blank=True, help_text="Name of the account")
    reason = models.TextField(blank=True)
    content = models.JSONField()
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    format = models.PositiveSmallIntegerField(default=1, help_text="The form that is sealed")

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
                condition=models.Q(kind__in=NEEDS_NO_REASON) | ~models.Q(reason=""),
                violation_error_message="A correction or withdrawal says why.",
            ),
            models.CheckConstraint(
                name="minutes_record_version_has_number",
                condition=models.Q(kind__in=NO_VERSION, version__isnull=True)
                | (~models.Q(kind__in=NO_VERSION) & models.Q(version__isnull=False)),
                violation_error_message="A version has a number, and nothing else has one.",
            ),
            models.CheckConstraint(
                name="minutes_record_format_known",
                condition=models.Q(format__in=list(chain.FORMS)),
                violation_error_message="This format of the trail is not known.",
            ),
        ]

    def __str__(self) -> str:
        number = f", version {self.version}" if self.version else ""
        return f"{self.get_kind_display()}{number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TrailIsKept("Lines of the trail are added, never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TrailIsKept("Lines of the trail are kept.")


class TrailCheck(models.Model):
    """A nightly check of the trail, and how far it went."""

    at = models.DateTimeField()
    records = models.PositiveBigIntegerField()
    head = models.CharField(max_length=64, blank=True, help_text="Digest of the last line")
    format = models.PositiveSmallIntegerField(default=1, help_text="The latest form it knew")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}: {self.records} lines"


class TrailProblem(models.Model):
    """What a check found. Its key says what it is, however it is worded (`boards.rules.chain`);
    earlier versions of the portal knew it by its words only."""

    found_by = models.ForeignKey(TrailCheck, on_delete=models.CASCADE, related_name="problems")
    key = models.TextField()
    words = models.TextField()
    since = models.DateTimeField(help_text="When a check found it first")

    def __str__(self) -> str:
        return self.words


class SettledProblem(models.Model):
    """An officer looked into one problem of the trail, and says what it was."""

    key = models.TextField(unique=True, help_text="Of the problem")
    words = models.TextField()
    by = models.CharField(max_length=160, help_text="Name of the account")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="settled_problem_says_what_and_who",
                condition=~models.Q(words="") & ~models.Q(by=""),
                violation_error_message="Say what you found.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by}: {self.words}"
