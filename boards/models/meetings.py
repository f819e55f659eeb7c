"""Meetings."""

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.search import index

from boards.enums import MeetingStatus
from boards.models.boards import BoardPage
from boards.models.meeting_querysets import MeetingPageQuerySet
from boards.page_form import BoardsPageForm
from boards.rules.dates import begins, days, last_day, short_date, short_days, times
from easyread.models import ContentPage
from easyread.tree import path_above

DAY_AND_PLACE = ("starts_at", "ends_at", "place")
IN_CALENDARS = (*DAY_AND_PLACE, "status")
MOVED = "This meeting changed after it was first told. Check the day, the time and the place."
SAY_WHY_MOVED = (
    "Everyone could read another day, time or place. Choose “Changed” and say why it is "
    "different now."
)


def same_words(one: str, other: str) -> bool:
    """Whether both say the same; capitals, spaces and line ends aside."""
    return one.casefold().split() == other.casefold().split()


class MeetingPage(ContentPage):
    """One meeting of a board."""

    parent_page_types = ["boards.BoardPage"]
    subpage_types = ["boards.AgendaPage", "boards.MinutesPage"]
    page_description = "A meeting: when, where, how to take part."
    template = "boards/meeting_page.html"

    starts_at = models.DateTimeField("starts", db_index=True)
    ends_at = models.DateTimeField("ends", db_index=True)
    place = models.CharField(max_length=255)
    access = models.TextField(
        blank=True, help_text="At this place: way in, hearing loop, quiet room, support"
    )
    access_said_for = models.CharField(
        max_length=255, blank=True, editable=False, help_text="The place that the words are about"
    )
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
    day_in_title = models.CharField(
        max_length=60, blank=True, editable=False, help_text="With which its title ends, if any"
    )
    sequence = models.PositiveIntegerField(
        default=0, editable=False, help_text="How often time, place or state changed (RFC 5545)"
    )
    changed_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When time, place or state last changed"
    )

    objects: ClassVar[MeetingPageQuerySet] = PageManager.from_queryset(MeetingPageQuerySet)()
    base_form_class = BoardsPageForm  # until `boards.apps` is ready

    # Its address follows from the meeting and never moves: nothing is asked about it.
    promote_panels: list[Any] = []
    content_panels = [
        FieldPanel("title", classname="title"),
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading="When"),
        FieldPanel("place"),
        FieldPanel("access"),
        FieldPanel("access_holds"),
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
        """Count each change of time, place or state, whoever makes it: calendars compare it.

        What everyone could read is not moved without the state “changed” and a new reason.
        """
        before = type(self).objects.filter(pk=self.pk).first() if self.pk else None
        fields = kwargs.get("update_fields")
        if fields is None or set(fields) & {*IN_CALENDARS, "access"}:
            if before is not None and self.moved_without_reason(before, now=self.last_published_at):
                raise ValidationError(SAY_WHY_MOVED)
            self._keep_count(before)
            self.access_said_for = self.place_of_access(before, self._board())
        if fields is None or "title" in fields:
            self.day_in_title = self._day_in_title()
        super().save(*args, **kwargs)

    def _day_in_title(self) -> str:
        """The words with which the title ends: of its day now, or of the one before it was moved;
        of a title that somebody chose without them nothing."""
        ends = (short_days(self.starts_at, self.ends_at), short_date(self.starts_at))
        known = (*ends, self.day_in_title)
        return next((day for day in known if day and self.title.endswith(f", {day}")), "")

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """Which boards hold it together, and which day stands in its title, is never taken from a
        draft that was begun before."""
        page = super().with_content_json(content)
        page.day_in_title = self.day_in_title
        page.joint_with = list(page.joint_with.model.objects.filter(joint_meetings=self.pk))
        return page

    def moved_without_reason(self, before: "MeetingPage", *, now: datetime | None) -> bool:
        """Whether this page, public as ``before``, is at another place or time and nobody says
        why this time. One that is cancelled says that instead; one that was over at ``now`` and
        still is was not moved but put right."""
        moved = any(getattr(before, name) != getattr(self, name) for name in DAY_AND_PLACE)
        if not (before.live and moved) or self.is_cancelled:
            return False
        if now is not None and before.is_over(now) and self.is_over(now):
            return False
        told_again = same_words(self.status_reason, before.status_reason)
        return self.status == MeetingStatus.PLANNED or told_again

    def _keep_count(self, before: "MeetingPage | None") -> None:
        if before is None:
            return
        changed = any(getattr(before, name) != getattr(self, name) for name in IN_CALENDARS)
        self.sequence = before.sequence + changed
        self.changed_at = self.last_published_at if changed else before.changed_at

    def place_of_access(self, before: "MeetingPage | None", board: BoardPage | None) -> str:
        """The place that the words on access are about. They do not move with the meeting, and
        the board's usual words are about its usual place, until a person says otherwise."""
        if same_words(self.access_said_for, self.place):
            return self.place
        if before is not None and before.live and same_words(before.access, self.access):
            return str(before.access_said_for)
        if board is not None and board.place and same_words(board.access, self.access):
            return board.place
        return self.place

    def _board(self) -> BoardPage | None:
        above = BoardPage.objects.filter(path=path_above(self.path))
        return above.only("place", "access").first()

    @property
    def access_here(self) -> str:
        """The words on access, if they were said for the place where the meeting now is."""
        return self.access if same_words(self.access_said_for, self.place) else ""

    def why_it_cannot_approve(self, meeting: "MeetingPage", *, now: datetime | None) -> str:
        """What speaks against its having approved the minutes of ``meeting``; "" if nothing.

        Without ``now`` it is not asked whether it has begun.
        """
        partners = {board.path for board in self.joint_with.all()}
        if path_above(meeting.path) not in {path_above(self.path), *partners}:
            return "Another board's meeting cannot approve these minutes."
        if self.starts_at <= meeting.starts_at:
            return "Only a later meeting can approve these minutes."
        if self.is_cancelled:
            return "This meeting was cancelled: it approved nothing."
        if not self.live:
            return "This meeting is not public."
        if now is not None and self.starts_at > now:
            return "This meeting has not begun yet."
        return ""

    @property
    def is_changed(self) -> bool:
        """Whether it is not as it was first told: its state says so, or only the count does."""
        return bool(
            self.status == MeetingStatus.CHANGED or (self.sequence and not self.is_cancelled)
        )

    @property
    def change_words(self) -> str:
        """Why it was changed or cancelled; of one that is as planned nothing."""
        if self.status != MeetingStatus.PLANNED:
            return str(self.status_reason)
        return MOVED if self.is_changed else ""

    @property
    def days(self) -> str:
        """Thursday 12 March 2026; of several days the first and the last."""
        return days(self.starts_at, self.ends_at)

    @property
    def begins(self) -> str:
        """Thursday 12 March 2026, 2pm: for lists; of several days the first and the last."""
        return begins(self.starts_at, self.ends_at)

    @property
    def last_day(self) -> date:
        return last_day(self.starts_at, self.ends_at)

    @property
    def is_of_several_days(self) -> bool:
        return timezone.localdate(self.starts_at) != self.last_day

    @property
    def times(self) -> str:
        """2pm to 4pm."""
        return times(self.starts_at, self.ends_at)

    @property
    def when(self) -> str:
        """Thursday 12 March 2026, 2pm to 4pm."""
        return f"{self.days}, {self.times}"

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
