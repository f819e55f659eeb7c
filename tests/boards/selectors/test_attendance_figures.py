"""How many came, in public as numbers; who stays away, only for those who look after the board."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from boards.enums import MeetingStatus, Presence
from boards.models import Attendance, BoardPage, BoardsIndexPage, MeetingPage, Member, MinutesPage
from boards.rules.charts import attendance_chart
from boards.selectors.attendance import YearFigures, attendance_figures, year_figures
from boards.selectors.succession import boards_with_people
from portal.users.models import User
from tests.borough import make_board, make_meeting, make_minutes, restrict
from tests.services.kept import kept


def hold(
    board: BoardPage, when: datetime, *, citizens: int, others: int, away: tuple[str, ...] = ()
) -> MinutesPage:
    """A meeting with public minutes: so many people there, these away."""
    minutes = make_minutes(make_meeting(board, when))
    present = [("Citizen", True)] * citizens + [("Other", False)] * others
    rows = [
        Attendance(minutes=minutes, name=f"{word} {number}", is_citizen=is_citizen)
        for number, (word, is_citizen) in enumerate(present)
    ]
    rows += [Attendance(minutes=minutes, name=name, presence=Presence.APOLOGIES) for name in away]
    Attendance.objects.bulk_create(rows)
    return minutes


def counts(board: BoardPage, now: datetime) -> list[tuple[int, int, int, int | None]]:
    return [
        (one.present, one.citizens, one.apologies, one.share)
        for one in attendance_figures(board, now=now)
    ]


@kept
def two_meetings(carers_board: BoardPage, now: datetime) -> list[MinutesPage]:
    """One with 6 of 10 citizens, a later one with 3 of 4 and a person away."""
    return [
        hold(carers_board, now - timedelta(days=100), citizens=6, others=4),
        hold(carers_board, now - timedelta(days=10), citizens=3, others=1, away=("Mo Vale",)),
    ]


def test_each_meeting_is_counted_the_latest_first(
    carers_board: BoardPage, two_meetings: list[MinutesPage], now: datetime
) -> None:
    assert counts(carers_board, now) == [(4, 3, 1, 75), (10, 6, 0, 60)]


def _unpublish(minutes: MinutesPage) -> None:
    minutes.unpublish()


def _withdraw(minutes: MinutesPage) -> None:
    of_one = MinutesPage.objects.filter(pk=minutes.pk)
    of_one.update(withdrawn_on="2026-04-10", withdrawn_because="A mistake.")


def _cancel(minutes: MinutesPage) -> None:
    meeting = MeetingPage.objects.parent_of(minutes)
    meeting.update(status=MeetingStatus.CANCELLED, status_reason="Snow")


def _put_off(minutes: MinutesPage) -> None:
    meeting = MeetingPage.objects.parent_of(minutes)
    meeting.update(starts_at="2099-01-01T12:00Z", ends_at="2099-01-01T13:00Z")


HIDINGS = {
    "draft": _unpublish,
    "restricted": restrict,
    "withdrawn": _withdraw,
    "cancelled": _cancel,
    "still to come": _put_off,
}


@pytest.mark.parametrize("how", HIDINGS)
def test_what_is_not_in_force_in_public_is_not_counted(
    carers_board: BoardPage, two_meetings: list[MinutesPage], now: datetime, how: str
) -> None:
    HIDINGS[how](two_meetings[1])
    assert counts(carers_board, now) == [(10, 6, 0, 60)]


def test_at_most_twelve_meetings_are_shown(carers_board: BoardPage, now: datetime) -> None:
    for number in range(1, 14):
        hold(carers_board, now - timedelta(days=number * 5), citizens=number, others=0)
    assert [one[0] for one in counts(carers_board, now)] == list(range(1, 13))


def test_the_year_leaves_out_older_meetings_and_those_that_name_nobody(
    carers_board: BoardPage, two_meetings: list[MinutesPage], now: datetime
) -> None:
    hold(carers_board, now - timedelta(days=400), citizens=50, others=0)
    hold(carers_board, now - timedelta(days=50), citizens=0, others=0)
    figures = attendance_figures(carers_board, now=now)
    assert len(figures) == 4
    assert year_figures(figures, now=now) == YearFigures(meetings=2, present=14, citizens=9)
    assert year_figures(figures, now=now + timedelta(days=900)) is None


@pytest.mark.parametrize(
    ("meetings", "present", "citizens", "words"),
    [
        (2, 28, 17, "about 14 people came to each meeting; 6 of 10 were citizens."),
        (1, 1, 1, "about 1 person came to each meeting; all of them were citizens."),
        (1, 12, 0, "none of them were citizens."),
        (1, 40, 1, "fewer than 1 of 10 were citizens."),
        (1, 10, 1, "1 of 10 was a citizen."),
        (1, 40, 39, "almost all were citizens."),
    ],
)
def test_the_year_is_said_in_a_sentence(
    meetings: int, present: int, citizens: int, words: str
) -> None:
    assert YearFigures(meetings, present, citizens).words.endswith(words)


def test_bars_are_as_long_as_the_numbers_they_stand_for(
    carers_board: BoardPage, two_meetings: list[MinutesPage], now: datetime
) -> None:
    chart = attendance_chart(attendance_figures(carers_board, now=now))
    assert chart
    assert [(bar.citizens_width, bar.others_width) for bar in chart.bars] == [
        ("60.00", "40.00"),
        ("30.00", "10.00"),
    ]
    assert attendance_chart([]) is None


@kept
def lately(carers_board: BoardPage) -> list[MinutesPage]:
    """Three meetings of the last weeks, by the real clock; Sy Reed was at none, Mo Vale at two."""
    now = timezone.now()
    minutes = [
        hold(carers_board, now - timedelta(days=days), citizens=2, others=1, away=("Sy Reed",))
        for days in (10, 20, 30)
    ]
    for one in minutes[:2]:
        Attendance.objects.create(minutes=one, name=" mo VALE ", is_citizen=True)
    for one in minutes:
        Attendance.objects.create(minutes=one, name="Ola Penn")
    return minutes


def test_the_public_page_has_numbers_a_chart_with_its_table_and_no_name(
    client: Client, carers_board: BoardPage, lately: list[MinutesPage]
) -> None:
    page = client.get(reverse("boards:attendance", args=["carers"])).content.decode()
    assert "about 5 people came to each meeting" in page
    assert page.count("<rect") == 2 * 3 + 2
    rows = re.findall(r"<tr>\s*<th scope=\"row\">.*?</tr>", page, re.S)
    assert len(rows) == 3
    assert re.findall(r"<td>(.*?)</td>", rows[0]) == ["5", "1", "3", "60\u00a0%"]
    assert "Sy Reed" not in page
    assert "Mo Vale" not in page
    board_page = client.get(carers_board.url).content.decode()
    assert "about 5 people came to each meeting" in board_page
    assert "/attendance/carers/" in board_page


def test_a_board_without_minutes_says_so(client: Client, carers_board: BoardPage) -> None:
    page = client.get("/attendance/carers/").content.decode()
    assert "There are no minutes here yet that say who came." in page
    assert "/attendance/" not in client.get(carers_board.url).content.decode()


def test_minutes_that_name_nobody_say_so(client: Client, minutes: MinutesPage) -> None:
    page = client.get("/attendance/carers/").content.decode()
    assert "The minutes do not say who was there." in page
    assert "<rect" not in page


@pytest.mark.parametrize("what", ["attendance", "visits"])
def test_a_board_that_strangers_may_not_see_is_not_there(
    client: Client, carers_board: BoardPage, what: str
) -> None:
    assert client.get(f"/{what}/carers/").status_code == 200
    restrict(carers_board)
    assert client.get(f"/{what}/carers/").status_code == 404
    assert client.get(f"/{what}/nobody/").status_code == 404
    assert client.get(f"/{what}/%00/").status_code == 404
    assert client.post(f"/{what}/carers/").status_code == 405


def away(board: BoardPage) -> list[str]:
    (row,) = boards_with_people([board], order="", now=timezone.now())
    return [member.name for member in row.away]


def test_who_was_away_three_times_running_is_named_to_the_boards_own(
    carers_board: BoardPage, lately: list[MinutesPage]
) -> None:
    assert away(carers_board) == ["Sy Reed"]
    Attendance.objects.filter(minutes=lately[2], name="Sy Reed").update(presence=Presence.PRESENT)
    assert away(carers_board) == []


def test_who_came_onto_the_board_since_is_not_away(
    carers_board: BoardPage, lately: list[MinutesPage]
) -> None:
    Member.objects.filter(name="Sy Reed").update(since=timezone.localdate() - timedelta(days=15))
    assert away(carers_board) == []


def test_two_meetings_say_nothing_yet(carers_board: BoardPage, lately: list[MinutesPage]) -> None:
    lately[0].unpublish()
    assert away(carers_board) == []


PEOPLE = "/admin/my-boards/people/"


def test_the_people_screen_shows_ones_own_boards_and_officers_all(
    client: Client,
    co_chair: User,
    officer: User,
    autism_board: BoardPage,
    lately: list[MinutesPage],
) -> None:
    client.force_login(co_chair)
    page = client.get(PEOPLE).content.decode()
    assert "Away three times running" in page
    assert "Sy Reed" in page
    assert "Autism Partnership Board" not in page
    client.force_login(officer)
    page = client.get(PEOPLE).content.decode()
    assert "Carers Partnership Board" in page
    assert "Autism Partnership Board" in page
    assert "Change the members" not in page


def test_the_people_screen_shows_members_and_the_other_board_nothing_of_the_carers(
    client: Client, member: User, other_co_chair: User, lately: list[MinutesPage]
) -> None:
    assert client.get(PEOPLE).status_code == 302
    client.force_login(member)
    assert client.get(PEOPLE).status_code == 302
    client.force_login(other_co_chair)
    assert "Carers" not in client.get(PEOPLE).content.decode()


def test_boards_are_ordered_by_what_needs_care(
    client: Client,
    officer: User,
    autism_board: BoardPage,
    carers_board: BoardPage,
    lately: list[MinutesPage],
) -> None:
    Member.objects.filter(board=carers_board, role="secretary").delete()
    Member.objects.filter(board=autism_board, role="secretary").update(
        until=timezone.localdate() + timedelta(days=150)
    )
    client.force_login(officer)

    def first(order: str) -> str:
        return str(client.get(PEOPLE, {"order": order}).context["rows"][0].board.slug)

    assert [first(order) for order in ("board", "gaps", "terms", "share", "\x00", "9" * 999)] == [
        "autism",
        "carers",
        "autism",
        "carers",
        "autism",
        "autism",
    ]


def test_the_people_of_many_boards_cost_what_those_of_one_cost(
    boards_index: BoardsIndexPage, carers_board: BoardPage, lately: list[MinutesPage]
) -> None:
    now = timezone.now()
    with CaptureQueriesContext(connection) as of_one:
        boards_with_people([carers_board], order="", now=now)
    boards = [carers_board]
    for number in range(4):
        boards.append(make_board(boards_index, f"Board {number}", f"board-{number}"))
        for days in (10, 20, 30):
            hold(boards[-1], now - timedelta(days=days), citizens=1, others=1)
    with CaptureQueriesContext(connection) as of_five:
        assert len(boards_with_people(boards, order="share", now=now)) == 5
    assert len(of_five) == len(of_one) == 4
