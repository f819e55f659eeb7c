"""What closing a board has to look at, and what My boards says of groups whose time is over."""

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from boards.enums import BoardKind, MeetingStatus
from boards.models import ActionPoint, BoardPage, MeetingPage
from boards.rules.dates import short_date
from boards.selectors.to_do_line import ToDo

ENDS_SOON_DAYS = 30


def meetings_in_the_way(board: BoardPage, *, now: datetime) -> list[MeetingPage]:
    """Its own meetings still to come, drafts too: they must be cancelled before."""
    coming = MeetingPage.objects.hosted_by(board).filter(ends_at__gt=now)
    takes_place = coming.exclude(status=MeetingStatus.CANCELLED)
    return list(takes_place.order_by("starts_at", "pk"))


def joint_meetings_elsewhere(board: BoardPage, *, now: datetime) -> list[MeetingPage]:
    """Meetings to come that other boards host and hold together with this one, drafts too."""
    joint = MeetingPage.objects.of_board(board).exclude(
        pk__in=MeetingPage.objects.hosted_by(board).values("pk")
    )
    return list(joint.filter(starts_at__gt=now).order_by("starts_at", "pk"))


def last_held_on(board: BoardPage, *, now: datetime) -> date | None:
    latest = MeetingPage.objects.of_board(board).held(now=now).first()
    return timezone.localdate(latest.starts_at) if latest else None


def unfinished_count(board: BoardPage) -> int:
    return ActionPoint.objects.in_force().unfinished().filter(board=board).count()


def boards_that_can_go_on(board: BoardPage) -> QuerySet[BoardPage]:
    """The boards that can take over another's work."""
    others = BoardPage.objects.live().filter(closed_on=None).exclude(pk=board.pk)
    return others.order_by("title", "pk")


def closing_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """By the board's number: a task and finish group ends soon, or its time is over; no query."""
    today = timezone.localdate(now)
    to_dos: dict[int, list[ToDo]] = {}
    for board in boards:
        to_dos[board.pk] = []
        if board.kind != BoardKind.TASK_AND_FINISH or board.has_ended or board.ends_on is None:
            continue
        url = reverse("boards_admin:close_board", args=[board.pk])
        if today > board.ends_on:
            words = "The group's time is over: close it with its report"
            to_dos[board.pk].append(ToDo(words, url, "now"))
        elif today >= board.ends_on - timedelta(days=ENDS_SOON_DAYS):
            words = f"The group ends soon, on {short_date(board.ends_on)}: write its report"
            to_dos[board.pk].append(ToDo(words, url, "soon"))
    return to_dos
