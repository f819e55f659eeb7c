"""Following an action point up: what closing asks for, and a history that only grows."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from boards.enums import ActionState
from boards.models import ActionPoint, ActionUpdate, MinutesPage
from boards.services import ClosingNeedsOutcome, report_progress
from portal.users.models import User
from tests.borough import FIRST_DAY, TIMETABLE
from tests.services.kept import kept

Capture = Callable[..., AbstractContextManager[list[Callable[[], object]]]]


@kept
def action(minutes: MinutesPage) -> ActionPoint:
    return ActionPoint.objects.get(minutes=minutes, text=TIMETABLE)


def report(
    action: ActionPoint, state: ActionState, now: datetime, *, outcome: str = "", note: str = ""
) -> ActionUpdate:
    return report_progress(
        action=action, state=state, note=note, outcome=outcome, reported_by=None, now=now
    )


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED])
@pytest.mark.parametrize("outcome", ["", "   \n"])
def test_closing_asks_what_changed(
    action: ActionPoint, now: datetime, state: ActionState, outcome: str
) -> None:
    with pytest.raises(ClosingNeedsOutcome, match="Say what changed"):
        report(action, state, now, outcome=outcome)
    action.refresh_from_db()
    assert action.state == ActionState.OPEN
    assert not action.updates.exists()
    report(action, state, now, outcome="Everyone has the timetable.")
    action.refresh_from_db()
    assert (action.state, action.outcome) == (state, "Everyone has the timetable.")
    assert action.closed_on == FIRST_DAY


def test_an_open_action_keeps_no_outcome(action: ActionPoint, now: datetime) -> None:
    report(action, ActionState.IN_PROGRESS, now, outcome="Not yet", note="Asked the driver.")
    action.refresh_from_db()
    assert (action.state, action.outcome, action.closed_on) == (ActionState.IN_PROGRESS, "", None)
    assert action.updates.get().note == "Asked the driver."


def test_opening_a_closed_action_again_keeps_its_outcome_in_the_history(
    action: ActionPoint, now: datetime
) -> None:
    report(action, ActionState.DONE, now, outcome="Everyone has it.")
    report(action, ActionState.OPEN, now + timedelta(days=1), note="It was last year's.")
    action.refresh_from_db()
    assert (action.state, action.outcome, action.closed_on) == (ActionState.OPEN, "", None)
    history = [(update.state, update.note) for update in action.updates.order_by("at")]
    assert history == [("done", "Everyone has it."), ("open", "It was last year's.")]


def test_mending_the_outcome_keeps_the_day_of_closing(action: ActionPoint, now: datetime) -> None:
    report(action, ActionState.DONE, now, outcome="Evryone has it.")
    report(action, ActionState.DONE, now + timedelta(days=5), outcome="Everyone has it.")
    action.refresh_from_db()
    assert action.closed_on == FIRST_DAY
    assert action.outcome == "Everyone has it."


def test_the_day_of_closing_is_that_of_london(action: ActionPoint) -> None:
    late_in_summer = datetime.fromisoformat("2026-07-01T23:30:00+00:00")
    report(action, ActionState.DONE, late_in_summer, outcome="Done.")
    action.refresh_from_db()
    assert action.closed_on == date(2026, 7, 2)


def test_the_history_only_grows(action: ActionPoint, now: datetime, co_chair: User) -> None:
    lines: list[tuple[int, str, str]] = []
    for day, state in enumerate([*ActionState, *ActionState]):
        report_progress(
            action=action,
            state=state,
            note=f"note {day}",
            outcome="So it ended.",
            reported_by=co_chair,
            now=now + timedelta(days=day),
        )
        found = list(action.updates.order_by("pk").values_list("pk", "state", "note"))
        assert found[:-1] == lines
        lines = found
    assert len(lines) == 8
    assert {update.by for update in action.updates.all()} == {co_chair}


def test_everyone_can_read_the_history_of_an_action(
    action: ActionPoint, now: datetime, client: Client
) -> None:
    report(action, ActionState.IN_PROGRESS, now, note="Asked the driver.")
    report(action, ActionState.DONE, now, outcome="Everyone has the timetable.")
    page = client.get(action.get_absolute_url()).content.decode()
    assert page.index("Asked the driver.") < page.rindex("Everyone has the timetable.")
    assert "What changed" in page
    assert "Thursday 16 April 2026" in page
