"""Setting deadlines: by when each agenda and all minutes are to be out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from boards.enums import DeadlineKind, MeetingStatus
from boards.models import AgendaPage, BoardPage, Deadline, MeetingPage, MinutesPage
from boards.rules.working_days import last_day_with_notice, working_days_after
from easyread.accounts import Account
from easyread.tree import children_of

BATCH = 200


class ReasonIsEmpty(Exception):
    """A reason for being late was asked for and none was given."""


@dataclass(frozen=True)
class _Wanted:
    """What should be out by when: one thing of one meeting."""

    meeting: MeetingPage
    kind: DeadlineKind
    due_on: date
    published_on: date | None


@transaction.atomic
def set_deadlines(*, boards: list[BoardPage]) -> int:
    """Bring the deadlines of these boards' meetings up to date; returns how many changed.

    A day that was met or missed by something published stays as it was then: rules that change
    later do not rewrite the past. A meeting that was put in after it took place (an archive)
    has no deadlines. A fixed number of queries, however many boards.
    """
    known = {(one.meeting_id, one.kind): one for one in Deadline.objects.filter(board__in=boards)}
    made, changed = [], []
    for board, wanted in _wanted(boards):
        deadline = known.pop((wanted.meeting.pk, wanted.kind), None)
        if deadline is None:
            made.append(
                Deadline(
                    board=board,
                    meeting=wanted.meeting,
                    kind=wanted.kind,
                    due_on=wanted.due_on,
                    published_on=wanted.published_on,
                )
            )
        elif _follow(deadline, wanted):
            changed.append(deadline)
    gone = [one.pk for one in known.values() if one.published_on is None]
    Deadline.objects.filter(pk__in=gone).delete()
    # Two that publish at the same moment set the same deadline: the later finds it set.
    Deadline.objects.bulk_create(made, batch_size=BATCH, ignore_conflicts=True)
    Deadline.objects.bulk_update(changed, ["due_on", "published_on"], batch_size=BATCH)
    return len(made) + len(changed) + len(gone)


def _follow(deadline: Deadline, wanted: _Wanted) -> bool:
    if deadline.published_on is not None:
        return False
    if (deadline.due_on, deadline.published_on) == (wanted.due_on, wanted.published_on):
        return False
    deadline.due_on, deadline.published_on = wanted.due_on, wanted.published_on
    return True


def _wanted(boards: list[BoardPage]) -> Iterator[tuple[BoardPage, _Wanted]]:
    paths = {board.path: board for board in boards}
    meetings: dict[str, list[MeetingPage]] = defaultdict(list)
    for meeting in children_of(MeetingPage.objects.exclude(status=MeetingStatus.CANCELLED), paths):
        meetings[meeting.above].append(meeting)
    above = [meeting.path for each in meetings.values() for meeting in each]
    agendas = {page.above: page for page in children_of(AgendaPage.objects.defer("items"), above)}
    minutes = {
        page.above: page
        for page in children_of(
            MinutesPage.objects.defer("items").select_related("approved_at"), above
        )
    }
    for path, of_board in meetings.items():
        board = paths[path]
        of_board.sort(key=lambda meeting: (meeting.starts_at, meeting.pk))
        following = [*of_board[1:], None]
        for meeting, after in zip(of_board, following, strict=True):
            announced = meeting.first_published_at
            if announced is None or announced > meeting.starts_at:
                continue
            its = minutes.get(meeting.path)
            for wanted in _of_meeting(board, meeting, agendas.get(meeting.path), its, after):
                if board.closed_on is None or wanted.due_on <= board.closed_on:
                    yield board, wanted


def _of_meeting(
    board: BoardPage,
    meeting: MeetingPage,
    agenda: AgendaPage | None,
    minutes: MinutesPage | None,
    after: MeetingPage | None,
) -> Iterator[_Wanted]:
    yield _Wanted(
        meeting,
        DeadlineKind.AGENDA,
        last_day_with_notice(timezone.localdate(meeting.starts_at), board.notice_days),
        _day(agenda and agenda.first_published_at),
    )
    yield _Wanted(
        meeting,
        DeadlineKind.DRAFT_MINUTES,
        working_days_after(timezone.localdate(meeting.ends_at), board.draft_minutes_days),
        _day(minutes and minutes.first_published_at),
    )
    approving = (minutes and minutes.approved_at) or after
    if approving is not None:
        yield _Wanted(
            meeting,
            DeadlineKind.APPROVED_MINUTES,
            working_days_after(timezone.localdate(approving.ends_at), board.approved_minutes_days),
            _day(minutes and minutes.approved_published_at),
        )


def _day(moment: Any) -> date | None:
    return timezone.localdate(moment) if moment else None


def set_deadlines_of(*, page: Page) -> int:
    """Set the deadlines of the board to which ``page`` belongs."""
    board = BoardPage.objects.ancestor_of(page, inclusive=True).first()
    return set_deadlines(boards=[board]) if board else 0


@transaction.atomic
def explain_lateness(*, deadline: Deadline, reason: str, explained_by: Account | None) -> None:
    """Keep why something was late, for everyone to read."""
    if not reason.strip():
        raise ReasonIsEmpty("Say in a sentence why it was late.")
    deadline.late_reason = reason.strip()
    deadline.reason_by = explained_by
    deadline.save(update_fields=["late_reason", "reason_by"])
