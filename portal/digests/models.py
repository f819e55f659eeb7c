"""Lists, their subscribers, editions, and one delivery for each edition and subscriber."""

import uuid

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from boards.models.outgoing import SENT_SAYS_WHEN, Outgoing
from easyread.fields import AddressField
from easyread.reach import ReachCheckedForm
from portal.digests.enums import Cadence, DeliveryState, EditionState, SubscriberState


class DigestList(models.Model):
    """A regular e-mail. The senate's goes to the co-chairs and the secretary of every board."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    cadence = models.CharField(max_length=20, choices=Cadence.choices, default=Cadence.MONTHLY)
    follows_the_senate = models.BooleanField(
        default=False,
        help_text="Everyone with a seat in the senate gets it: co-chairs and secretaries",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="digest_cadence_known",
                condition=models.Q(cadence__in=Cadence.values),
                violation_error_message="Choose how often it goes out.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Subscriber(models.Model):
    """A person who gets a list. The token is the way out: one click, no account."""

    list = models.ForeignKey(DigestList, on_delete=models.CASCADE, related_name="subscribers")
    email = AddressField()
    name = models.CharField(max_length=120, blank=True)
    state = models.CharField(
        max_length=20, choices=SubscriberState.choices, default=SubscriberState.CONFIRMED
    )
    has_seat = models.BooleanField(
        default=False, editable=False, help_text="Gets the list for a seat in the senate"
    )
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    base_form_class = ReachCheckedForm

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "list",
                Lower("email"),
                name="subscriber_once_per_list",
                violation_error_message="This address gets the list already.",
            ),
            models.CheckConstraint(
                name="subscriber_state_known",
                condition=models.Q(state__in=SubscriberState.values),
                violation_error_message="Choose whether the person gets the list.",
            ),
        ]

    def __str__(self) -> str:
        return self.name or "A subscriber"


class Edition(models.Model):
    """One issue of a list over ``[period_start, period_end)``; its content never changes."""

    list = models.ForeignKey(DigestList, on_delete=models.PROTECT, related_name="editions")
    period_start = models.DateTimeField()
    period_end = models.DateTimeField()
    state = models.CharField(max_length=20, choices=EditionState.choices)
    content = models.JSONField()
    frozen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["list", "period_start"],
                name="edition_once_per_period",
                violation_error_message="There is an edition for this time already.",
            ),
            models.CheckConstraint(
                name="edition_period_in_order",
                condition=models.Q(period_end__gt=models.F("period_start")),
                violation_error_message="The edition ends before it begins.",
            ),
            models.CheckConstraint(
                name="edition_state_known",
                condition=models.Q(state__in=EditionState.values),
                violation_error_message="Choose how far the edition is.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.list} until {self.period_end:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("digests:edition", args=[self.list.slug, self.pk])


class Delivery(Outgoing):
    """One copy of an edition to one subscriber; the database allows no second."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="deliveries")
    state = models.CharField(
        max_length=20, choices=DeliveryState.choices, default=DeliveryState.PENDING
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "subscriber"],
                name="delivery_once_per_edition_and_subscriber",
                violation_error_message="This person has a copy already.",
            ),
            models.CheckConstraint(
                name="delivery_state_known",
                condition=models.Q(state__in=DeliveryState.values),
                violation_error_message="Choose how far the copy is.",
            ),
            models.CheckConstraint(
                name="delivery_sent_says_when",
                condition=SENT_SAYS_WHEN,
                violation_error_message="A copy that was sent says when, and no other does.",
            ),
        ]
        indexes = [models.Index(fields=["state", "next_at"], name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.edition} to {self.subscriber}: {self.get_state_display()}"

    @property
    def message_id(self) -> str:
        """The same for every try, so that a mail server's log can answer what became of it.

        Every answer and every log on the way carries it: the way out cannot be read from it.
        """
        unlike_others = uuid.uuid5(self.subscriber.token, f"edition {self.edition_id}")
        return f"<edition-{self.edition_id}-{unlike_others}@partnership-portal>"


class Heartbeat(models.Model):
    """When a regular task was last done, or first awaited: its age says whether it lives."""

    name = models.CharField(max_length=40, unique=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.name} at {self.at:%Y-%m-%d %H:%M:%S}"
