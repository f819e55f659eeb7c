"""An action's history across meetings, and why it counts as late."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from boards.enums import ActionState
from boards.models import ActionPoint, BoardPage, MinutesPage
from boards.selectors import action_rows
from boards.selectors.history import history_of
from boards.services import report_progress
from tests.borough import make_meeting, restrict

BUSES, TIMETABLE = "Write to the bus company", "Bring the timetable"


def test_the_history_is_told_in_the_order_of_days(
    minutes: MinutesPage, carers_board: BoardPage, now: datetime
) -> None:
    for number in (20, 10, -10):
        make_meeting(carers_board, now - timedelta(days=number))
    make_meeting(carers_board, now - timedelta(days=15), status="cancelled", status_reason="Snow")
    action = minutes.actions.get(text=BUSES)
    report_progress(
        action=action,
        state=ActionState.IN_PROGRESS,
        note="Wrote.",
        outcome="",
        reported_by=None,
        now=now - timedelta(days=12),
    )
    report_progress(
        action=action,
        state=ActionState.DONE,
        note="",
        outcome="It is better.",
        reported_by=None,
        now=now - timedelta(days=5),
    )
    make_meeting(carers_board, now - timedelta(days=1))
    restrict(make_meeting(carers_board, now - timedelta(days=8)))
    action.refresh_from_db()
    steps = [((now.date() - step.day).days, step.kind) for step in history_of(action, now=now)]
    assert steps == [(30, "agreed"), (20, "carried"), (12, "said"), (10, "carried"), (5, "said")]


def test_a_long_history_costs_no_query_more(
    minutes: MinutesPage,
    carers_board: BoardPage,
    now: datetime,
    django_assert_max_num_queries: Any,
) -> None:
    action = ActionPoint.objects.with_places().get(text=BUSES)
    for number in range(1, 20):
        make_meeting(carers_board, now - timedelta(days=number))
    with django_assert_max_num_queries(4):
        assert len(history_of(action, now=now)) == 20


def test_late_by_age_is_said_in_words(minutes: MinutesPage, now: datetime) -> None:
    action = minutes.actions.get(text=TIMETABLE)
    with_date = minutes.actions.get(text=BUSES)
    today = action.agreed_on + timedelta(days=121)
    (young,) = action_rows([action], today=today - timedelta(days=1))
    old, dated = action_rows([action, with_date], today=today)
    assert (young.is_late, young.late_words) == (False, "")
    assert old.late_words == "Late: no date was set, and it is older than 120 days."
    assert (dated.is_late, dated.late_words) == (True, "")
    ActionPoint.objects.filter(pk=action.pk).update(late_from=date(2026, 1, 1))
    assert "no date was set" in Client().get(action.get_absolute_url()).content.decode()


@pytest.mark.parametrize("query", ["", "?board=carers", "?board=nonsense", "?page=999", "?page=x"])
def test_what_was_done_stands_beside_what_was_said(
    minutes: MinutesPage, now: datetime, query: str
) -> None:
    action = minutes.actions.get(text=BUSES)
    empty = Client().get(f"/you-said-we-did/{query}").content.decode()
    assert "finished" in empty
    report_progress(
        action=action,
        state=ActionState.DONE,
        note="",
        outcome="A bus at <nine>.",
        reported_by=None,
        now=now,
    )
    page = Client().get(f"/you-said-we-did/{query}").content.decode()
    assert "A bus at &lt;nine&gt;." in page
    assert "Buses in the evening" in page
    assert TIMETABLE not in page


def test_what_was_done_by_another_board_or_out_of_sight_is_not_shown(
    minutes: MinutesPage, autism_board: BoardPage, now: datetime
) -> None:
    report_progress(
        action=minutes.actions.get(text=BUSES),
        state=ActionState.DONE,
        note="",
        outcome="A bus at nine.",
        reported_by=None,
        now=now,
    )
    assert "A bus at nine." in Client().get("/you-said-we-did/").content.decode()
    other = Client().get("/you-said-we-did/?board=autism").content.decode()
    assert "A bus at nine." not in other
    restrict(minutes)
    assert "A bus at nine." not in Client().get("/you-said-we-did/").content.decode()
