"""Who came to a joint meeting counts for each board that held it."""

from datetime import date, datetime, timedelta

from boards import services
from boards.enums import Presence
from boards.models import Attendance, BoardPage, MeetingPage, Member, MinutesPage
from boards.selectors.attendance import attendance_figures, away_often, latest_of_boards
from boards.services.attendance import people_expected
from boards.services.meetings import start_minutes
from tests.borough import make_meeting, make_minutes
from tests.services.kept import kept

DAY = date(2026, 3, 2)


def hold_together(host: BoardPage, partner: BoardPage, when: datetime) -> MeetingPage:
    meeting = make_meeting(host, when)
    return services.share_meeting(meeting=meeting, boards=[partner])


@kept
def joint_minutes(carers_board: BoardPage, autism_board: BoardPage, now: datetime) -> MinutesPage:
    """The carers board hosted, and four of six people were citizens."""
    minutes = make_minutes(hold_together(carers_board, autism_board, now - timedelta(days=9)))
    Attendance.objects.bulk_create(
        Attendance(minutes=minutes, name=f"Person {n}", is_citizen=n < 4) for n in range(6)
    )
    return minutes


def test_minutes_of_a_joint_meeting_expect_the_people_of_each_board_nobody_twice(
    carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    Member.objects.filter(board=autism_board, name="Mo Vale").update(name="Kit Bell")
    rows = [(row.name, row.role) for row in people_expected(carers_board, DAY, [autism_board])]
    own = [(row.name, row.role) for row in people_expected(carers_board, DAY)]
    assert rows == [*own, ("Kit Bell", "Co-chair (citizen), Autism Partnership Board")]
    meeting = hold_together(carers_board, autism_board, now)
    minutes = start_minutes(meeting=meeting, started_by=None)
    assert [row.name for row in minutes.attendance.all()] == [name for name, _ in rows]


def test_its_figures_stand_with_each_board_that_held_it(
    joint_minutes: MinutesPage, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    for board in (carers_board, autism_board):
        (one,) = attendance_figures(board, now=now)
        assert (one.minutes, one.present, one.citizens) == (joint_minutes, 6, 4)
    inside = latest_of_boards([carers_board, autism_board], now=now)
    assert {pk: [one.present for one in ones] for pk, ones in inside.items()} == {
        carers_board.pk: [6],
        autism_board.pk: [6],
    }
    assert list(latest_of_boards([autism_board], now=now)) == [autism_board.pk]


def test_who_came_to_a_joint_meeting_was_not_away_from_either_board(
    carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    boards = [carers_board, autism_board]
    for weeks in range(1, 4):
        meeting = hold_together(carers_board, autism_board, now - timedelta(weeks=weeks))
        minutes = make_minutes(meeting)
        Attendance.objects.create(minutes=minutes, name="Kit Bell", presence=Presence.PRESENT)
    members = {board.pk: list(board.members.all()) for board in boards}
    members[autism_board.pk].append(Member(name="Kit Bell", board=autism_board))
    away = away_often(members, latest_of_boards(boards, now=now))
    for board in boards:
        assert {member.name for member in away[board.pk]} == {"Ola Penn", "Mo Vale", "Sy Reed"}
