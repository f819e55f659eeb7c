"""A year's meetings, planned at once."""

from datetime import date, datetime, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.forms.planning import PlanYearForm, same_weekday
from boards.models import AgendaPage, BoardPage, JointInvitation, MeetingPage
from boards.services import CannotShare, DaysAreWrong, plan_year
from portal.users.models import User
from tests.borough import day_to_come

DAYS = [date(2099, 3, 12), date(2099, 6, 11), date(2099, 9, 10), date(2099, 12, 10)]


def plan(board: BoardPage, days: list[date]) -> list[MeetingPage]:
    return plan_year(
        board=board,
        days=days,
        starts=time(14),
        hours=2,
        place="Town Hall",
        access="",
        how_to_join="",
        planned_by=None,
    )


def test_all_meetings_are_planned_each_with_its_agenda(carers_board: BoardPage) -> None:
    assert len(plan(carers_board, DAYS)) == 4
    assert AgendaPage.objects.descendant_of(carers_board).count() == 4


def test_one_wrong_day_plans_none(carers_board: BoardPage) -> None:
    plan(carers_board, DAYS[:1])
    with pytest.raises(DaysAreWrong) as wrong:
        plan(carers_board, DAYS)
    assert wrong.value.problems == {DAYS[0]: "There is already a meeting on 12 March 2099."}
    assert MeetingPage.objects.count() == 1


def test_the_second_thursday_stays_the_second_thursday() -> None:
    first = date(2026, 1, 8)
    days = [same_weekday(first, months) for months in range(12)]
    assert {day.weekday() for day in days} == {3}
    assert {(day.day - 1) // 7 for day in days} == {1}
    fifth = [same_weekday(date(2026, 1, 29), months) for months in range(12)]
    assert [day.month for day in fifth] == list(range(1, 13))


def first_monday_of_may() -> date:
    """The next that is still to come."""
    today = timezone.localdate()
    found = date(today.year + (today.month >= 5), 5, 1)
    return found + timedelta(days=-found.weekday() % 7)


def test_the_screen_suggests_the_days_and_warns_of_bank_holidays(
    client: Client, co_chair: User, carers_board: BoardPage
) -> None:
    client.force_login(co_chair)
    address = reverse("boards_admin:plan_year", args=[carers_board.pk])
    may_day = first_monday_of_may()
    page = client.get(address, {"first": may_day.isoformat(), "every": "3"}).content.decode()
    assert f'value="{may_day}"' in page
    assert "Beware: May Day, a bank holiday" in page
    assert f'value="{same_weekday(may_day, 3)}"' in page
    assert "This is not a date" in client.get(address, {"first": "x"}).content.decode()
    for first in ("9999-12-31", "1000-01-01"):
        page = client.get(address, {"first": first, "every": "1"}).content.decode()
        assert "more than three years away" in page


def test_what_was_typed_stays_when_a_day_is_wrong(
    client: Client, co_chair: User, other_co_chair: User, carers_board: BoardPage
) -> None:
    address = reverse("boards_admin:plan_year", args=[carers_board.pk])
    to_come, later = (day_to_come(days).isoformat() for days in (90, 180))
    data = {
        "day_0": "2001-01-01",
        "day_1": later,
        "day_2": later,
        "starts": "14:00",
        "hours": "2",
        "place": "Town Hall",
    }
    client.force_login(other_co_chair)
    assert client.post(address, data).status_code == 404
    client.force_login(co_chair)
    page = client.post(address, data).content.decode()
    assert "This day is over." in page
    assert "This day stands here twice." in page
    assert f'value="{later}"' in page
    assert not MeetingPage.objects.exists()
    page = client.post(address, data | {"day_0": "9999-12-31"}).content.decode()
    assert "more than three years away" in page
    assert "Is the day right?" not in page
    data |= {"day_0": to_come, "day_2": ""}
    assert client.post(address, data).status_code == 302
    assert MeetingPage.objects.count() == 2


def test_a_year_without_a_day_is_refused(carers_board: BoardPage, now: datetime) -> None:
    data = {"starts": "14:00", "hours": "2", "place": "Town Hall"}
    form = PlanYearForm(data, board=carers_board, now=now, days=None)
    assert form.errors == {"day_0": ["Give at least one day."]}


def test_where_a_board_can_not_be_asked_nothing_is_planned(
    client: Client,
    co_chair: User,
    carers_board: BoardPage,
    autism_board: BoardPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ended(host: BoardPage, boards: list[BoardPage]) -> None:  # in the meantime
        raise CannotShare("The board ended today.")

    monkeypatch.setattr("boards.services.joint._check", ended)
    client.force_login(co_chair)
    address = reverse("boards_admin:plan_meeting", args=[carers_board.pk])
    sent = {
        "day": day_to_come(30).isoformat(),
        "starts": "14:00",
        "hours": "2",
        "place": "Moss Lane Centre",
        "together_with": autism_board.pk,
    }
    answer = client.post(address, sent)
    assert (
        "Nothing was planned. The board ended today. You can try again." in answer.content.decode()
    )
    assert not MeetingPage.objects.exists()
    monkeypatch.undo()
    assert client.post(address, sent).status_code == 302
    assert JointInvitation.objects.get().board == autism_board
