"""Action points, what became of them, and decisions: made from minutes when these are published."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from taggit.managers import TaggableManager
from taggit.models import TaggedItemBase
from wagtail.search import index

from boards.enums import FINISHED, UNFINISHED, ActionState
from easyread.fields import AddressField


class ActionPointQuerySet(models.QuerySet["ActionPoint"]):
    def unfinished(self) -> Self:
        return self.filter(state__in=UNFINISHED)

    def finished(self) -> Self:
        return self.filter(state__in=FINISHED)

    def overdue(self, *, on: date) -> Self:
        """Unfinished and late: by its date, or by age where no date was set."""
        return self.unfinished().filter(late_from__lte=on)

    def published(self) -> Self:
        """Of minutes that are public, also what these no longer hold."""
        return self.filter(minutes__live=True)

    def in_force(self) -> Self:
        """Not taken out of the minutes again, and the minutes are public."""
        return self.published().filter(is_withdrawn=False)

    def with_places(self) -> Self:
        """With what a list shows of board, meeting and minutes; no query a row."""
        with_pages = self.select_related("board", "meeting", "minutes")
        return with_pages.defer("minutes__items")


class ActionTopic(TaggedItemBase):
    content_object = models.ForeignKey(
        "boards.ActionPoint", on_delete=models.CASCADE, related_name="action_topics"
    )


class ActionPoint(index.Indexed, models.Model):
    """Who does what by when, agreed at a meeting; it ends with an outcome: what changed.

    ``block_id`` is the id of its block in the minutes: publishing the minutes again finds the
    same action by it. Text, owner and day follow the minutes; state, outcome and history are
    kept here and nowhere else.
    """

    block_id = models.UUIDField(editable=False)
    board = models.ForeignKey("boards.BoardPage", on_delete=models.PROTECT, related_name="actions")
    meeting = models.ForeignKey(
        "boards.MeetingPage", on_delete=models.PROTECT, related_name="actions"
    )
    minutes = models.ForeignKey(
        "boards.MinutesPage", on_delete=models.PROTECT, related_name="actions"
    )
    position = models.PositiveIntegerField(help_text="Place in the minutes, from 1")
    item_position = models.PositiveIntegerField(
        help_text="Place of its item in the minutes, from 1; not the number that the item keeps"
    )
    item_title = models.CharField(max_length=200)
    text = models.TextField()
    owner = models.CharField(max_length=160, blank=True)
    due_on = models.DateField(null=True, blank=True, db_index=True)
    due_words = models.CharField(max_length=80, blank=True)
    agreed_on = models.DateField(db_index=True)
    late_from = models.DateField(
        db_index=True,
        help_text="Late from this day on: the day after the date, or by age where there is none",
    )
    owner_email = AddressField(
        blank=True, help_text="Where the owner gets the link to report. Never shown to the public"
    )
    is_withdrawn = models.BooleanField(
        default=False, help_text="The text of the minutes no longer holds it"
    )
    state = models.CharField(
        max_length=20, choices=ActionState.choices, default=ActionState.OPEN, db_index=True
    )
    outcome = models.TextField(blank=True, help_text="What changed for people")
    closed_on = models.DateField(null=True, blank=True, db_index=True)
    topics = TaggableManager(through=ActionTopic, blank=True)

    objects = ActionPointQuerySet.as_manager()

    search_fields = [
        index.SearchField("text", boost=2),
        index.SearchField("outcome"),
        index.SearchField("owner"),
        index.FilterField("id"),
        index.FilterField("agreed_on"),
        index.FilterField("is_withdrawn"),
        index.FilterField("state"),
        index.RelatedFields("minutes", [index.FilterField("live"), index.FilterField("path")]),
    ]

    class Meta:
        permissions = [("report_progress", "Can report the progress of any board's action")]
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "block_id"],
                name="action_once_per_block",
                violation_error_message="This action is there already.",
            ),
            models.CheckConstraint(
                name="action_state_known",
                condition=models.Q(state__in=ActionState.values),
                violation_error_message="Choose how far the action is.",
            ),
            models.CheckConstraint(
                name="action_closed_says_what_changed",
                condition=models.Q(state__in=UNFINISHED, closed_on__isnull=True)
                | (models.Q(state__in=FINISHED, closed_on__isnull=False) & ~models.Q(outcome="")),
                violation_error_message="To close an action, say what changed.",
            ),
        ]
        indexes = [models.Index(fields=["board", "state", "due_on"], name="action_board_state")]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return reverse("boards:action", args=[self.pk])

    @property
    def is_finished(self) -> bool:
        return self.state in FINISHED

    def is_late(self, on: date) -> bool:
        return not self.is_finished and self.late_from <= on


class ActionUpdate(models.Model):
    """One line of an action's history. Lines are added, never changed."""

    action = models.ForeignKey(ActionPoint, on_delete=models.CASCADE, related_name="updates")
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by_owner = models.BooleanField(default=False, help_text="By the link in an e-mail")
    state = models.CharField(max_length=20, choices=ActionState.choices)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="action_update_state_known",
                condition=models.Q(state__in=ActionState.values),
                violation_error_message="Choose how far the action was.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} ({self.at:%Y-%m-%d})"


class Decision(models.Model):
    """What a board decided, kept by its block in the minutes."""

    block_id = models.UUIDField(editable=False)
    board = models.ForeignKey(
        "boards.BoardPage", on_delete=models.PROTECT, related_name="decisions"
    )
    minutes = models.ForeignKey(
        "boards.MinutesPage", on_delete=models.PROTECT, related_name="decisions"
    )
    position = models.PositiveIntegerField(help_text="Place in the minutes, from 1")
    item_title = models.CharField(max_length=200)
    text = models.TextField()
    is_withdrawn = models.BooleanField(default=False)
    added_at = models.DateTimeField(
        null=True, blank=True, help_text="When a correction added it; else it came with the minutes"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "block_id"],
                name="decision_once_per_block",
                violation_error_message="This decision is there already.",
            ),
        ]

    def __str__(self) -> str:
        return self.text
