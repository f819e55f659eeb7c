"""The senate's seats follow from the boards."""

from datetime import date, datetime, timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from boards.enums import BoardKind, Role
from boards.models import BoardPage, BoardsIndexPage, Member
from boards.selectors.senate import people_of_the_senate, senate_seats
from boards.services import start_minutes
from boards.services.attendance import people_expected
from portal.digests.models import DigestList
from portal.digests.services import subscribe_the_senate
from tests.borough import make_board, make_meeting, restrict
from tests.services.kept import kept

TODAY = date(2026, 4, 16)


@kept
def senate(boards_index: BoardsIndexPage, carers_board: BoardPage) -> BoardPage:
    """The senate beside the carers board, with a chair and a secretary of its own."""
    board = make_board(boards_index, "The Senate", "senate", kind=BoardKind.SENATE)
    board.members.all().delete()
    Member.objects.create(board=board, name="Una Hart", role=Role.CO_CHAIR_CITIZEN)
    Member.objects.create(board=board, name="Lou Fern", role=Role.SECRETARY, is_citizen=False)
    return board


def seats(on: date = TODAY) -> dict[str, list[list[str]]]:
    return {
        each.board.title: [[member.name for member in seat.holders] for seat in each.seats]
        for each in senate_seats(on=on)
    }


CARERS = {"Carers Partnership Board": [["Mo Vale", "Ola Penn"], ["Sy Reed"]]}


def test_each_board_has_two_seats_and_its_co_chairs_share_one(senate: BoardPage) -> None:
    assert seats() == CARERS


def test_groups_and_the_senate_itself_have_no_seats_but_forums_have(
    senate: BoardPage, autism_board: BoardPage
) -> None:
    BoardPage.objects.filter(pk=autism_board.pk).update(kind=BoardKind.FORUM)
    assert set(seats()) == {"Carers Partnership Board", "Autism Partnership Board"}
    BoardPage.objects.filter(pk=autism_board.pk).update(
        kind=BoardKind.TASK_AND_FINISH, question="Why?", ends_on=TODAY
    )
    assert seats() == CARERS


def test_a_board_that_ended_loses_its_seats_on_that_day(
    senate: BoardPage, autism_board: BoardPage
) -> None:
    BoardPage.objects.filter(pk=autism_board.pk).update(closed_on=TODAY, closing_words="Done.")
    assert set(seats(TODAY)) == {"Carers Partnership Board"}
    assert "Autism Partnership Board" in seats(TODAY - timedelta(days=1))


def test_seats_follow_terms(senate: BoardPage, carers_board: BoardPage) -> None:
    carers = Member.objects.filter(board=carers_board)
    carers.filter(role=Role.CO_CHAIR_CITIZEN).update(until=TODAY)
    carers.filter(role=Role.SECRETARY).update(until=TODAY - timedelta(days=1))
    assert seats() == {"Carers Partnership Board": [["Mo Vale", "Ola Penn"], []]}
    tomorrow = TODAY + timedelta(days=1)
    assert seats(tomorrow) == {"Carers Partnership Board": [["Ola Penn"], []]}


def test_the_senates_page_says_who_sits_there_and_which_seat_is_empty(
    client: Client, senate: BoardPage, carers_board: BoardPage
) -> None:
    page = client.get(senate.url).content.decode()
    assert "Who sits here" in page
    assert all(name in page for name in ("Mo Vale", "Ola Penn", "Sy Reed", "Una Hart"))
    assert "This seat is empty." not in page
    assert "@example.org" not in page.replace("senate@example.org", "")
    Member.objects.filter(board=carers_board).exclude(role=Role.SECRETARY).delete()
    page = client.get(senate.url).content.decode()
    assert page.count("This seat is empty.") == 1
    assert "Who sits here" not in client.get(carers_board.url).content.decode()


def test_a_restricted_board_is_not_named_in_the_senate(
    client: Client, senate: BoardPage, carers_board: BoardPage
) -> None:
    assert "Carers Partnership Board" in client.get(senate.url).content.decode()
    restrict(carers_board)
    page = client.get(senate.url).content.decode()
    assert "Carers Partnership Board" not in page
    assert "Mo Vale" not in page
    assert "No board can send anyone yet." in page


def test_the_digest_goes_to_whom_the_same_seats_belong(
    senate: BoardPage, carers_board: BoardPage
) -> None:
    Member.objects.filter(name="Una Hart").update(email="una@example.org")
    Member.objects.create(board=senate, name="Al", role="member", email="al@example.org")
    digest_list = DigestList.objects.get(slug="senate")
    subscribe_the_senate(digest_list=digest_list, today=TODAY)
    names = set(people_of_the_senate(on=TODAY).values_list("name", flat=True))
    assert names == {"Mo Vale", "Ola Penn", "Sy Reed", "Una Hart", "Lou Fern"}
    assert set(digest_list.subscribers.values_list("email", flat=True)) == {
        "mo.carers@example.org",
        "sy.carers@example.org",
        "una@example.org",
    }


def test_minutes_of_the_senate_expect_its_seats_nobody_twice(
    senate: BoardPage, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    Member.objects.filter(board=autism_board).update(name="Kit Bell")
    Member.objects.filter(board=autism_board, role=Role.SECRETARY).update(name="SY REED")
    Member.objects.filter(board=carers_board, role=Role.CO_CHAIR_CITIZEN).delete()
    rows = people_expected(senate, TODAY)
    assert [(row.name, row.role, row.is_citizen, row.sort_order) for row in rows] == [
        ("Una Hart", "Co-chair (citizen)", True, 0),
        ("Lou Fern", "Secretary", False, 1),
        ("Kit Bell", "Co-chair (citizen), Autism Partnership Board", True, 2),
        ("SY REED", "Secretary, Autism Partnership Board", True, 3),
        ("Ola Penn", "Co-chair (council officer), Carers Partnership Board", False, 4),
    ]
    minutes = start_minutes(meeting=make_meeting(senate, now), started_by=None)
    assert minutes.attendance.count() == 5


def test_minutes_expect_whose_term_runs_on_the_day_of_the_meeting(
    carers_board: BoardPage, now: datetime
) -> None:
    meeting = make_meeting(carers_board, now)
    for name, since, until in (
        ("Gone", None, TODAY - timedelta(days=1)),
        ("Last day", None, TODAY),
        ("First day", TODAY, None),
        ("To come", TODAY + timedelta(days=1), None),
    ):
        Member.objects.create(board=carers_board, name=name, since=since, until=until)
    minutes = start_minutes(meeting=meeting, started_by=None)
    names = {row.name for row in minutes.attendance.all()}
    assert names == {"Ola Penn", "Mo Vale", "Sy Reed", "Last day", "First day"}


def test_the_seats_of_many_boards_cost_what_those_of_one_cost(
    senate: BoardPage, boards_index: BoardsIndexPage
) -> None:
    with CaptureQueriesContext(connection) as of_one:
        assert len(senate_seats(on=TODAY)) == 1
    for number in range(5):
        make_board(boards_index, f"Board {number}", f"board-{number}")
    with CaptureQueriesContext(connection) as of_six:
        assert len(senate_seats(on=TODAY)) == 6
    assert len(of_six) == len(of_one) == 3
