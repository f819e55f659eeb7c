"""A charter, its versions, and what a version says.

A version is a draft until it is put in force. From then on the database refuses every change of its
text (`charter/freezing.py`); typing errors are corrected beside it, with a reason.
"""

from django.db import models

from charter.enums import Signatories, TextField


class Charter(models.Model):
    """One charter. Its texts are its versions; boards or organisations sign a version."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    signed_by = models.CharField(
        max_length=20, choices=Signatories.choices, default=Signatories.BOARDS
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="charter_signatories_known",
                condition=models.Q(signed_by__in=Signatories.values),
                violation_error_message="Choose who signs it.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CharterVersion(models.Model):
    """One text of a charter. A new text is a new version, and who signs, signs a version.

    ``digest`` is the SHA-256 of all that it says, from the moment it was put in force.
    """

    charter = models.ForeignKey(Charter, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    introduction = models.TextField(blank=True)
    easy_introduction = models.TextField(blank=True)
    planned_for = models.DateField(
        null=True, blank=True, help_text="A draft: the day from which it shall be in force"
    )
    in_force_from = models.DateField(null=True, blank=True)
    put_in_force_at = models.DateTimeField(null=True, blank=True)
    put_in_force_by = models.CharField(
        max_length=160, blank=True, help_text="Name of the account; empty: nobody wrote it down"
    )
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["charter", "number"],
                name="version_number_once_per_charter",
                violation_error_message="This charter has a version with this number already.",
            ),
            models.UniqueConstraint(
                fields=["charter"],
                condition=models.Q(in_force_from=None),
                name="version_one_draft_per_charter",
                violation_error_message="There is a draft already: work on that one.",
            ),
            models.CheckConstraint(
                name="version_in_force_is_sealed",
                condition=models.Q(in_force_from=None, digest="", put_in_force_at=None)
                | (
                    models.Q(in_force_from__isnull=False, put_in_force_at__isnull=False)
                    & ~models.Q(digest="")
                ),
                violation_error_message="A version in force says since when, and is sealed.",
            ),
            models.CheckConstraint(
                name="version_planned_while_draft",
                condition=models.Q(planned_for=None) | models.Q(in_force_from=None),
                violation_error_message="Only a draft waits for its day.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    @property
    def is_draft(self) -> bool:
        return self.in_force_from is None


class Principle(models.Model):
    """One principle of one version, in full and in easy words."""

    version = models.ForeignKey(CharterVersion, on_delete=models.CASCADE, related_name="principles")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    text = models.TextField()
    easy_text = models.TextField(help_text="Short sentences of at most 15 words")
    questions = models.TextField(
        blank=True, help_text="What an officer asks to see whether it is in place, one a line"
    )
    examples = models.TextField(blank=True, help_text="What can show it, one a line")
    picture = models.ForeignKey(
        "easyread.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    continues = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="continued_by",
        help_text="The principle of the version before that goes on in this one",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["version", "number"],
                name="principle_number_once_per_version",
                violation_error_message="Two principles have the same number.",
            ),
            models.UniqueConstraint(
                fields=["version", "continues"],
                name="principle_continued_once_per_version",
                violation_error_message="Two principles go on from the same one.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class SubPoint(models.Model):
    """One point under a principle: what exactly is promised."""

    principle = models.ForeignKey(Principle, on_delete=models.CASCADE, related_name="sub_points")
    number = models.PositiveIntegerField()
    text = models.TextField()
    easy_text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["principle", "number"],
                name="sub_point_number_once_per_principle",
                violation_error_message="Two points have the same number.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"


class TextCorrection(models.Model):
    """A typing error of a version in force, put right beside the frozen text, for everyone to see.

    Rows are added, never changed or deleted: the database refuses both.
    """

    version = models.ForeignKey(
        CharterVersion, on_delete=models.PROTECT, related_name="corrections"
    )
    principle = models.ForeignKey(
        Principle, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    sub_point = models.ForeignKey(
        SubPoint, null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    field = models.CharField(max_length=20, choices=TextField.choices)
    before = models.TextField()
    after = models.TextField()
    reason = models.TextField()
    by = models.CharField(max_length=160, help_text="Name of the account")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="text_correction_field_known",
                condition=models.Q(field__in=TextField.values),
                violation_error_message="Choose which words are corrected.",
            ),
            models.CheckConstraint(
                name="text_correction_says_why_and_who",
                condition=~models.Q(reason="") & ~models.Q(by=""),
                violation_error_message="A correction says why, and who made it.",
            ),
            models.CheckConstraint(
                name="text_correction_changes_something",
                condition=~models.Q(after="") & ~models.Q(before=models.F("after")),
                violation_error_message="The correction changes nothing.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"
