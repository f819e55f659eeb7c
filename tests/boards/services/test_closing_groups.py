"""Task and finish groups, forums, and what a board that ended can no longer do."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from boards import selectors, services
from boards.models import BoardPage, BoardsIndexPage, MeetingPage
from tests.borough import make_board, restrict
from tests.services.kept import kept

LAST_DAY = date(2026, 4, 23)


@kept
def group(boards_index: BoardsIndexPage, carers_board: BoardPage) -> BoardPage:
    return make_board(
        boards_index,
        "Falls Group",
        "falls",
        kind="task_and_finish",
        question="How can fewer people fall?",
        ends_on=LAST_DAY,
        reports_to=carers_board,
    )


def plan(board: BoardPage, starts_at: datetime) -> MeetingPage:
    return services.plan_meeting(
        board=board,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Town Hall",
        access="",
        how_to_join="",
        planned_by=None,
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-31, []),
        (-30, ["The group ends soon, on 23 April 2026: write its report"]),
        (0, ["The group ends soon, on 23 April 2026: write its report"]),
        (1, ["The group's time is over: close it with its report"]),
    ],
)
def test_my_boards_tells_that_a_group_ends(group: BoardPage, days: int, words: list[str]) -> None:
    day = LAST_DAY + timedelta(days=days)
    at_noon = timezone.make_aware(datetime(day.year, day.month, day.day, 12))
    to_dos = selectors.closing_to_do([group], now=at_noon)
    assert [to_do.words for to_do in to_dos[group.pk]] == words


def test_a_board_that_has_no_end_or_has_ended_is_not_asked_for_a_report(
    group: BoardPage, carers_board: BoardPage, now: datetime
) -> None:
    group.closed_on = LAST_DAY
    much_later = now + timedelta(days=400)
    to_dos = selectors.closing_to_do([group, carers_board], now=much_later)
    assert to_dos == {group.pk: [], carers_board.pk: []}


def test_a_group_meets_until_its_last_day_and_not_after(group: BoardPage) -> None:
    last_day = timezone.make_aware(datetime(2026, 4, 23, 14))
    with pytest.raises(services.MeetingCannotBe, match="ends on 23 April 2026"):
        plan(group, last_day + timedelta(days=1))
    assert plan(group, last_day).live


def test_a_board_that_ended_plans_no_meeting(carers_board: BoardPage, now: datetime) -> None:
    coming = now + timedelta(days=9)
    assert MeetingPage.can_create_at(carers_board)
    services.close_board(
        board=carers_board,
        on=timezone.localdate(now),
        reason="Done.",
        report=None,
        closed_by=None,
        now=now,
    )
    carers_board.refresh_from_db()
    with pytest.raises(services.MeetingCannotBe, match="ended on 16 April 2026"):
        plan(carers_board, coming)
    assert not MeetingPage.can_create_at(carers_board)
    services.reopen_board(board=carers_board, reopened_by=None)
    carers_board.refresh_from_db()
    assert plan(carers_board, coming).live


def test_a_group_and_the_board_it_reports_to_name_each_other(
    client: Client, group: BoardPage, carers_board: BoardPage
) -> None:
    above = client.get(carers_board.url).content.decode()
    assert "Groups of this board" in above
    assert "How can fewer people fall?" in above
    below = client.get(group.url).content.decode()
    assert f'reports to the <a href="{carers_board.url}">' in below
    restrict(group)
    assert "Falls Group" not in client.get(carers_board.url).content.decode()


def test_groups_of_a_board_that_was_merged_report_to_the_one_that_goes_on(
    group: BoardPage, carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    services.merge_boards(
        boards=[carers_board],
        into=autism_board,
        on=timezone.localdate(now),
        reason="One board is enough.",
        merged_by=None,
        now=now,
    )
    assert selectors.kin_of(group).reports_to == autism_board
    assert selectors.kin_of(autism_board).groups == [group]


def test_a_forum_says_that_anyone_can_come(
    client: Client, carers_board: BoardPage, boards_index: BoardsIndexPage
) -> None:
    forum = make_board(boards_index, "Open Forum", "open", kind="forum")
    assert "Anyone can come" in client.get(forum.url).content.decode()
    assert "Anyone can come" not in client.get(carers_board.url).content.decode()
