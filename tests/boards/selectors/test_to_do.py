"""What a board's people are told to do next."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from boards.enums import MeetingStatus
from boards.models import BoardPage, MeetingPage, MinutesPage
from boards.selectors import board_to_do
from boards.services import plan_meeting, withdraw_minutes
from tests.borough import (
    check_with_readers,
    make_easy_read,
    make_meeting,
    make_minutes,
    publish_again,
    text_block,
)


def words(board: BoardPage, now: datetime) -> list[str]:
    return [to_do.words for to_do in board_to_do(board, now=now)]


def test_a_board_without_a_coming_meeting_is_told_to_plan_one(
    carers_board: BoardPage, now: datetime
) -> None:
    (to_do,) = board_to_do(carers_board, now=now)
    assert (to_do.words, to_do.tone) == ("Plan the next meeting", "now")
    assert to_do.url == reverse("boards_admin:plan_meeting", args=[carers_board.pk])
    make_meeting(carers_board, now + timedelta(days=3))
    assert words(carers_board, now) == []


def test_a_cancelled_meeting_is_no_next_meeting(
    carers_board: BoardPage, coming_meeting: MeetingPage, now: datetime
) -> None:
    MeetingPage.objects.update(status=MeetingStatus.CANCELLED, status_reason="Snow")
    assert words(carers_board, now) == ["Plan the next meeting"]


def test_the_tasks_of_a_meeting_follow_each_other(carers_board: BoardPage, now: datetime) -> None:
    make_meeting(carers_board, now + timedelta(days=90))
    meeting = plan_meeting(
        board=carers_board,
        starts_at=now + timedelta(days=3),
        ends_at=now + timedelta(days=3, hours=2),
        place="Town Hall",
        access="",
        how_to_join="",
        planned_by=None,
    )
    assert words(carers_board, now) == ["Finish and publish the agenda for Sunday 19 April 2026"]
    meeting.get_children().get().specific.get_latest_revision().publish()
    day = "Sunday 19 April 2026"
    assert words(carers_board, now) == [f"Make an easy read of the agenda for {day}"]
    after = meeting.ends_at
    assert words(carers_board, after) == [f"Write the minutes of {day}"]
    minutes = make_minutes(meeting, publish=False)
    assert words(carers_board, after) == [f"Finish and publish the minutes of {day}"]
    minutes.get_latest_revision().publish()
    assert words(carers_board, after) == [
        "1 action is late",
        f"Make an easy read of the minutes of {day}",
    ]
    easy_read = make_easy_read(MinutesPage.objects.get(), live=False)
    assert f"Finish the easy read of the minutes of {day}" in words(carers_board, after)
    easy_read.save_revision().publish()
    assert words(carers_board, after) == [
        "1 action is late",
        f"Have readers check the easy read of the minutes of {day}",
    ]
    check_with_readers(easy_read)
    assert words(carers_board, after) == ["1 action is late"]
    publish_again(MinutesPage.objects.get(), text_block("Something else."))
    again = f"The minutes of {day} changed: bring that into the easy read"
    assert again in words(carers_board, after)


@pytest.mark.usefixtures("minutes")
def test_the_other_boards_tasks_are_not_ones_own(
    carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    assert words(autism_board, now) == ["Plan the next meeting"]
    assert "1 action is late" in words(carers_board, now)


def test_withdrawn_minutes_are_to_be_put_right(
    carers_board: BoardPage, minutes: MinutesPage, now: datetime
) -> None:
    def put_right() -> list[str]:
        words = "Put right the withdrawn minutes of Tuesday 17 March 2026"
        return [to_do.url for to_do in board_to_do(carers_board, now=now) if to_do.words == words]

    assert put_right() == []
    withdraw_minutes(minutes=minutes, reason="They named a person.", withdrawn_by=None, now=now)
    for days in range(1, 6):
        make_meeting(carers_board, now - timedelta(days=days))
    assert put_right() == [reverse("wagtailadmin_pages:edit", args=[minutes.pk])]
    MinutesPage.objects.get().get_latest_revision().publish()
    assert put_right() == []
