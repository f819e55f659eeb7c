"""The meetings to come, of all boards or of one."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.db.models import QuerySet

from boards.models import BoardPage, MeetingPage
from boards.rules.dates import month_year
from boards.selectors.joint import joint_boards
from boards.selectors.meetings import boards_of
from easyread.visibility import public_pages

KEPT_IN_CALENDARS = timedelta(days=366)


@dataclass(frozen=True)
class MeetingLine:
    """A meeting with its board; ``together`` are all boards of a joint one, its host first."""

    meeting: MeetingPage
    board: BoardPage
    together: list[BoardPage]


@dataclass(frozen=True)
class Month:
    """March 2026, and what is in it."""

    name: str
    meetings: list[MeetingLine]


def upcoming_meetings(*, now: datetime, board: BoardPage | None = None) -> QuerySet[MeetingPage]:
    """The public meetings of all boards, or of one, that are still to come, the next first."""
    meetings = MeetingPage.objects.all() if board is None else MeetingPage.objects.of_board(board)
    return public_pages(meetings.upcoming(now=now))


def meetings_in_calendars(*, now: datetime, board: BoardPage | None = None) -> list[MeetingPage]:
    """The public meetings to come and those of the last year, cancelled ones too."""
    meetings = MeetingPage.objects.all() if board is None else MeetingPage.objects.of_board(board)
    kept = public_pages(meetings.filter(ends_at__gt=now - KEPT_IN_CALENDARS))
    return list(kept.order_by("starts_at", "pk"))


def meetings_by_month(meetings: list[MeetingPage]) -> list[Month]:
    """These meetings, in their order, under the months in which they begin; a fixed number of
    queries."""
    boards, together = boards_of(meetings), joint_boards(meetings)
    lines = [MeetingLine(one, boards[one.pk], together.get(one.pk, [])) for one in meetings]
    months = groupby(lines, key=lambda line: month_year(line.meeting.starts_at))
    return [Month(name, list(of_month)) for name, of_month in months]
