"""One person, one row on a list, however the address is written: who left stays out."""

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction
from django.db.models.functions import Upper
from django.test import Client
from django.utils import timezone

from boards.models import BoardPage, Member
from portal.digests.enums import SubscriberState
from portal.digests.models import DigestList, Subscriber
from portal.digests.services import subscribe_the_senate

LEFT, CONFIRMED, NO_SEAT = SubscriberState.LEFT, SubscriberState.CONFIRMED, SubscriberState.NO_SEAT


@pytest.mark.parametrize(
    ("subscribed", "seat"),
    [
        ("Mo.Vale@Example.ORG", "mo.vale@example.org"),
        ("mo.vale@example.org", "MO.VALE@example.org"),
        ("mo@xn--bcher-kva.example", "mo@Bücher.example"),
    ],
)
def test_who_left_stays_out_whatever_letters_are_used(
    client: Client,
    senate: DigestList,
    carers_board: BoardPage,
    now: datetime,
    subscribed: str,
    seat: str,
) -> None:
    subscriber = Subscriber.objects.create(list=senate, email=subscribed)
    client.post(f"/digests/leave/{subscriber.token}/")
    Member.objects.filter(board=carers_board, name="Mo Vale").update(email=seat)
    for _ in range(2):
        subscribe_the_senate(digest_list=senate, today=timezone.localdate(now))
    assert [row.state for row in Subscriber.objects.filter(email=seat)] == [LEFT]
    assert senate.subscribers.filter(state=CONFIRMED).count() == 1  # the secretary
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscriber.objects.create(list=senate, email=seat)


def test_the_database_itself_lets_nobody_in_twice(
    senate: DigestList, subscriber: Subscriber
) -> None:
    Subscriber.objects.update(email=Upper("email"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscriber.objects.create(list=senate, email=subscriber.email)
