"""Planning and freezing editions, and who gets them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from boards.models import BoardPage, Member, MinutesPage
from portal.digests.emails import EditionMail
from portal.digests.enums import EditionState, SubscriberState
from portal.digests.events import edition_frozen
from portal.digests.models import Delivery, DigestList, Edition, Subscriber
from portal.digests.services import (
    EditionsWouldOverlap,
    freeze_edition,
    leave,
    plan_due_editions,
    subscribe_the_senate,
)
from portal.digests.windows import LONDON
from tests.borough import FIRST_DAY, publish_again, restrict, text_block

Capture = Callable[..., AbstractContextManager[list[Callable[[], object]]]]
APRIL = datetime(2026, 4, 1, 7, 0, tzinfo=LONDON)


def test_nothing_to_say_makes_an_empty_edition_that_goes_to_nobody(
    senate: DigestList, carers_board: BoardPage, start: datetime, end: datetime, now: datetime
) -> None:
    edition = freeze_edition(digest_list=senate, start=start, end=end, now=now)
    assert edition.state == EditionState.EMPTY
    assert not Delivery.objects.exists()
    assert not Subscriber.objects.exists()


def test_a_frozen_edition_waits_for_each_reader(edition: Edition, now: datetime) -> None:
    assert edition.state == EditionState.SENDING
    deliveries = edition.deliveries.order_by("pk")
    assert [each.subscriber.email for each in deliveries] == [
        "mo.carers@example.org",
        "sy.carers@example.org",
    ]
    assert {each.state for each in deliveries} == {"pending"}
    assert {each.next_at for each in deliveries} == {now}


def test_frozen_words_do_not_change_when_the_boards_do(
    edition: Edition, in_window: MinutesPage, carers_board: BoardPage
) -> None:
    before = EditionMail(Edition.objects.get()).text
    assert "Ask for a later bus." in before
    publish_again(in_window, text_block("All was a mistake."))
    carers_board.title = "Another name"
    carers_board.save_revision().publish()
    in_window.unpublish()
    assert EditionMail(Edition.objects.get()).text == before


@pytest.mark.parametrize(
    ("from_start", "from_end"), [(0, 0), (-1, -1), (1, 1), (1, -1), (-1, 1), (5, 1)]
)
def test_editions_never_overlap(
    edition: Edition,
    senate: DigestList,
    start: datetime,
    end: datetime,
    now: datetime,
    from_start: int,
    from_end: int,
) -> None:
    window = start + timedelta(days=from_start), end + timedelta(days=from_end)
    with pytest.raises(EditionsWouldOverlap, match="covers part of this time already"):
        freeze_edition(digest_list=senate, start=window[0], end=window[1], now=now)
    assert Edition.objects.count() == 1


def test_editions_may_touch_and_lists_do_not_hinder_each_other(
    edition: Edition, senate: DigestList, start: datetime, end: datetime, now: datetime
) -> None:
    freeze_edition(digest_list=senate, start=end, end=end + timedelta(days=1), now=now)
    freeze_edition(digest_list=senate, start=start - timedelta(days=1), end=start, now=now)
    other = DigestList.objects.create(slug="champions", name="Champions")
    freeze_edition(digest_list=other, start=start, end=end, now=now)
    assert Edition.objects.count() == 4


def test_each_due_edition_is_planned_once(senate: DigestList, now: datetime) -> None:
    weekly = DigestList.objects.create(slug="weekly", name="Weekly", cadence="weekly")
    planned = plan_due_editions(now=now)
    assert {(each.list, each.period_end) for each in planned} == {
        (senate, APRIL),
        (weekly, datetime(2026, 4, 13, 7, 0, tzinfo=LONDON)),
    }
    assert plan_due_editions(now=now) == []
    assert plan_due_editions(now=now + timedelta(minutes=1)) == []
    later = plan_due_editions(now=now + timedelta(days=15))
    assert {each.list for each in later} == {senate, weekly}
    assert Edition.objects.count() == 4


def test_a_beat_that_comes_second_makes_no_second_edition(
    senate: DigestList, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both beats have looked and found nothing before either of them writes."""
    first = plan_due_editions(now=now)
    nothing = Edition.objects.none()
    with monkeypatch.context() as blind:
        blind.setattr(Edition.objects, "filter", lambda **asked: nothing)
        assert plan_due_editions(now=now) == []
        with pytest.raises(IntegrityError), transaction.atomic():
            freeze_edition(digest_list=senate, start=first[0].period_start, end=APRIL, now=now)
    assert list(Edition.objects.all()) == first


def test_the_readers_follow_the_seats_of_the_senate(
    senate: DigestList, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    Member.objects.create(board=carers_board, name="Al", role="member", email="al@example.org")
    subscribe_the_senate(digest_list=senate, today=FIRST_DAY)
    assert sorted(Subscriber.objects.values_list("email", flat=True)) == [
        "mo.autism@example.org",
        "mo.carers@example.org",
        "sy.autism@example.org",
        "sy.carers@example.org",
    ]


def test_one_person_with_two_seats_gets_one_copy(
    senate: DigestList, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    Member.objects.filter(name="Mo Vale").update(email="Mo@Example.org")
    Member.objects.filter(name="Sy Reed", board=autism_board).update(email="MO@example.ORG")
    subscribe_the_senate(digest_list=senate, today=FIRST_DAY)
    subscribe_the_senate(digest_list=senate, today=FIRST_DAY)
    assert sorted(Subscriber.objects.values_list("email", flat=True)) == [
        "mo@example.org",
        "sy.carers@example.org",
    ]


def test_who_has_left_stays_away_though_the_seat_remains(
    edition: Edition, senate: DigestList, end: datetime, now: datetime
) -> None:
    leave(subscriber=Subscriber.objects.get(email="mo.carers@example.org"))
    MinutesPage.objects.update(first_published_at=end)
    following = freeze_edition(digest_list=senate, start=end, end=end + timedelta(days=1), now=now)
    assert [each.subscriber.email for each in following.deliveries.all()] == [
        "sy.carers@example.org"
    ]
    assert Subscriber.objects.filter(state=SubscriberState.LEFT).count() == 1


def test_the_seats_of_boards_that_are_not_public_get_nothing(
    senate: DigestList, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    restrict(autism_board)
    subscribe_the_senate(digest_list=senate, today=FIRST_DAY)
    assert not Subscriber.objects.filter(email__contains="autism").exists()
    assert Subscriber.objects.filter(email__contains="carers").count() == 2


def test_a_list_that_does_not_follow_the_senate_goes_to_its_own_readers(
    in_window: MinutesPage, start: datetime, end: datetime, now: datetime
) -> None:
    own = DigestList.objects.create(slug="own", name="Own")
    reader = Subscriber.objects.create(list=own, email="kit@example.org")
    edition = freeze_edition(digest_list=own, start=start, end=end, now=now)
    assert [each.subscriber for each in edition.deliveries.all()] == [reader]


def test_that_an_edition_is_frozen_is_told_after_the_commit_and_only_if_it_has_news(
    senate: DigestList,
    in_window: MinutesPage,
    start: datetime,
    end: datetime,
    now: datetime,
    django_capture_on_commit_callbacks: Capture,
) -> None:
    told: list[int] = []

    def listen(sender: None, edition_id: int, **kwargs: Any) -> None:
        told.append(edition_id)

    edition_frozen.connect(listen)
    try:
        with django_capture_on_commit_callbacks(execute=False) as waiting:
            edition = freeze_edition(digest_list=senate, start=start, end=end, now=now)
            empty = freeze_edition(
                digest_list=senate, start=end, end=end + timedelta(days=1), now=now
            )
        assert told == []
        for callback in waiting:
            callback()
    finally:
        edition_frozen.disconnect(listen)
    assert told == [edition.pk]
    assert empty.state == EditionState.EMPTY
