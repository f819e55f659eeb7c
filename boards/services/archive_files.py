"""Bringing one file of old minutes in: wholly, or not at all."""

import logging
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from boards.enums import ActionState, FileOutcome, MinutesStatus
from boards.models import (
    ActionPoint,
    ActionUpdate,
    ArchiveFile,
    ArchiveJob,
    BoardPage,
    MeetingPage,
    MinutesPage,
)
from boards.rules.dates import long_date, short_date
from boards.selectors.people import citizens_of
from boards.services.minutes import index_actions
from boards.services.publishing import publish_meeting, publish_minutes
from boards.services.trail import record_progress
from boards.services.word import attendance_of, minutes_items
from boards.word_reader import UnreadableWordFile, read_word
from boards.word_reader.reading import Reading
from easyread.accounts import Account
from easyread.publishing import Publication

logger = logging.getLogger(__name__)

OLD_AFTER = timedelta(days=365)
NOT_KNOWN = "From the archive. What came of this was not written down here."
REASON = "Brought in from an archive of old minutes"
NO_PLACE = "Not written down"
USUAL_LENGTH = timedelta(hours=2)
SHOWN_DOUBTS = 6
MOST_TRIES = 3
ENDED_THE_PROGRAM = "Reading it ended the program three times. Nothing came in."


class CannotBringFile(Exception):
    """This file cannot be brought in; `str()` says why."""


class AlreadyThere(Exception):
    """What the file would bring is there; `str()` says where."""


@dataclass(frozen=True)
class _Brought:
    minutes: MinutesPage
    reading: Reading
    words: list[str]


def bring_file_in(*, file: ArchiveFile, job: ArchiveJob, now: datetime) -> ArchiveFile:
    """Bring one waiting file in, in one transaction, and write down what became of it.

    It is read before: that can take a minute, and a transaction would keep all editors waiting.
    A file that another took is left alone. A database that went away is raised: the file waits.
    """
    if not _begin(file):
        return _note(file, FileOutcome.FAILED, ENDED_THE_PROGRAM, now)
    try:
        _place_of(file)
        reading = read_word(_path(file, job))
        with transaction.atomic():
            mine = ArchiveFile.objects.select_for_update().get(pk=file.pk)
            if mine.outcome != FileOutcome.WAITING:
                return mine
            brought = _bring(mine, job, reading, now)
            outcome = FileOutcome.PUBLISHED if brought.minutes.live else FileOutcome.DRAFT
            return _note(mine, outcome, " ".join(brought.words), now, brought)
    except AlreadyThere as reason:
        return _note(file, FileOutcome.SKIPPED, str(reason), now)
    except (CannotBringFile, UnreadableWordFile) as reason:
        return _note(file, FileOutcome.FAILED, str(reason), now)
    except (OperationalError, InterfaceError):
        raise
    except Exception as error:
        logger.exception("archive_file_failed", extra={"file": file.pk})
        words = f"Something in it could not be stored ({type(error).__name__}). Nothing came in."
        return _note(file, FileOutcome.FAILED, words, now)


def _begin(file: ArchiveFile) -> bool:
    """Write down that the file is being read; False when that ended the program too often."""
    waiting = ArchiveFile.objects.filter(pk=file.pk, outcome=FileOutcome.WAITING)
    return bool(waiting.filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1))


def _note(
    file: ArchiveFile,
    outcome: FileOutcome,
    words: str,
    now: datetime,
    brought: _Brought | None = None,
) -> ArchiveFile:
    waiting = ArchiveFile.objects.filter(pk=file.pk, outcome=FileOutcome.WAITING)
    waiting.update(
        outcome=outcome,
        report=words,
        ended_at=now,
        minutes=brought.minutes if brought else None,
        items=len(brought.reading.items) if brought else 0,
        actions=len(brought.reading.actions) if brought else 0,
    )
    file.refresh_from_db()
    return file


def _place_of(file: ArchiveFile) -> tuple[BoardPage, date, MeetingPage | None]:
    """Board, day and the meeting of that day, if there is one and it waits for its minutes."""
    if file.board is None or file.held_on is None:
        raise CannotBringFile("The board is not there any more.")
    _refuse_the_same(file)
    return file.board, file.held_on, _meeting_of_day(file.board, file.held_on)


def _bring(file: ArchiveFile, job: ArchiveJob, reading: Reading, now: datetime) -> _Brought:
    board, day, meeting = _place_of(file)
    is_new = meeting is None
    words = [_counts(reading)]
    if meeting is None:
        meeting = _meeting_from(file, board, day, reading, words)
        _publish_meeting(meeting, board, job, now)
    minutes = _make_minutes(meeting, board, reading, job.asked_by)
    if is_new:
        # It came out in its time: no digest tells it as news of today.
        minutes.first_published_at = meeting.ends_at
    _approve(minutes, meeting, file, now, words)
    meeting.add_child(instance=minutes)
    revision = minutes.save_revision(user=job.asked_by)
    against = _against_publishing(file, reading, meeting)
    if job.publishes and not against:
        publish_minutes(Publication(revision, now=now, by=job.asked_by, reason=REASON))
        minutes.refresh_from_db()
        _close_old_actions(minutes, day, now, words)
    elif against:
        words.append(f"To be checked: {' '.join(against[:SHOWN_DOUBTS])}")
        if len(against) > SHOWN_DOUBTS:
            words.append(f"And {len(against) - SHOWN_DOUBTS} more doubts.")
    return _Brought(minutes, reading, words)


def _counts(reading: Reading) -> str:
    counted = (
        (len(reading.items), "item"),
        (len(reading.decisions), "decision"),
        (len(reading.actions), "action"),
    )
    return ", ".join(f"{n} {word if n == 1 else word + 's'}" for n, word in counted) + "."


def _refuse_the_same(file: ArchiveFile) -> None:
    """Raises AlreadyThere for a file that came in before, by this job or another."""
    same = ArchiveFile.objects.filter(sha256=file.sha256, minutes__isnull=False)
    before = same.exclude(pk=file.pk).order_by("pk").first()
    if before is not None and before.held_on:
        day = short_date(before.held_on)
        raise AlreadyThere(f"The same file was brought in before, for {day}.")


def _meeting_of_day(board: BoardPage, day: date) -> MeetingPage | None:
    meetings = MeetingPage.objects.child_of(board).filter(starts_at__date=day)
    meeting: MeetingPage | None = meetings.order_by("starts_at", "pk").first()
    if meeting is None:
        return None
    if MinutesPage.objects.child_of(meeting).exists():
        raise AlreadyThere(f"The meeting of {short_date(day)} has minutes already.")
    if meeting.is_cancelled:
        raise CannotBringFile(
            f"The portal says that the meeting of {short_date(day)} was cancelled."
        )
    return meeting


def _path(file: ArchiveFile, job: ArchiveJob) -> Path:
    """Where the file lies; never outside of the job's folder."""
    folder = Path(job.folder).resolve()
    path = (folder / file.file_name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise CannotBringFile("The file is not in the folder any more.")
    return path


def _meeting_from(
    file: ArchiveFile, board: BoardPage, day: date, reading: Reading, words: list[str]
) -> MeetingPage:
    starts = file.starts or reading.starts_at
    if starts is None:
        words.append("The file does not say when the meeting began: noon was put in.")
    starts_at = timezone.make_aware(datetime.combine(day, starts or time(12)))
    slug = day.isoformat()
    while MeetingPage.objects.child_of(board).filter(slug=slug).exists():
        slug += "-new"
    return MeetingPage(
        title=f"{board.title[:200]}, {short_date(day)}",
        slug=slug,
        starts_at=starts_at,
        ends_at=_end(starts_at, reading),
        place=(file.place or reading.place or NO_PLACE)[:255],
        live=False,
    )


def _publish_meeting(
    meeting: MeetingPage, board: BoardPage, job: ArchiveJob, now: datetime
) -> None:
    meeting.owner = job.asked_by
    board.add_child(instance=meeting)
    revision = meeting.save_revision(user=job.asked_by)
    publish_meeting(Publication(revision, now=now, by=job.asked_by))
    meeting.refresh_from_db()


def _end(starts_at: datetime, reading: Reading) -> datetime:
    if reading.ends_at is not None:
        day = timezone.localdate(starts_at)
        end = timezone.make_aware(datetime.combine(day, reading.ends_at))
        if end > starts_at:
            return end
    return starts_at + USUAL_LENGTH


def _make_minutes(
    meeting: MeetingPage, board: BoardPage, reading: Reading, made_by: Account | None
) -> MinutesPage:
    """Draft minutes with what was read; today's members say nothing about who was there then."""
    minutes = MinutesPage(
        title=f"Minutes, {meeting.title}"[:255],
        slug="minutes",
        owner=made_by,
        live=False,
        items=minutes_items(reading),
    )
    minutes.attendance = attendance_of(reading, citizens_of(board))
    return minutes


def _against_publishing(file: ArchiveFile, reading: Reading, meeting: MeetingPage) -> list[str]:
    """Why these minutes are to be checked before they are public."""
    against = [] if reading.items else ["No items were found."]
    if reading.held_on and reading.held_on != file.held_on:
        against.append(f"The file says {long_date(reading.held_on)}.")
    if not meeting.live:
        against.append("The meeting of that day is not public.")
    for placed in reading.actions:
        against.extend(placed.action.doubts)
    return list(dict.fromkeys([*against, *reading.doubts]))


def _approve(
    minutes: MinutesPage, meeting: MeetingPage, file: ArchiveFile, now: datetime, words: list[str]
) -> None:
    """Approved minutes name the meeting that did it: the board's next one, where it is known."""
    if not file.is_approved or file.board is None:
        return
    later = MeetingPage.objects.child_of(file.board).can_approve(meeting, now=now)
    after = later.held(now=now).order_by("starts_at", "pk").first()
    if after is None:
        words.append(
            "The manifest says approved, but no later meeting is here that could have done so: "
            "they stay a draft."
        )
        return
    minutes.status = MinutesStatus.APPROVED
    minutes.approved_at = after
    words.append(f"Approved, as the manifest says; taken to be by {short_date(after.starts_at)}.")


def _close_old_actions(
    minutes: MinutesPage, held_on: date, now: datetime, words: list[str]
) -> None:
    """Actions of long ago are not late today: they end without a known outcome.

    They end on their own day, so that they count in no figure of this year.
    """
    if held_on + OLD_AFTER >= timezone.localdate(now):
        return
    old = ActionPoint.objects.filter(minutes=minutes).unfinished()
    if not (actions := list(old)):
        return
    old.update(state=ActionState.DROPPED, outcome=NOT_KNOWN, closed_on=held_on)
    ActionUpdate.objects.bulk_create(
        ActionUpdate(action=action, at=now, state=ActionState.DROPPED, note=NOT_KNOWN)
        for action in actions
    )
    record_progress(actions=[action.pk for action in actions], by="", reason=NOT_KNOWN, now=now)
    index_actions(actions=list(ActionPoint.objects.filter(minutes=minutes)))
    words.append(
        "Its actions are more than a year old and are closed: what came of them is not known."
    )
