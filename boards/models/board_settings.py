"""The rules of the field that each board can set for itself; the defaults are the field's."""

from datetime import date, timedelta

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from easyread.models import ContentPage

STANDING_ITEMS = """Welcome and apologies
Minutes of the last meeting
Matters arising
Any other business
Date of the next meeting"""
NOT_NEGATIVE = [MinValueValidator(0), MaxValueValidator(60)]


class BoardSettings(ContentPage):
    """How much notice a board gives, and by when its minutes are out."""

    notice_days = models.PositiveSmallIntegerField(
        "days of notice",
        default=5,
        validators=NOT_NEGATIVE,
        help_text="Clear working days between the day the agenda is out and the meeting",
    )
    draft_minutes_days = models.PositiveSmallIntegerField(
        "days for draft minutes",
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text="Working days after the meeting",
    )
    approved_minutes_days = models.PositiveSmallIntegerField(
        "days for approved minutes",
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text="Working days after the meeting that approved them",
    )
    action_days = models.PositiveSmallIntegerField(
        "days for an action without a date",
        default=120,
        validators=[MinValueValidator(7), MaxValueValidator(730)],
        help_text="Days after which an action that has no date is late",
    )
    standing_items = models.TextField(
        blank=True,
        default=STANDING_ITEMS,
        help_text="Items of every agenda, one a line. New items go before “Any other business”.",
    )

    deadline_panels = [
        MultiFieldPanel(
            [
                FieldPanel("notice_days"),
                FieldPanel("draft_minutes_days"),
                FieldPanel("approved_minutes_days"),
                FieldPanel("action_days"),
            ],
            heading="Deadlines",
        ),
        FieldPanel("standing_items"),
    ]

    class Meta:
        abstract = True

    def late_from(self, *, due_on: date | None, agreed_on: date) -> date:
        """The first day on which an action of this board is late."""
        if due_on is not None:
            return due_on + timedelta(days=1)
        return agreed_on + timedelta(days=self.action_days + 1)
