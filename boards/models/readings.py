"""Word files that were read: kept until a person has checked what was understood."""

import uuid

from django.conf import settings
from django.db import models

from boards.enums import ArchiveState, FileOutcome, ReadingState


class WordReading(models.Model):
    """A file of minutes with what was understood of it, waiting beside each other to be checked.

    ``understood`` is `boards.word_reader.reading.Reading.as_dict`; ``source`` its paragraphs.
    """

    meeting = models.ForeignKey(
        "boards.MeetingPage", on_delete=models.CASCADE, related_name="readings"
    )
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    source = models.JSONField(default=list)
    understood = models.JSONField(default=dict)
    state = models.CharField(
        max_length=20, choices=ReadingState.choices, default=ReadingState.WAITING
    )
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reading_state_known",
                condition=models.Q(state__in=ReadingState.values),
                violation_error_message="Choose what becomes of the file that was read.",
            ),
            models.CheckConstraint(
                name="reading_ended_keeps_no_words",
                condition=models.Q(state=ReadingState.WAITING) | models.Q(source=[], understood={}),
                violation_error_message="Of a file that does not wait, no words are kept.",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class ArchiveJob(models.Model):
    """A folder of old minutes that is brought in, file by file; can stop and go on."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(max_length=160)
    folder = models.CharField(max_length=500, help_text="Where the files lie on this machine")
    publishes = models.BooleanField(
        default=False, help_text="Minutes without doubts become public; all others stay drafts"
    )
    state = models.CharField(
        max_length=20, choices=ArchiveState.choices, default=ArchiveState.WAITING
    )
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    holder = models.UUIDField(null=True, blank=True, help_text="Who works on it")
    lease_until = models.DateTimeField(null=True, blank=True, help_text="Until when it is theirs")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="archive_job_state_known",
                condition=models.Q(state__in=ArchiveState.values),
                violation_error_message="Choose how far the job is.",
            ),
            models.CheckConstraint(
                name="archive_job_done_says_when",
                condition=models.Q(state=ArchiveState.DONE, ended_at__isnull=False)
                | (~models.Q(state=ArchiveState.DONE) & models.Q(ended_at__isnull=True)),
                violation_error_message="A job that is done says when it ended, and no other does.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ArchiveFile(models.Model):
    """One line of a job's manifest, and what became of it."""

    job = models.ForeignKey(ArchiveJob, on_delete=models.CASCADE, related_name="files")
    position = models.PositiveIntegerField(help_text="Line of the manifest, from 1")
    file_name = models.CharField(max_length=300)
    board = models.ForeignKey(
        "boards.BoardPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    held_on = models.DateField(null=True, blank=True)
    starts = models.TimeField(null=True, blank=True, help_text="If the manifest says so")
    place = models.CharField(max_length=255, blank=True)
    is_approved = models.BooleanField(default=False, help_text="The manifest says so")
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    outcome = models.CharField(
        max_length=20, choices=FileOutcome.choices, default=FileOutcome.WAITING
    )
    tries = models.PositiveSmallIntegerField(default=0, help_text="How often it was begun")
    report = models.TextField(blank=True, help_text="What was found, or what is wrong")
    items = models.PositiveIntegerField(default=0)
    actions = models.PositiveIntegerField(default=0)
    minutes = models.ForeignKey(
        "boards.MinutesPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["job", "position"],
                name="archive_file_once_per_line",
                violation_error_message="This line is in the job already.",
            ),
            models.CheckConstraint(
                name="archive_file_outcome_known",
                condition=models.Q(outcome__in=FileOutcome.values),
                violation_error_message="Choose what became of the file.",
            ),
            models.CheckConstraint(
                name="archive_file_ended_says_when",
                condition=models.Q(outcome=FileOutcome.WAITING, ended_at__isnull=True)
                | (~models.Q(outcome=FileOutcome.WAITING) & models.Q(ended_at__isnull=False)),
                violation_error_message="A file says when it ended, unless it waits.",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name
