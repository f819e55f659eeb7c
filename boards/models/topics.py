"""Topics that several boards take up."""

from django.db import models

from boards.enums import MentionKind


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
