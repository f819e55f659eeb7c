"""Where a file of old minutes goes: whose turn it is, on which day, until when."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from boards.enums import ArchiveState, FileOutcome
from boards.models import ArchiveFile, ArchiveJob, BoardPage, MeetingPage
from boards.selectors.archives import archives_to_go_on_with
from boards.services import archive_files
from boards.services.archives import LEASE, bring_archive_in
from boards.word_reader import read_word
from boards.word_reader.reading import Reading
from tests.boards.old_minutes.test_archives import ask, bring
from tests.borough import make_meeting
from tests.old_minutes import make_folder


@pytest.fixture
def folder(tmp_path: Path, carers_board: BoardPage) -> Path:
    return make_folder(tmp_path / "old", [date(2017, 3, 9)])


def test_working_on_one_archive_keeps_nobody_from_another(folder: Path, now: datetime) -> None:
    mine, other = ask(folder, now), ask(folder, now)
    during: list[list[int]] = []
    bring_archive_in(
        job_id=mine.pk,
        clock=lambda: now,
        say=lambda file: during.append(archives_to_go_on_with(now=now)),
    )
    assert during == [[other.pk]]


def test_a_meeting_that_was_cancelled_gets_no_minutes(
    folder: Path, carers_board: BoardPage, now: datetime
) -> None:
    held = now.replace(year=2017, month=3, day=9)
    make_meeting(carers_board, held, status="cancelled", status_reason="Snow")
    (file,) = bring(ask(folder, now), now).values()
    assert file.outcome == FileOutcome.FAILED
    assert file.report == "The portal says that the meeting of 9 March 2017 was cancelled."


@pytest.mark.parametrize(("end", "hours"), [(time(15), 1), (time(14), 2), (time(13), 2)])
def test_an_end_that_does_not_come_after_the_beginning_is_not_believed(
    folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch, end: time, hours: int
) -> None:
    def read(path: Path) -> Reading:
        return replace(read_word(path), ends_at=end)

    monkeypatch.setattr(archive_files, "read_word", read)
    bring(ask(folder, now), now)
    meeting = MeetingPage.objects.get()
    assert timezone.localtime(meeting.starts_at).hour == 14
    assert meeting.ends_at - meeting.starts_at == timedelta(hours=hours)


def test_who_was_so_slow_that_another_took_the_job_up_stops_and_leaves_it_its_lease(
    tmp_path: Path, carers_board: BoardPage, now: datetime
) -> None:
    job = ask(make_folder(tmp_path / "old", [date(2017, 3, 9), date(2017, 6, 8)]), now)
    another = {"holder": uuid4(), "lease_until": now + timedelta(minutes=25)}
    read: list[str] = []

    def take_up(file: ArchiveFile) -> None:
        read.append(file.file_name)
        ArchiveJob.objects.filter(pk=job.pk).update(**another)

    assert not bring_archive_in(job_id=job.pk, clock=lambda: now, say=take_up)
    assert read == ["2017-06-08.docx"]
    assert ArchiveJob.objects.filter(pk=job.pk, state=ArchiveState.RUNNING, **another).exists()


def test_nobody_takes_a_job_up_whose_task_may_still_run(settings: Settings) -> None:
    """Three that read the same file at once would be told as three that it ended."""
    assert LEASE.total_seconds() > settings.CELERY_TASK_TIME_LIMIT
