"""Who sits on a board."""

from datetime import date

from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from boards.enums import Chosen, Role
from easyread.fields import AddressField

# As an editor put them; those without a place of their own come last, whatever the database.
BY_PLACE = models.F("sort_order").asc(nulls_last=True)


class MemberQuerySet(models.QuerySet["Member"]):
    def serving(self, *, on: date) -> "MemberQuerySet":
        """Whose term has begun and is not over on that day."""
        begun = models.Q(since__isnull=True) | models.Q(since__lte=on)
        return self.filter(begun, models.Q(until__isnull=True) | models.Q(until__gte=on))


class Member(Orderable):
    """A person's seat on a board. Name and role are public; how to reach the
    person is so only where that was ticked."""

    board = ParentalKey("boards.BoardPage", on_delete=models.CASCADE, related_name="members")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.MEMBER)
    job = models.CharField(max_length=160, blank=True, help_text="Post or organisation, if any")
    speaks_for = models.CharField(max_length=160, blank=True, help_text="For which people")
    chosen = models.CharField(max_length=20, choices=Chosen.choices, blank=True)
    is_citizen = models.BooleanField(default=True, help_text="Not there as part of a paid job")
    is_liaison = models.BooleanField(
        "liaison officer", default=False, help_text="Speaks for the board with the council"
    )
    email = AddressField(blank=True, help_text="Only public if you tick it")
    show_email = models.BooleanField("everyone may see the e-mail address", default=False)
    phone = models.CharField(max_length=40, blank=True, help_text="Only public if you tick it")
    show_phone = models.BooleanField("everyone may see the phone number", default=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="seats",
        help_text="With an account, a member can read this board's restricted papers",
    )
    since = models.DateField(null=True, blank=True, help_text="Term from")
    until = models.DateField(null=True, blank=True, help_text="Term until")

    objects = MemberQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("job"), FieldPanel("speaks_for")]),
        FieldRowPanel([FieldPanel("is_citizen"), FieldPanel("chosen")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("is_liaison"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("show_email")]),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("show_phone")]),
        FieldPanel("account", permission="users.change_user"),
    ]

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="member_role_known",
                condition=models.Q(role__in=Role.values),
                violation_error_message="Choose what the person does on the board.",
            ),
            models.CheckConstraint(
                name="member_chosen_known",
                condition=models.Q(chosen__in=["", *Chosen.values]),
                violation_error_message="Choose how the person came to the seat.",
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

    @property
    def public_email(self) -> str:
        """The address where everyone may see it, otherwise nothing."""
        return self.email if self.show_email else ""

    @property
    def public_phone(self) -> str:
        """The number where everyone may see it, otherwise nothing."""
        return self.phone if self.show_phone else ""

    def serves(self, *, on: date) -> bool:
        """The rule of `MemberQuerySet.serving` for one that is at hand."""
        begun = self.since is None or self.since <= on
        return begun and (self.until is None or self.until >= on)
