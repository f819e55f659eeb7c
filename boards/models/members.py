"""Who sits on a board."""

from datetime import date

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from boards.enums import Chosen, Role


class MemberQuerySet(models.QuerySet["Member"]):
    def serving(self, *, on: date) -> "MemberQuerySet":
        """Whose term has begun and is not over on that day."""
        begun = models.Q(since__isnull=True) | models.Q(since__lte=on)
        return self.filter(begun, models.Q(until__isnull=True) | models.Q(until__gte=on))


class Member(Orderable):
    """A person's seat on a board. Name and role are public; how to reach the person is not."""

    board = ParentalKey("boards.BoardPage", on_delete=models.CASCADE, related_name="members")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.MEMBER)
    job = models.CharField(max_length=160, blank=True, help_text="Post or organisation, if any")
    speaks_for = models.CharField(max_length=160, blank=True, help_text="For which people")
    chosen = models.CharField(max_length=20, choices=Chosen.choices, blank=True)
    is_citizen = models.BooleanField(default=True, help_text="Not there as part of a paid job")
    email = models.EmailField(blank=True, help_text="Never shown to the public")
    since = models.DateField(null=True, blank=True, help_text="Term from")
    until = models.DateField(null=True, blank=True, help_text="Term until")

    objects = MemberQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("job"), FieldPanel("speaks_for")]),
        FieldRowPanel([FieldPanel("is_citizen"), FieldPanel("chosen")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("email"),
    ]

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="member_role_known",
                condition=models.Q(role__in=Role.values),
                violation_error_message="Choose what the person does on the board.",
            ),
            models.CheckConstraint(
                name="member_term_in_order",
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
                violation_error_message="The term ends before it begins.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
