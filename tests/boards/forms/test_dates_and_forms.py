"""Dates as people say them, and forms that say plainly what they cannot take."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from boards.forms import ActionFilterForm, PlanMeetingForm, ProgressForm
from boards.models import BoardPage
from boards.rules.dates import long_date, short_date, time_of_day
from boards.selectors import ActionFilter

UTC = ZoneInfo("UTC")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_day_is_said_with_its_weekday() -> None:
    assert long_date(date(2026, 3, 12)) == "Thursday 12 March 2026"
    assert short_date(date(2026, 3, 2)) == "2 March 2026"


@pytest.mark.parametrize(
    ("utc", "said"),
    [
        ("2026-01-12T14:00", "2pm"),
        ("2026-01-12T14:30", "2:30pm"),
        ("2026-01-12T12:00", "12 noon"),
        ("2026-01-12T12:05", "12:05pm"),
        ("2026-01-12T00:00", "12am"),
        ("2026-01-12T09:05", "9:05am"),
        ("2026-07-12T13:00", "2pm"),
        ("2026-07-12T11:00", "12 noon"),
        ("2026-03-29T00:59", "12:59am"),
        ("2026-03-29T01:00", "2am"),
        ("2026-10-25T00:30", "1:30am"),
        ("2026-10-25T01:30", "1:30am"),
    ],
)
def test_a_time_is_said_by_the_clock_of_london(utc: str, said: str) -> None:
    assert time_of_day(moment(utc)) == said


def test_a_moment_late_in_a_summer_evening_belongs_to_the_next_day_in_london() -> None:
    assert long_date(moment("2026-07-01T23:30")) == "Thursday 2 July 2026"
    assert short_date(moment("2026-01-01T23:30")) == "1 January 2026"


def plan_form(carers_board: BoardPage, now: datetime, **changes: str) -> PlanMeetingForm:
    data = {"day": "2026-05-11", "starts": "14:00", "hours": "2", "place": "Town Hall"} | changes
    return PlanMeetingForm(data, board=carers_board, now=now)


@pytest.mark.parametrize("starts", ["14:00", "2pm", "2:00PM", "14.00"])
def test_times_are_taken_as_people_write_them(
    carers_board: BoardPage, now: datetime, starts: str
) -> None:
    form = plan_form(carers_board, now, starts=starts)
    assert form.is_valid(), form.errors
    begins, ends = form.moments()
    assert timezone.localtime(begins).isoformat() == "2026-05-11T14:00:00+01:00"
    assert timezone.localtime(ends).hour == 16


def test_today_is_not_over_yet(carers_board: BoardPage, now: datetime) -> None:
    assert "day" not in plan_form(carers_board, now, day="2026-04-16").errors
    assert "day" in plan_form(carers_board, now, day="2026-04-15").errors


@pytest.mark.parametrize("hours", ["0", "-1", "13", "", "two", "NaN", "Infinity", "1e400"])
def test_a_meeting_ends_after_it_starts(carers_board: BoardPage, now: datetime, hours: str) -> None:
    assert "hours" in plan_form(carers_board, now, hours=hours).errors


def test_the_plan_begins_with_what_is_usual_for_the_board(
    carers_board: BoardPage, now: datetime
) -> None:
    form = PlanMeetingForm(board=carers_board, now=now)
    assert form["place"].value() == "Town Hall"


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_the_progress_form_asks_what_changed(state: str) -> None:
    assert not ProgressForm({"state": state, "outcome": "  "}).is_valid()
    assert ProgressForm({"state": state, "outcome": "A later bus."}).is_valid()
    assert ProgressForm({"state": "open"}).is_valid()


def test_a_filter_with_one_nonsense_value_keeps_the_others() -> None:
    form = ActionFilterForm(
        {"state": "late", "board": "nowhere", "agreed_from": "yesterday"}, boards=[], topics=[]
    )
    assert form.wanted() == ActionFilter(state="late")
    assert set(form.errors) == {"board", "agreed_from"}


def test_days_in_the_wrong_order_are_said() -> None:
    data = {"agreed_from": "2026-02-01", "agreed_to": "2026-01-01"}
    form = ActionFilterForm(data, boards=[], topics=[])
    assert form.wanted().agreed_from == date(2026, 2, 1)
    assert form.errors["agreed_to"] == ["This day is before the first one."]
