"""Meetings."""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import F, Window
from django.db.models.functions import Left, Length, RowNumber
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from boards.enums import MeetingStatus
from easyread.models import ContentPage

IN_CALENDARS = ("starts_at", "ends_at", "place", "status")


class MeetingPageQuerySet(PageQuerySet):
    """Lists of meetings are ordered by the day of the meeting, never by that of publishing."""

    def upcoming(self, *, now: datetime) -> "MeetingPageQuerySet":
        """Public meetings that are not over, the next first; cancelled ones stay in the list."""
        return self.live().filter(ends_at__gt=now).order_by("starts_at", "pk")

    def held(self, *, now: datetime) -> "MeetingPageQuerySet":
        """Public meetings that took place, the latest first."""
        over = self.live().filter(ends_at__lte=now)
        return over.exclude(status=MeetingStatus.CANCELLED).order_by("-starts_at", "-pk")

    def of_board(self, board: Page) -> "MeetingPageQuerySet":
        """Its own meetings, and those that other boards hold together with it; each once."""
        through = self.model._meta.get_field("joint_with").remote_field.through
        joint = through.objects.filter(boardpage=board.pk).values("meetingpage")
        return self.filter(self.child_of_q(board) | models.Q(pk__in=joint))

    def hosted_by(self, board: Page) -> "MeetingPageQuerySet":
        """Its own meetings only: those that its people may change."""
        return self.child_of(board)

    def first_of_each(self, boards: list[Any], *order: str, most: int) -> "MeetingPageQuerySet":
        """Of the meetings that each of these boards hosts the first ``most`` in this order, each
        with ``board_path``."""
        place = Window(RowNumber(), partition_by=F("board_path"), order_by=order)
        return (
            self.annotate(board_path=Left("path", Length("path") - Page.steplen))
            .filter(board_path__in=[board.path for board in boards])
            .annotate(place_on_board=place)
            .filter(place_on_board__lte=most)
            .order_by("board_path", "place_on_board")
        )


class MeetingPage(ContentPage):
    """One meeting of a board."""

    parent_page_types = ["boards.BoardPage"]
    subpage_types = ["boards.AgendaPage", "boards.MinutesPage"]
    page_description = "A meeting: when, where, how to take part."
    template = "boards/meeting_page.html"

    starts_at = models.DateTimeField("starts", db_index=True)
    ends_at = models.DateTimeField("ends", db_index=True)
    place = models.CharField(max_length=255)
    access = models.TextField(blank=True, help_text="Way in, hearing loop, quiet room, support")
    how_to_join = models.TextField(blank=True, help_text="In person, by phone, by link")
    status = models.CharField(
        max_length=20, choices=MeetingStatus.choices, default=MeetingStatus.PLANNED
    )
    status_reason = models.TextField(
        blank=True, help_text="Why it was changed or cancelled: shown to everyone"
    )

    joint_with = ParentalManyToManyField(
        "boards.BoardPage",
        blank=True,
        related_name="joint_meetings",
        help_text="Boards that were asked to hold this meeting together, and said yes",
    )
    sequence = models.PositiveIntegerField(
        default=0, editable=False, help_text="How often time, place or state changed (RFC 5545)"
    )

    objects = PageManager.from_queryset(MeetingPageQuerySet)()

    # Its address follows from the meeting and never moves: nothing is asked about it.
    promote_panels: list[Any] = []
    content_panels = [
        FieldPanel("title", classname="title"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading="When"),
        FieldPanel("place"),
        FieldPanel("access"),
        FieldPanel("how_to_join"),
        MultiFieldPanel(
            [FieldPanel("status"), FieldPanel("status_reason")], heading="Changed or cancelled?"
        ),
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("place"),
        index.FilterField("starts_at"),
    ]

    class Meta:
        verbose_name = "meeting"
        constraints = [
            models.CheckConstraint(
                name="meeting_ends_after_start",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                violation_error_message="The meeting ends before it starts.",
            ),
            models.CheckConstraint(
                name="meeting_change_has_reason",
                condition=models.Q(status=MeetingStatus.PLANNED) | ~models.Q(status_reason=""),
                violation_error_message="Say why the meeting was changed or cancelled.",
            ),
            models.CheckConstraint(
                name="meeting_status_known",
                condition=models.Q(status__in=MeetingStatus.values),
                violation_error_message="Choose planned, changed or cancelled.",
            ),
        ]

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """A board that ended has no new meetings."""
        if getattr(parent.specific_deferred, "closed_on", None) is not None:
            return False
        return bool(super().can_create_at(parent))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Count each change of time, place or state, whoever makes it: calendars compare it."""
        before = type(self).objects.filter(pk=self.pk).only(*IN_CALENDARS, "sequence").first()
        if before is not None:
            changed = any(getattr(before, name) != getattr(self, name) for name in IN_CALENDARS)
            self.sequence = before.sequence + changed
        super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Which boards hold it together is never taken from a draft that was begun before."""
        page = super().with_content_json(content)
        page.joint_with = list(page.joint_with.model.objects.filter(joint_meetings=self.pk))
        return page

    def is_over(self, now: datetime) -> bool:
        return self.ends_at <= now

    @property
    def is_cancelled(self) -> bool:
        return bool(self.status == MeetingStatus.CANCELLED)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from boards import selectors

        context = super().get_context(request, *args, **kwargs)
        context["view"] = selectors.meeting_view(
            self, now=timezone.now(), reader=getattr(request, "user", None)
        )
        return context
