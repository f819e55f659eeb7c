"""What could not be published when its day came."""

from django.db import models


class ScheduledProblem(models.Model):
    """A page whose day came, and that could not be published or taken down; tried again until it
    can, or until nobody wants it any more."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="scheduled_problem"
    )
    words = models.TextField(help_text="Why, for the people of its board")
    since = models.DateTimeField(help_text="When it was tried first")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="scheduled_problem_says_why",
                condition=~models.Q(words=""),
                violation_error_message="Say why it could not be published.",
            ),
        ]

    def __str__(self) -> str:
        return self.words
