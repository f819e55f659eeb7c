"""Who gets a list, and the way out."""

from django.db import transaction

from boards.enums import Role
from boards.models import BoardPage, Member
from boards.permissions import public_pages
from portal.digests.enums import SubscriberState
from portal.digests.models import DigestList, Subscriber

SENATE_ROLES = (Role.CO_CHAIR_OFFICER, Role.CO_CHAIR_CITIZEN, Role.SECRETARY)


@transaction.atomic
def follow_the_senate(*, digest_list: DigestList) -> None:
    """Subscribe everyone with a seat in the senate who has an address and has not left.

    The seats follow from the boards: the two co-chairs and the secretary of each.
    """
    boards = public_pages(BoardPage.objects).values("pk")
    seats = Member.objects.filter(board__in=boards, role__in=SENATE_ROLES).exclude(email="")
    Subscriber.objects.bulk_create(
        (
            Subscriber(list=digest_list, email=member.email.lower(), name=member.name)
            for member in seats.order_by("pk")
        ),
        ignore_conflicts=True,
    )


def leave(*, subscriber: Subscriber) -> None:
    """One click, for good; doing it twice does no harm."""
    Subscriber.objects.filter(pk=subscriber.pk).update(state=SubscriberState.LEFT)
