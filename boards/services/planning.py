"""Planning a year of meetings, or one together with other boards, in one step."""

from datetime import date, datetime, time, timedelta
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from boards.models import BoardPage, MeetingPage
from boards.services.closing import MeetingCannotBe
from boards.services.joint import invite_boards
from boards.services.meetings import plan_meeting
from easyread.accounts import Account


class DaysAreWrong(Exception):
    """Some of the days cannot be had; ``problems`` says of each day why. Nothing was planned."""

    def __init__(self, problems: dict[date, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


class WhenAndWhere(TypedDict):
    """What `plan_meeting` asks of a meeting."""

    starts_at: datetime
    ends_at: datetime
    place: str
    access: str
    how_to_join: str
    said_of_place: bool


@transaction.atomic
def plan_meeting_with(
    *,
    others: list[BoardPage],
    board: BoardPage,
    planned_by: Account,
    now: datetime,
    **details: Unpack[WhenAndWhere],
) -> MeetingPage:
    """Plan a meeting and ask these other boards, if any, to hold it too; or do neither.

    Raises `MeetingCannotBe` and `CannotShare`.
    """
    meeting = plan_meeting(board=board, planned_by=planned_by, **details)
    invite_boards(meeting=meeting, boards=others, invited_by=planned_by, now=now)
    return meeting


@transaction.atomic
def plan_year(
    *,
    board: BoardPage,
    days: list[date],
    starts: time,
    hours: float,
    place: str,
    access: str,
    how_to_join: str,
    planned_by: Account | None,
    said_of_place: bool = False,
) -> list[MeetingPage]:
    """Plan a meeting on each of these days, all or none; each with its draft agenda."""
    problems: dict[date, str] = {}
    planned = []
    for day in days:
        starts_at = timezone.make_aware(datetime.combine(day, starts))
        try:
            with transaction.atomic():
                meeting = plan_meeting(
                    board=board,
                    starts_at=starts_at,
                    ends_at=starts_at + timedelta(hours=hours),
                    place=place,
                    access=access,
                    how_to_join=how_to_join,
                    planned_by=planned_by,
                    said_of_place=said_of_place,
                )
        except MeetingCannotBe as problem:
            problems[day] = str(problem)
        else:
            planned.append(meeting)
    if problems:
        raise DaysAreWrong(problems)
    return planned
