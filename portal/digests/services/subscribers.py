"""The senate's list, who gets it, and the way out."""

from datetime import date

from django.db import transaction

from boards.selectors.senate import people_of_the_senate
from easyread.addresses import one_form
from portal.digests.enums import Cadence, SubscriberState
from portal.digests.models import DigestList, Subscriber


def make_senate_digest() -> DigestList:
    """The list that every portal has; again does no harm."""
    found, _ = DigestList.objects.get_or_create(
        slug="senate",
        defaults={
            "name": "Senate digest",
            "cadence": Cadence.MONTHLY,
            "follows_the_senate": True,
        },
    )
    return found


@transaction.atomic
def subscribe_the_senate(*, digest_list: DigestList, today: date) -> None:
    """Subscribe everyone with a seat in the senate who has an address and has not left.

    The seats follow from the boards, for their term; co-chairs share one, and both get the list.
    Whose seat is over gets the list no more; who was put on it by hand stays.
    """
    seats = people_of_the_senate(on=today)
    names = {
        one_form(member.email): member.name for member in seats.exclude(email="").order_by("-pk")
    }
    Subscriber.objects.bulk_create(
        (
            Subscriber(list=digest_list, email=email, name=name, has_seat=True)
            for email, name in sorted(names.items())
        ),
        ignore_conflicts=True,
    )
    from_seats = digest_list.subscribers.filter(has_seat=True)
    from_seats.filter(state=SubscriberState.CONFIRMED).exclude(email__in=names).update(
        state=SubscriberState.NO_SEAT
    )
    from_seats.filter(state=SubscriberState.NO_SEAT, email__in=names).update(
        state=SubscriberState.CONFIRMED
    )


def leave(*, subscriber: Subscriber) -> None:
    """One click, for good; doing it twice does no harm."""
    Subscriber.objects.filter(pk=subscriber.pk).update(state=SubscriberState.LEFT)
