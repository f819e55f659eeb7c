"""The digest's fixed words."""

from django.db.models import TextChoices


class Cadence(TextChoices):
    """How often a list goes out; always at 7 in the morning, London time."""

    WEEKLY = "weekly", "Every Monday"
    MONTHLY = "monthly", "On the first of the month"


class SubscriberState(TextChoices):
    CONFIRMED = "confirmed", "Gets the digest"
    LEFT = "left", "Has left"
    NO_SEAT = "no_seat", "Has no seat in the senate any more"


class EditionState(TextChoices):
    SENDING = "sending", "Being sent"
    DONE = "done", "Sent"
    EMPTY = "empty", "Nothing to say, not sent"


class DeliveryState(TextChoices):
    """One copy to one person.

    ``handing_over`` is written before the mail server is spoken to: a copy whose holder died in
    between ends as ``unknown`` and is never blindly sent again.
    """

    PENDING = "pending", "Waiting"
    CLAIMED = "claimed", "Taken, about to be sent"
    HANDING_OVER = "handing_over", "Being handed to the mail server"
    SENT = "sent", "Sent"
    FAILED = "failed", "Refused by the mail server"
    SUPPRESSED = "suppressed", "Not sent: the subscriber has left"
    UNKNOWN = "unknown", "Not known: a person has to look"


FINAL = (
    DeliveryState.SENT,
    DeliveryState.FAILED,
    DeliveryState.SUPPRESSED,
    DeliveryState.UNKNOWN,
)
