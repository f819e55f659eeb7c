"""Reminders before the date, after it and by age: once each, to who can do something."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from boards.enums import ActionState
from boards.models import ActionPoint, BoardPage, Letter, MinutesPage
from boards.selectors.links import action_of_link
from boards.services import (
    recount_late_days,
    remind_owners,
    report_progress,
    set_owner_email,
)
from tests.borough import action_block, publish_again, restrict
from tests.services.kept import kept

OWNER = "bus.company@example.org"
SECRETARY = "sy.carers@example.org"
DUE = date(2026, 5, 1)


def morning(day: date, hour: int = 8) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day, hour))


def days(number: int) -> timedelta:
    return timedelta(days=number)


@kept
def action(minutes: MinutesPage) -> ActionPoint:
    """The only action of these minutes, due on 1 May."""
    publish_again(
        minutes, action_block("Write to the bus company", owner="Kit", due_on="2026-05-01")
    )
    return minutes.actions.get(is_withdrawn=False)


@pytest.fixture
def move(minutes: MinutesPage, action: ActionPoint) -> Callable[[str | None], None]:
    """Give the action another date."""

    def _move(day: str | None) -> None:
        block = action_block("Write to the bus company", owner="Kit", due_on=day)
        publish_again(minutes, block | {"id": str(action.block_id)})

    return _move


def written() -> list[tuple[str, str]]:
    return [
        (key.split(":")[2], to)
        for key, to in Letter.objects.order_by("pk").values_list("key", "to")
    ]


def test_the_owner_is_reminded_before_and_after_the_date_once_each(action: ActionPoint) -> None:
    set_owner_email(action=action, email=OWNER, now=timezone.now())
    for day in range(-10, 30):
        for hour in (8, 9, 19):
            remind_owners(now=morning(DUE + days(day), hour))
    assert written() == [("before", OWNER), ("after", OWNER)]
    before, after = Letter.objects.order_by("pk")
    assert before.written_at == morning(DUE - days(7))
    assert after.written_at == morning(DUE + days(1))
    assert before.words.startswith("Hello Kit,")
    assert "due on Friday 1 May 2026" in before.words
    token = before.link.split("/")[-2]
    assert action_of_link(token=token, now=before.written_at) == action


def test_a_reminder_leaves_earlier_links_alone(action: ActionPoint) -> None:
    set_owner_email(action=action, email=OWNER, now=timezone.now())
    remind_owners(now=morning(DUE - days(7)))
    remind_owners(now=morning(DUE + days(1)))
    now = morning(DUE + days(2))
    for letter in Letter.objects.all():
        assert action_of_link(token=letter.link.split("/")[-2], now=now) == action


def test_without_an_address_the_secretary_is_reminded(
    action: ActionPoint, carers_board: BoardPage
) -> None:
    remind_owners(now=morning(DUE - days(7)))
    carers_board.members.filter(role="secretary").update(email="")
    remind_owners(now=morning(DUE + days(1)))
    assert written() == [("before", SECRETARY), ("after", "carers@example.org")]
    for letter in Letter.objects.all():
        assert letter.link == action.get_absolute_url()
        assert "Kit" in letter.words


def test_where_nobody_can_be_reached_nothing_is_written(
    action: ActionPoint, carers_board: BoardPage
) -> None:
    carers_board.members.filter(role="secretary").delete()
    BoardPage.objects.filter(pk=carers_board.pk).update(contact_email="")
    assert remind_owners(now=morning(DUE - days(7))) == 0
    BoardPage.objects.filter(pk=carers_board.pk).update(contact_email="new@example.org")
    assert remind_owners(now=morning(DUE - days(6))) == 1


@pytest.mark.parametrize(("hour", "count"), [(0, 0), (7, 0), (8, 1), (19, 1), (20, 0), (23, 0)])
def test_nobody_is_written_to_at_night(action: ActionPoint, hour: int, count: int) -> None:
    summer = timezone.get_current_timezone()
    assert morning(DUE).astimezone(summer).utcoffset() == timedelta(hours=1)
    assert remind_owners(now=morning(DUE - days(7), hour)) == count


def test_another_date_brings_new_reminders(
    action: ActionPoint, move: Callable[[str | None], None]
) -> None:
    remind_owners(now=morning(DUE + days(1)))
    move("2026-06-01")
    assert remind_owners(now=morning(DUE + days(2))) == 0
    assert remind_owners(now=morning(date(2026, 5, 25))) == 1
    assert remind_owners(now=morning(date(2026, 6, 2))) == 1
    assert len(written()) == 3


@pytest.mark.parametrize(("late", "count"), [(1, 1), (14, 1), (15, 0), (400, 0)])
def test_what_is_long_late_when_it_comes_in_is_not_reminded_of(
    action: ActionPoint, late: int, count: int
) -> None:
    assert remind_owners(now=morning(DUE + days(late))) == count


def _finish(action: ActionPoint) -> None:
    report_progress(
        action=action,
        state=ActionState.DONE,
        note="",
        outcome="A bus.",
        reported_by=None,
        now=morning(DUE - days(8)),
    )


def _withdraw(action: ActionPoint) -> None:
    publish_again(action.minutes)


def _unpublish(action: ActionPoint) -> None:
    action.minutes.unpublish()


def _restrict(action: ActionPoint) -> None:
    restrict(action.minutes)


@pytest.mark.parametrize("change", [_finish, _withdraw, _unpublish, _restrict])
def test_only_what_is_open_and_public_is_reminded_of(
    action: ActionPoint, change: Callable[[ActionPoint], None]
) -> None:
    change(action)
    for day in (-7, 1):
        assert remind_owners(now=morning(DUE + days(day))) == 0


def test_what_is_late_by_age_is_told_to_the_secretary_once(
    action: ActionPoint, move: Callable[[str | None], None]
) -> None:
    set_owner_email(action=action, email=OWNER, now=timezone.now())
    move(None)
    action.refresh_from_db()
    assert action.late_from == action.agreed_on + days(121)
    assert remind_owners(now=morning(action.late_from - days(1))) == 0
    for day in range(20):
        remind_owners(now=morning(action.late_from + days(day)))
    assert written() == [("age", SECRETARY)]


def test_another_rule_of_the_board_moves_the_day_of_actions_without_a_date(
    action: ActionPoint, move: Callable[[str | None], None], carers_board: BoardPage
) -> None:
    carers_board.action_days = 30
    recount_late_days(board=carers_board)
    action.refresh_from_db()
    assert action.late_from == DUE + days(1)  # it has a date
    move(None)
    carers_board.refresh_from_db()
    carers_board.action_days = 30
    carers_board.save_revision().publish()
    action.refresh_from_db()
    assert action.late_from == action.agreed_on + days(31)
    assert recount_late_days(board=carers_board) == 0


def test_many_reminders_cost_no_query_more_when_they_are_written(
    minutes: MinutesPage, django_assert_num_queries: Any
) -> None:
    blocks = [action_block(f"Action {n}", due_on="2026-05-01") for n in range(20)]
    publish_again(minutes, *blocks)
    assert remind_owners(now=morning(DUE - days(7))) == 20
    with django_assert_num_queries(3):  # restricted pages, actions, letters
        assert remind_owners(now=morning(DUE - days(7), 9)) == 0
