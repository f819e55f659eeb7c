"""Minutes and who was there."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from boards.blocks import MinutesBlock
from boards.enums import MinutesStatus, Presence
from boards.models.items import NumberedItems
from boards.outlines import opening_of_minutes, outline_of_minutes
from boards.page_form import BoardsPageForm
from easyread.fields import DocumentField
from easyread.models import EasyReadablePage
from easyread.outline import Opening, SourceIdea


class MinutesPage(NumberedItems, EasyReadablePage):
    """What was said, decided and agreed at a meeting."""

    parent_page_types = ["boards.MeetingPage"]
    subpage_types = ["easyread.EasyReadPage"]
    max_count_per_parent = 1
    page_description = "What was said, decided and agreed."
    template = "boards/minutes_page.html"
    base_form_class = BoardsPageForm  # until `boards.apps` is ready

    items: Any = DocumentField(MinutesBlock(), blank=True)
    status = models.CharField(
        max_length=20, choices=MinutesStatus.choices, default=MinutesStatus.DRAFT
    )
    approved_at = models.ForeignKey(  # a meeting, not a moment: revisions hold it by this name
        "boards.MeetingPage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="approved_minutes",
        verbose_name="approved by the meeting",
    )
    approved_item = models.PositiveIntegerField(
        null=True, blank=True, help_text="Number of the item by which that meeting approved them"
    )
    approved_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_on = models.DateField(null=True, blank=True, editable=False)
    withdrawn_because = models.TextField(blank=True, editable=False)
    corrections = models.TextField(
        blank=True, help_text="What the approving meeting corrected, if anything"
    )

    # Its address follows from the meeting and never moves: nothing is asked about it.
    promote_panels: list[Any] = []
    content_panels = [
        FieldPanel("title", classname="title"),
        InlinePanel("attendance", heading="Who was there", label="Person", classname="collapsed"),
        FieldPanel("items"),
        MultiFieldPanel(
            [
                FieldPanel("status", permission="superuser"),
                FieldPanel("approved_at", permission="superuser"),
                FieldPanel("approved_item", permission="superuser"),
                FieldPanel("corrections", permission="superuser"),
            ],
            heading="Approved?",
            permission="superuser",  # others approve on the screen that asks for all of it
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
            models.CheckConstraint(
                name="minutes_withdrawn_say_why",
                condition=models.Q(withdrawn_on__isnull=True, withdrawn_because="")
                | (models.Q(withdrawn_on__isnull=False) & ~models.Q(withdrawn_because="")),
                violation_error_message="Say why the minutes are withdrawn.",
            ),
        ]

    def clean(self) -> None:
        """An approval that is new names a meeting that can have approved these minutes."""
        super().clean()
        if self.approved_at is None or not self.path:
            return
        before = type(self).objects.filter(pk=self.pk).values_list("approved_at", flat=True)
        if self.approved_at_id not in before:
            meeting = type(self.approved_at).objects.parent_of(self).get()
            if words := self.approved_at.why_it_cannot_approve(meeting, now=None):
                raise ValidationError(words)

    def easy_read_source(self) -> list[SourceIdea]:
        return outline_of_minutes(self.items)

    def easy_read_opening(self) -> Opening:
        from boards import selectors

        meeting = selectors.meeting_of(self)
        board = selectors.board_of(meeting)
        return opening_of_minutes(board.title, meeting.starts_at, meeting.ends_at, meeting.place)

    @property
    def is_approved(self) -> bool:
        return bool(self.status == MinutesStatus.APPROVED)

    @property
    def is_withdrawn(self) -> bool:
        """Whether these minutes were public once and were then withdrawn with a reason."""
        return not self.live and self.withdrawn_on is not None

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """The address of withdrawn minutes says so, for ever; their children are gone."""
        if self.is_withdrawn and not path_components:
            return RouteResult(self, kwargs={"withdrawn": True})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or for withdrawn minutes the notice with the status 410 (gone)."""
        if not kwargs.pop("withdrawn", False):
            answer: HttpResponse = super().serve(request, *args, **kwargs)
            return answer
        from boards import selectors

        setattr(request, "is_preview", False)
        context = super().get_context(request) | {"easy_read": None}
        context["view"] = selectors.withdrawal_view(self)
        return TemplateResponse(request, "boards/withdrawn.html", context, status=410)

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
