"""One person, one row on a list, however the address is written: who left stays out."""

import sys
from datetime import datetime
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.models.functions import Upper
from django.test import Client
from django.utils import timezone

from boards.models import BoardPage, Member
from portal.digests.enums import DeliveryState, SubscriberState
from portal.digests.models import Delivery, DigestList, Edition, Subscriber
from portal.digests.services import follow_the_senate

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
        follow_the_senate(digest_list=senate, today=timezone.localdate(now))
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


def test_an_update_makes_one_row_of_what_was_written_in_several_ways(
    senate: DigestList, edition: Edition, now: datetime
) -> None:
    loader = MigrationLoader(None)
    name = next(one for one in loader.disk_migrations if one[1].endswith("however_written"))
    merge = vars(sys.modules[loader.disk_migrations[name].__module__])["merge_subscribers"]
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX subscriber_once_per_list")

        def write(email: str, state: str, *, has_seat: bool = True, name: str = "") -> Subscriber:
            row = Subscriber(list=senate, email=email, state=state, has_seat=has_seat, name=name)
            row.save()
            cursor.execute(
                "UPDATE digests_subscriber SET email = %s WHERE id = %s", [email, row.pk]
            )
            return row

        other, kept = write("Al@Example.org", LEFT), write("al@example.org", CONFIRMED, name="Al")
        Delivery.objects.create(edition=edition, subscriber=other, next_at=now, state="sent")
        Delivery.objects.create(edition=edition, subscriber=kept, next_at=now)
        by_hand = write("BO@example.org", CONFIRMED, has_seat=False)
        write("bo@Example.org", NO_SEAT)
        alone = write("CY@example.org", LEFT)
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        for _ in range(2):
            merge(apps, editor)
    rows = {row.email: row for row in Subscriber.objects.exclude(deliveries__state="pending")}
    assert set(rows) == {"al@example.org", "bo@example.org", "cy@example.org"}
    assert (rows["al@example.org"].token, rows["al@example.org"].state) == (kept.token, LEFT)
    assert rows["al@example.org"].name == "Al"
    assert Delivery.objects.get(subscriber=kept).state == DeliveryState.SENT
    assert (rows["bo@example.org"].state, rows["bo@example.org"].has_seat) == (CONFIRMED, False)
    assert rows["cy@example.org"].pk == alone.pk
    assert by_hand.pk
