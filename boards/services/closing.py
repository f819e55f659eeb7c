"""How boards end: closed, or merged into one that goes on. Papers and addresses stay."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from boards.enums import BoardKind
from boards.models import BoardPage, Paper
from boards.permissions import belongs
from boards.rules.dates import short_date
from boards.selectors.closing import (
    joint_meetings_elsewhere,
    last_held_on,
    meetings_in_the_way,
)
from boards.selectors.proposals import waiting_proposals
from boards.services.deadlines import set_deadlines
from boards.services.joint import held_for_change, share_meeting
from easyread.accounts import Account


class CannotClose(Exception):
    """The board can't end like this; the words say why, and what to do first."""


class CannotReopen(Exception):
    """The board can't be opened again; the words say why."""


class MeetingCannotBe(Exception):
    """No meeting of the board can be on that day; the words say why."""


def check_board_meets(*, board: BoardPage, on: date) -> None:
    """Refuse a meeting of a board that ended, or of a group whose time is over on that day."""
    if board.closed_on is not None:
        raise MeetingCannotBe(f"This board ended on {short_date(board.closed_on)}.")
    if board.kind == BoardKind.TASK_AND_FINISH and board.ends_on and on > board.ends_on:
        raise MeetingCannotBe(
            f"The group ends on {short_date(board.ends_on)}. Choose an earlier day, or ask for "
            "a later end."
        )


@transaction.atomic
def close_board(
    *,
    board: BoardPage,
    on: date,
    reason: str,
    report: Paper | None,
    closed_by: Account | None,
    now: datetime,
) -> BoardPage:
    """End a board: its page, papers, actions and addresses stay, and say that it ended."""
    return _end(board, None, on=on, reason=reason, report=report, by=closed_by, now=now)


@transaction.atomic
def merge_boards(
    *,
    boards: list[BoardPage],
    into: BoardPage,
    on: date,
    reason: str,
    merged_by: Account | None,
    now: datetime,
    report: Paper | None = None,
) -> None:
    """End these boards in one that goes on with their work and takes over their topics.

    Nothing moves: what is not finished stays at its address, and is carried over into the
    agendas of the board that goes on. All of them end, or none.
    """
    into = BoardPage.objects.select_for_update().get(pk=into.pk)
    for board in boards:
        if board.pk == into.pk:
            raise CannotClose("A board can't go on in itself. Choose another board.")
        if into.has_ended:
            raise CannotClose(f"The {into} ended as well. Choose a board that goes on.")
        if not into.live:
            raise CannotClose(f"The {into} is not public yet. Publish it first.")
        _end(board, into, on=on, reason=reason, report=report, by=merged_by, now=now)
    topics = {topic.name for board in boards for topic in board.topics.all()}
    _add_topics(into, sorted(topics), merged_by)


@transaction.atomic
def reopen_board(*, board: BoardPage, reopened_by: Account | None) -> BoardPage:
    """Undo the end of a board that was closed by mistake.

    Topics it gave away stay there too, and joint meetings of other boards stay without it.
    """
    board = BoardPage.objects.select_for_update().get(pk=board.pk)
    if not board.has_ended:
        raise CannotReopen("This board has not ended.")
    _save(board, on=None, reason="", report=None, successor=None)
    set_deadlines(boards=[board])
    log(board, "boards.reopen", user=reopened_by)
    return board


def _end(
    board: BoardPage,
    successor: BoardPage | None,
    *,
    on: date,
    reason: str,
    report: Paper | None,
    by: Account | None,
    now: datetime,
) -> BoardPage:
    board = BoardPage.objects.select_for_update().get(pk=board.pk)
    _refuse(board, on=on, reason=reason, report=report, now=now)
    if successor is None:
        _refuse_unanswered(board)
    _save(board, on=on, reason=reason.strip(), report=report, successor=successor)
    _leave_joint_meetings(board, now=now)
    set_deadlines(boards=[board])
    data = {"on": on.isoformat(), "successor": successor.pk if successor else None}
    log(board, "boards.close", user=by, data=data)
    return board


def _refuse(
    board: BoardPage, *, on: date, reason: str, report: Paper | None, now: datetime
) -> None:
    if board.closed_on is not None:
        raise CannotClose(f"The {board} ended already, on {short_date(board.closed_on)}.")
    if not reason.strip():
        raise CannotClose("Say why the board ends.")
    if board.kind == BoardKind.TASK_AND_FINISH and report is None:
        raise CannotClose("A task and finish group ends with a report. Choose the report.")
    if report is not None:
        _refuse_report(report, board)
    _refuse_day(board, on=on, now=now)


def _refuse_report(report: Paper, board: BoardPage) -> None:
    if report.is_restricted:
        raise CannotClose("The report is not for everyone. Choose one that everyone may read.")
    if not belongs(report, board.path):
        raise CannotClose("The report is not one of this board's papers. Choose one of its own.")


def _refuse_day(board: BoardPage, *, on: date, now: datetime) -> None:
    if on > timezone.localdate(now):
        raise CannotClose("This day is still to come. Close the board when the day is there.")
    coming = meetings_in_the_way(board, now=now)
    if coming:
        days = ", ".join(short_date(meeting.starts_at) for meeting in coming)
        raise CannotClose(f"The {board} still has meetings to come ({days}). Cancel them first.")
    held = last_held_on(board, now=now)
    if held is not None and on < held:
        raise CannotClose(
            f"The {board} last met on {short_date(held)}. It can't have ended before."
        )


def _refuse_unanswered(board: BoardPage) -> None:
    """Where no board goes on, nobody would answer what people proposed."""
    waiting = waiting_proposals(board)
    if waiting:
        titles = ", ".join(f"“{proposal.title}”" for proposal in waiting)
        raise CannotClose(f"Answer first what people proposed to the {board}: {titles}.")


def _leave_joint_meetings(board: BoardPage, *, now: datetime) -> None:
    """Other boards' meetings to come go on without it."""
    for meeting in joint_meetings_elsewhere(board, now=now):
        others = held_for_change(meeting.pk).joint_with.exclude(pk=board.pk).filter(closed_on=None)
        share_meeting(meeting=meeting, boards=list(others))


def _save(
    board: BoardPage,
    *,
    on: date | None,
    reason: str,
    report: Paper | None,
    successor: BoardPage | None,
) -> None:
    """Write down how it ended; a draft of the page keeps its words and learns this by itself."""
    board.closed_on, board.closing_words = on, reason
    board.closing_report, board.successor = report, successor
    board.save(update_fields=["closed_on", "closing_words", "closing_report", "successor"])


def _add_topics(board: BoardPage, topics: list[str], added_by: Account | None) -> None:
    """On the public page at once, and in a draft where there is one."""
    if not topics:
        return
    had_draft = board.has_unpublished_changes
    draft = board.get_latest_revision_as_object() if had_draft else None
    board.topics.add(*topics)
    board.save()
    if draft is not None:
        draft.topics.add(*topics)
        draft.save_revision(user=added_by)
    else:
        board.save_revision(user=added_by).publish(user=added_by)
