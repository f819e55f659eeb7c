"""Links by which somebody without an account may do one thing."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from boards.enums import LinkPurpose
from easyread.fields import AddressField


class PersonalLink(models.Model):
    """One person may do one thing with one object, until a day. Only a code of the link is kept:
    nobody can read from the database what stands in the letter."""

    purpose = models.CharField(max_length=40, choices=LinkPurpose.choices)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey("content_type", "object_id")
    person = AddressField(help_text="To whom it was sent")
    code = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    is_for_once = models.BooleanField(default=False, help_text="It ends when it was used")
    used_at = models.DateTimeField(null=True, blank=True, help_text="The first time")
    void_at = models.DateTimeField(
        null=True, blank=True, help_text="What it stands for has changed, or a newer one was sent"
    )

    class Meta:
        indexes = [models.Index(fields=["content_type", "object_id"], name="personal_link_about")]
        constraints = [
            models.CheckConstraint(
                name="personal_link_purpose_known",
                condition=models.Q(purpose__in=LinkPurpose.values),
                violation_error_message="Choose what the link is for.",
            ),
            models.CheckConstraint(
                name="personal_link_ends_after_it_was_made",
                condition=models.Q(ends_at__gt=models.F("made_at")),
                violation_error_message="The link ends before it was made.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, for {self.about}"
