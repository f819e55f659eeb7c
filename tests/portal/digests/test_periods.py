"""No time is told twice, none is left out, and who has no seat any more gets no copy."""

from datetime import datetime, timedelta

import pytest

from boards.enums import ActionState
from boards.models import ActionPoint, Member, MinutesPage
from boards.services import report_progress
from portal.digests.compose import compose
from portal.digests.enums import SubscriberState
from portal.digests.models import DigestList, Subscriber
from portal.digests.services import freeze_edition, leave, plan_due_editions, subscribe_the_senate
from portal.digests.windows import LONDON
from portal.users.models import User
from tests.borough import FIRST_DAY


def at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 7, 0, tzinfo=LONDON)


@pytest.mark.parametrize(("until", "why"), [(at(3, 15), "by hand"), (at(1, 1), "long away")])
def test_an_edition_begins_where_the_last_one_ended(
    senate: DigestList, until: datetime, why: str
) -> None:
    freeze_edition(digest_list=senate, start=until - timedelta(days=5), end=until, now=until)
    (edition,) = plan_due_editions(now=at(4, 2))
    assert (edition.period_start, edition.period_end) == (until, at(4, 1)), why
    assert plan_due_editions(now=at(4, 3)) == []


def test_a_better_word_on_what_changed_is_told_once_only(
    minutes: MinutesPage, co_chair: User, now: datetime
) -> None:
    action = ActionPoint.objects.order_by("pk")[0]

    def finish(outcome: str, moment: datetime) -> None:
        report_progress(
            action=action,
            state=ActionState.DONE,
            note="",
            outcome=outcome,
            reported_by=co_chair,
            now=moment,
        )

    def told(moment: datetime) -> int:
        news = compose(start=moment - timedelta(days=1), end=moment + timedelta(days=1))
        return sum(len(board.finished) for board in news.boards)

    finish("They answered.", now)
    later = now + timedelta(days=40)
    finish("They answered: yes.", later)
    assert (told(now), told(later)) == (1, 0)


def test_whose_term_is_over_gets_the_digest_no_more_and_who_left_stays_away(
    senate: DigestList, minutes: MinutesPage
) -> None:
    by_hand = Subscriber.objects.create(list=senate, email="guest@example.org")
    subscribe_the_senate(digest_list=senate, today=FIRST_DAY)
    mo = Subscriber.objects.get(email="mo.carers@example.org")
    sy = Subscriber.objects.get(email="sy.carers@example.org")
    leave(subscriber=sy)
    Member.objects.filter(email=mo.email).update(until=FIRST_DAY - timedelta(days=1))
    subscribe_the_senate(digest_list=senate, today=FIRST_DAY)
    for subscriber, state in (
        (mo, SubscriberState.NO_SEAT),
        (sy, SubscriberState.LEFT),
        (by_hand, SubscriberState.CONFIRMED),
    ):
        subscriber.refresh_from_db()
        assert subscriber.state == state
    Member.objects.filter(email=mo.email).update(until=None)
    subscribe_the_senate(digest_list=senate, today=FIRST_DAY)
    mo.refresh_from_db()
    assert mo.state == SubscriberState.CONFIRMED
