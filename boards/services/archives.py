"""Jobs that bring old minutes in: asked for, stopped, gone on with, worked on in turns."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import IO
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from boards.enums import ArchiveState, FileOutcome
from boards.events import archive_asked
from boards.models import ArchiveFile, ArchiveJob
from boards.old_minutes import (
    ArchiveLine,
    UnsafeArchive,
    unpack,
)
from boards.selectors.archives import (
    UNFINISHED_JOBS,
    CannotBringArchive,
    check_folder,
    free_jobs,
)
from boards.services.archive_files import bring_file_in
from easyread.accounts import Account

LEASE = timedelta(minutes=10)  # longer than a task lives: it is ended by force after 540 seconds
TURN_SECONDS = 240.0
LATEST_FIRST = (F("held_on").desc(nulls_last=True), "position", "pk")


@transaction.atomic
def ask_for_archive(
    *,
    folder: Path,
    lines: list[ArchiveLine],
    title: str,
    publishes: bool,
    asked_by: Account | None,
    now: datetime,
    token: UUID | None = None,
) -> ArchiveJob:
    """Make the job with all its lines.

    Lines with a problem have failed from the start. A job with any waits stopped, so that nothing
    comes in before somebody has seen them.
    """
    wrong = any(line.problem for line in lines)
    job = ArchiveJob.objects.create(
        token=token or uuid4(),
        title=title[:160],
        folder=str(folder),
        publishes=publishes,
        state=ArchiveState.STOPPED if wrong else ArchiveState.WAITING,
        asked_at=now,
        asked_by=asked_by,
    )
    ArchiveFile.objects.bulk_create(
        ArchiveFile(
            job=job,
            position=line.position,
            file_name=line.file,
            board_id=line.board,
            held_on=line.held_on,
            starts=line.starts,
            place=line.place,
            is_approved=line.is_approved,
            sha256=line.sha256,
            outcome=FileOutcome.FAILED if line.problem else FileOutcome.WAITING,
            report=line.problem,
            ended_at=now if line.problem else None,
        )
        for line in lines
    )
    if not wrong:
        _tell(job)
    return job


def take_zip(
    *, source: IO[bytes], title: str, publishes: bool, asked_by: Account | None, now: datetime
) -> ArchiveJob:
    """Unpack an uploaded .zip and make its job; raises CannotBringArchive and leaves nothing."""
    token = uuid4()
    folder = archives_folder() / str(token)
    try:
        unpack(source, into=folder)
        lines = check_folder(folder=folder, today=timezone.localdate(now))
        return ask_for_archive(
            folder=folder,
            lines=lines,
            title=title,
            publishes=publishes,
            asked_by=asked_by,
            now=now,
            token=token,
        )
    except UnsafeArchive as error:
        raise CannotBringArchive(str(error)) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def archives_folder() -> Path:
    """Where unpacked archives lie; nothing of it is ever served."""
    return Path(settings.MEDIA_ROOT) / "archives"


def _tell(job: ArchiveJob) -> None:
    transaction.on_commit(partial(archive_asked.send_robust, None, job_id=job.pk))


@transaction.atomic
def stop_archive(*, job: ArchiveJob) -> bool:
    """Stop after the file that is being read; whether there was something to stop."""
    going = ArchiveJob.objects.filter(pk=job.pk, state__in=UNFINISHED_JOBS)
    return bool(going.update(state=ArchiveState.STOPPED))


@transaction.atomic
def go_on_with_archive(*, job: ArchiveJob) -> bool:
    """Let a stopped job go on with the files that wait; whether it was stopped."""
    stopped = ArchiveJob.objects.filter(pk=job.pk, state=ArchiveState.STOPPED)
    if not stopped.update(state=ArchiveState.WAITING):
        return False
    _tell(job)
    return True


def bring_archive_in(
    *,
    job_id: int,
    clock: Callable[[], datetime],
    seconds: float = TURN_SECONDS,
    say: Callable[[ArchiveFile], object] = lambda file: None,
) -> bool:
    """Work one turn on a job: file after file until the time is up; whether files still wait.

    Only one works on a job: it holds a lease that it renews with each file and gives back. Who
    is killed leaves whole files behind; after the lease another goes on with the next one, and who
    was only slow stops.
    """
    start, holder = clock(), uuid4()
    claimed = free_jobs(start).filter(pk=job_id)
    if not claimed.update(state=ArchiveState.RUNNING, lease_until=start + LEASE, holder=holder):
        return False
    held = ArchiveJob.objects.filter(pk=job_id, holder=holder)
    job = ArchiveJob.objects.select_related("asked_by").get(pk=job_id)
    waiting = ArchiveFile.objects.filter(job=job, outcome=FileOutcome.WAITING)
    while (file := waiting.order_by(*LATEST_FIRST).first()) is not None:
        now = clock()
        running = held.filter(state=ArchiveState.RUNNING)
        if (now - start).total_seconds() >= seconds or not running.update(lease_until=now + LEASE):
            break
        say(bring_file_in(file=file, job=job, now=now))
    return _end_turn(held, clock())


@transaction.atomic
def _end_turn(held: QuerySet[ArchiveJob], now: datetime) -> bool:
    """Give the lease back, unless another has it; the job is done when no file waits."""
    mine = held.select_for_update().first()
    if mine is None:
        return False
    waits = mine.files.filter(outcome=FileOutcome.WAITING).exists()
    mine.lease_until = mine.holder = None
    if not waits:
        mine.state = ArchiveState.DONE
        mine.ended_at = now
        transaction.on_commit(partial(_forget_files, mine))
    mine.save(update_fields=["lease_until", "holder", "state", "ended_at"])
    return waits and mine.state == ArchiveState.RUNNING


def _forget_files(job: ArchiveJob) -> None:
    """What was uploaded is not kept longer than needed; folders of others are left alone."""
    folder = Path(job.folder)
    if folder.parent == archives_folder() and folder.name == str(job.token):
        shutil.rmtree(folder, ignore_errors=True)
