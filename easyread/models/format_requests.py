"""What readers ask for: easy read or another format of a page."""

from django.conf import settings
from django.db import models

from easyread.enums import Format


class FormatRequest(models.Model):
    """One reader's request for a page in another format. How to reach the reader is optional."""

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="format_requests"
    )
    format = models.CharField(max_length=20, choices=Format.choices, default=Format.EASY_READ)
    language = models.CharField(max_length=60, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True, max_length=2000)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="format_request_format_known",
                condition=models.Q(format__in=Format.values),
                violation_error_message="Choose one of the formats.",
            ),
            models.CheckConstraint(
                name="format_request_answered_after_asked",
                condition=models.Q(answered_at__isnull=True)
                | models.Q(answered_at__gte=models.F("asked_at")),
                violation_error_message="A request cannot be answered before it was made.",
            ),
            models.CheckConstraint(
                name="format_request_answered_says_what",
                condition=models.Q(answered_at__isnull=True) | ~models.Q(answer=""),
                violation_error_message="Write what was answered.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_format_display()} of {self.page}"
