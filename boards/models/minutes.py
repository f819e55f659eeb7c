"""Minutes and who was there."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from boards.blocks import MinutesBlock
from boards.enums import MinutesStatus, Presence
from easyread.fields import DocumentField
from easyread.models import EasyReadablePage


class MinutesPage(EasyReadablePage):
    """What was said, decided and agreed at a meeting."""

    parent_page_types = ["boards.MeetingPage"]
    subpage_types = ["easyread.EasyReadPage"]
    max_count_per_parent = 1
    page_description = "What was said, decided and agreed."
    template = "boards/minutes_page.html"

    items: Any = DocumentField(MinutesBlock(), blank=True)
    status = models.CharField(
        max_length=20, choices=MinutesStatus.choices, default=MinutesStatus.DRAFT
    )
    approved_at = models.ForeignKey(
        "boards.MeetingPage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="approved_minutes",
        verbose_name="approved by the meeting",
    )
    corrections = models.TextField(
        blank=True, help_text="What the approving meeting corrected, if anything"
    )

    content_panels = [
        *Page.content_panels,
        InlinePanel("attendance", heading="Who was there", label="Person", classname="collapsed"),
        FieldPanel("items"),
        MultiFieldPanel(
            [FieldPanel("status"), FieldPanel("approved_at"), FieldPanel("corrections")],
            heading="Approved?",
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("items")]

    class Meta:
        verbose_name = "minutes"
        verbose_name_plural = "minutes"
        constraints = [
            models.CheckConstraint(
                name="minutes_approved_say_by_which_meeting",
                condition=models.Q(status=MinutesStatus.DRAFT, approved_at__isnull=True)
                | models.Q(status=MinutesStatus.APPROVED, approved_at__isnull=False),
                violation_error_message=(
                    "Approved minutes name the meeting that approved them; drafts name none."
                ),
            ),
        ]

    @property
    def is_approved(self) -> bool:
        return bool(self.status == MinutesStatus.APPROVED)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from boards import selectors

        context = super().get_context(request, *args, **kwargs)
        context["view"] = selectors.minutes_view(self, now=timezone.now())
        return context


class Attendance(Orderable):
    """One person at (or away from) one meeting."""

    minutes = ParentalKey("boards.MinutesPage", on_delete=models.CASCADE, related_name="attendance")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=160, blank=True, help_text="Role or organisation")
    presence = models.CharField(max_length=20, choices=Presence.choices, default=Presence.PRESENT)
    is_citizen = models.BooleanField("citizen", default=False)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("presence"), FieldPanel("is_citizen")]),
    ]

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="attendance_presence_known",
                condition=models.Q(presence__in=Presence.values),
                violation_error_message="Choose whether the person was there.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
