"""What is known of an easy read, apart from its words."""

from typing import Any

from django.conf import settings
from django.db import models

from easyread.enums import FileKind, FileState, ReadersQuestion, ReadersVerdict
from easyread.models.made_files import MadeFile


class EasyReadRecord(models.Model):
    """From which text an easy read was made, and whether that has changed since.

    It is no part of the page: publishing an older revision of the words must not bring back what
    was known then (docs/adr/0019).
    """

    easy_read = models.OneToOneField(
        "easyread.EasyReadPage", on_delete=models.CASCADE, primary_key=True, related_name="record"
    )
    source: Any = models.JSONField(
        default=list, help_text="The original's ideas from which it was made, as text"
    )
    made_from_at = models.DateTimeField(
        null=True, blank=True, help_text="When the text that it was made from was published"
    )
    original_changed_at = models.DateTimeField(
        null=True, blank=True, help_text="Since when the original says something else"
    )
    words_sha256 = models.CharField(
        max_length=64, blank=True, help_text="Fingerprint of the words and pictures now public"
    )
    readers_check = models.ForeignKey(
        "easyread.ReadersCheck",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The readers' check that holds for the words now public",
    )

    def __str__(self) -> str:
        return f"What is known of {self.easy_read}"


class ReadersCheck(models.Model):
    """People with a learning disability read an easy read together and said how it was."""

    easy_read = models.ForeignKey(
        "easyread.EasyReadPage", on_delete=models.CASCADE, related_name="checks"
    )
    readers = models.CharField(max_length=200, help_text="Names or initials, as they wish")
    checked_on = models.DateField()
    words_sha256 = models.CharField(
        max_length=64, help_text="Fingerprint of the words and pictures that they read"
    )
    remarks = models.TextField(blank=True, max_length=2000)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="readers_check_says_by_whom",
                condition=~models.Q(readers=""),
                violation_error_message="Write who checked it: names or initials.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.easy_read}, checked by {self.readers}"


class ReadersAnswer(models.Model):
    """What the readers answered to one question."""

    check_of = models.ForeignKey(ReadersCheck, on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(max_length=20, choices=ReadersQuestion.choices)
    verdict = models.CharField(max_length=20, choices=ReadersVerdict.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["check_of", "question"],
                name="readers_answer_once_per_question",
                violation_error_message="This question is answered already.",
            ),
            models.CheckConstraint(
                name="readers_answer_question_known",
                condition=models.Q(question__in=ReadersQuestion.values),
                violation_error_message="Choose one of the questions.",
            ),
            models.CheckConstraint(
                name="readers_answer_verdict_known",
                condition=models.Q(verdict__in=ReadersVerdict.values),
                violation_error_message="Choose yes, no or not sure.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_question_display()} {self.get_verdict_display()}"


class EasyReadFile(MadeFile):
    """A PDF or Word file of an easy read, made in the background, kept by fingerprint."""

    easy_read = models.ForeignKey(
        "easyread.EasyReadPage", on_delete=models.CASCADE, related_name="files"
    )
    kind = models.CharField(max_length=20, choices=FileKind.choices)
    file = models.FileField(upload_to="easy-reads", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["easy_read", "kind", "fingerprint"],
                name="easy_read_file_once_per_revision",
                violation_error_message="This file is there already.",
            ),
            models.CheckConstraint(
                name="easy_read_file_kind_known",
                condition=models.Q(kind__in=FileKind.values),
                violation_error_message="Choose one of the kinds of file.",
            ),
            models.CheckConstraint(
                name="easy_read_file_state_known",
                condition=models.Q(state__in=FileState.values),
                violation_error_message="Choose how far the file is.",
            ),
            models.CheckConstraint(
                name="easy_read_file_ready_has_its_file",
                condition=~models.Q(state=FileState.READY) | ~models.Q(file=""),
                violation_error_message="A file that is ready is there.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.easy_read}"
