"""What goes on between boards: visits, matters passed on, topics that several take up."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from boards.enums import MentionKind


class Visit(models.Model):
    """Someone of one board went to another and told what their board does, or the other way."""

    visitor = models.ForeignKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="visits_made"
    )
    visited = models.ForeignKey(
        "boards.BoardPage", on_delete=models.CASCADE, related_name="visits_received"
    )
    visited_on = models.DateField()
    words = models.TextField(max_length=2000, help_text="What was told, in plain words")
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="visit_to_another_board",
                condition=~models.Q(visitor=models.F("visited")),
                violation_error_message="A board visits another board.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visitor} at {self.visited}"


class PassedMatter(models.Model):
    """A matter that a board passes to another board, the senate or an outside body."""

    board = models.ForeignKey(
        "boards.BoardPage", on_delete=models.PROTECT, related_name="matters_passed"
    )
    to_board = models.ForeignKey(
        "boards.BoardPage",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="matters_received",
    )
    to_outside = models.CharField(max_length=160, blank=True, help_text="A body outside the portal")
    title = models.CharField(max_length=160)
    words = models.TextField(max_length=3000, help_text="What is asked, in plain words")
    agreed_at = models.ForeignKey(
        "boards.MeetingPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    passed_on = models.DateField()
    answer = models.TextField(blank=True, max_length=3000)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="matter_has_one_receiver",
                condition=models.Q(to_board__isnull=False, to_outside="")
                | (models.Q(to_board__isnull=True) & ~models.Q(to_outside="")),
                violation_error_message="Choose a board, or name a body outside: one of the two.",
            ),
            models.CheckConstraint(
                name="matter_goes_to_another_board",
                condition=models.Q(to_board__isnull=True) | ~models.Q(to_board=models.F("board")),
                violation_error_message="A matter goes to another board.",
            ),
            models.CheckConstraint(
                name="matter_answered_with_words",
                condition=models.Q(answer="", answered_on__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_on__isnull=False)),
                violation_error_message="An answer has words and a day.",
            ),
            models.CheckConstraint(
                name="matter_answered_after_it_was_passed",
                condition=models.Q(answered_on__isnull=True)
                | models.Q(answered_on__gte=models.F("passed_on")),
                violation_error_message="The answer is older than the matter.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("boards:matter", args=[self.pk])


class TopicMention(models.Model):
    """A topic that an item of a published agenda or of published minutes takes up."""

    topic = models.ForeignKey("taggit.Tag", on_delete=models.CASCADE, related_name="mentions")
    board = models.ForeignKey("boards.BoardPage", on_delete=models.CASCADE, related_name="mentions")
    meeting = models.ForeignKey(
        "boards.MeetingPage", on_delete=models.CASCADE, related_name="mentions"
    )
    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="topic_mentions"
    )
    kind = models.CharField(max_length=20, choices=MentionKind.choices)
    item_number = models.PositiveIntegerField()
    item_title = models.CharField(max_length=200)
    held_on = models.DateField(help_text="Day of the meeting")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page", "item_number", "topic"],
                name="topic_once_per_item",
                violation_error_message="The item has this topic already.",
            ),
            models.CheckConstraint(
                name="topic_mention_kind_known",
                condition=models.Q(kind__in=MentionKind.values),
                violation_error_message="Choose agenda or minutes.",
            ),
        ]
        indexes = [
            models.Index(fields=["topic", "held_on"], name="mention_of_topic"),
            models.Index(fields=["board", "held_on"], name="mention_of_board"),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.item_title}"
