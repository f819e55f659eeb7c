"""Old minutes come in file by file: wholly or not at all, once, and each end is told."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from boards.enums import ActionState, ArchiveState, FileOutcome, MinutesStatus
from boards.models import (
    ActionPoint,
    ArchiveFile,
    ArchiveJob,
    Attendance,
    BoardPage,
    Decision,
    MeetingPage,
    MinutesPage,
)
from boards.selectors.archives import archives_to_go_on_with, check_folder
from boards.services import archive_files
from boards.services.archives import (
    ask_for_archive,
    bring_archive_in,
    go_on_with_archive,
    stop_archive,
)
from boards.word_reader import read_word
from portal.search.selectors import search_everything
from tests.borough import make_meeting, make_minutes
from tests.old_minutes import make_folder, word_file, write_manifest

DAYS = [date(2017, 3, 9), date(2017, 6, 8), date(2026, 3, 12)]


def ask(folder: Path, now: datetime, *, publishes: bool = False) -> ArchiveJob:
    lines = check_folder(folder=folder, today=now.date())
    return ask_for_archive(
        folder=folder, lines=lines, title="Old", publishes=publishes, asked_by=None, now=now
    )


def bring(job: ArchiveJob, now: datetime) -> dict[str, ArchiveFile]:
    while bring_archive_in(job_id=job.pk, clock=lambda: now):
        pass
    job.refresh_from_db()
    return {file.file_name: file for file in job.files.order_by("position")}


@pytest.fixture
def folder(tmp_path: Path, carers_board: BoardPage) -> Path:
    return make_folder(tmp_path / "old", DAYS)


def counts() -> tuple[int, ...]:
    models: list[Any] = [MeetingPage, MinutesPage, ActionPoint, Decision, Attendance]
    return tuple(model.objects.count() for model in models)


def test_each_file_becomes_a_public_meeting_with_draft_minutes(folder: Path, now: datetime) -> None:
    job = ask(folder, now)
    files = bring(job, now)
    assert job.state == ArchiveState.DONE
    assert {file.outcome for file in files.values()} == {FileOutcome.DRAFT}
    assert counts()[:2] == (3, 3)
    meeting = MeetingPage.objects.get(slug="2017-03-09")
    assert meeting.live
    assert (meeting.starts_at.hour, meeting.place) == (14, "Not written down")
    minutes = MinutesPage.objects.child_of(meeting).get()
    assert not minutes.live
    assert [item.value["title"] for item in minutes.items] == ["Buses", "Library"]
    assert [one.name for one in minutes.attendance.all()] == ["Mo Vale", "Ola Penn", "Sy Reed"]
    assert not ActionPoint.objects.exists()
    assert files["2017-03-09.docx"].report.startswith("2 items, 1 decision, 1 action.")
    assert files["2017-03-09.docx"].minutes == minutes


def test_minutes_without_doubts_are_public_at_once_when_that_was_asked_for(
    folder: Path, now: datetime
) -> None:
    word_file(folder / "2017-06-08.docx", date(2017, 6, 9))
    files = bring(ask(folder, now, publishes=True), now)
    assert files["2017-03-09.docx"].outcome == FileOutcome.PUBLISHED
    assert files["2017-06-08.docx"].outcome == FileOutcome.DRAFT
    assert "The file says Friday 9 June 2017." in files["2017-06-08.docx"].report
    recent = ActionPoint.objects.get(agreed_on=DAYS[2])
    assert recent.state == ActionState.OPEN
    found = [one for one in search_everything(words="library") if isinstance(one, ActionPoint)]
    assert recent in found


def test_actions_of_long_ago_are_closed_and_never_late(folder: Path, now: datetime) -> None:
    files = bring(ask(folder, now, publishes=True), now)
    old = ActionPoint.objects.get(agreed_on=DAYS[0])
    assert (old.state, old.closed_on) == (ActionState.DROPPED, DAYS[0])
    assert old.outcome == archive_files.NOT_KNOWN
    assert not ActionPoint.objects.overdue(on=now.date()).filter(agreed_on__lt=DAYS[2]).exists()
    assert "more than a year old" in files["2017-03-09.docx"].report


def test_old_minutes_are_no_news_of_today(folder: Path, now: datetime) -> None:
    bring(ask(folder, now, publishes=True), now)
    minutes = MinutesPage.objects.child_of(MeetingPage.objects.get(slug="2017-03-09")).get()
    assert minutes.first_published_at is not None
    assert minutes.first_published_at.date() == DAYS[0]


def test_the_boards_meeting_of_that_day_is_used_and_its_minutes_are_left_alone(
    folder: Path, carers_board: BoardPage, now: datetime
) -> None:
    planned = make_meeting(carers_board, now.replace(month=3, day=12))
    with_minutes = make_meeting(carers_board, now.replace(year=2017, month=6, day=8))
    before = make_minutes(with_minutes).get_latest_revision().pk
    files = bring(ask(folder, now), now)
    assert MeetingPage.objects.count() == 3
    assert files["2026-03-12.docx"].minutes in MinutesPage.objects.child_of(planned)
    assert files["2017-06-08.docx"].outcome == FileOutcome.SKIPPED
    assert files["2017-06-08.docx"].report == "The meeting of 8 June 2017 has minutes already."
    assert MinutesPage.objects.child_of(with_minutes).get().get_latest_revision().pk == before


def test_the_same_folder_again_brings_nothing_twice(folder: Path, now: datetime) -> None:
    bring(ask(folder, now), now)
    before = counts()
    again = bring(ask(folder, now), now)
    assert {file.outcome for file in again.values()} == {FileOutcome.SKIPPED}
    assert "was brought in before, for 9 March 2017" in again["2017-03-09.docx"].report
    assert counts() == before


def test_a_file_that_cannot_be_read_leaves_nothing_and_the_others_come_in(
    folder: Path, now: datetime
) -> None:
    (folder / "2017-03-09.docx").write_bytes(b"no Word file at all")
    files = bring(ask(folder, now), now)
    assert files["2017-03-09.docx"].outcome == FileOutcome.FAILED
    assert files["2017-03-09.docx"].report
    assert not MeetingPage.objects.filter(slug="2017-03-09").exists()
    assert files["2017-06-08.docx"].outcome == FileOutcome.DRAFT


def test_a_file_outside_of_the_folder_is_never_read(folder: Path, now: datetime) -> None:
    word_file(folder.parent / "secret.docx", DAYS[0])
    (folder / "link.docx").symlink_to(folder.parent / "secret.docx")
    job = ask(folder, now)
    names = ["../secret.docx", str(folder.parent / "secret.docx"), "link.docx"]
    for file, name in zip(job.files.order_by("position"), names, strict=True):
        ArchiveFile.objects.filter(pk=file.pk).update(file_name=name)
    files = bring(job, now)
    assert {files[name].report for name in names} == {"The file is not in the folder any more."}
    assert counts()[:2] == (0, 0)


def test_nobody_waits_while_a_file_is_read(
    folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    around = list(connection.savepoint_ids)
    seen = []

    def read(path: Path) -> Any:
        seen.append(list(connection.savepoint_ids) == around)
        return read_word(path)

    monkeypatch.setattr(archive_files, "read_word", read)
    files = bring(ask(folder, now), now)
    assert {file.outcome for file in files.values()} == {FileOutcome.DRAFT}
    assert seen == [True] * 3, "read outside of any transaction"


def test_a_failure_in_the_middle_of_a_file_takes_its_meeting_back(
    folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(reading: Any, citizens: Any) -> None:
        raise ValueError("something odd")

    monkeypatch.setattr(archive_files, "attendance_of", fail)
    before = counts()
    files = bring(ask(folder, now, publishes=True), now)
    assert {file.outcome for file in files.values()} == {FileOutcome.FAILED}
    assert "Nothing came in." in files["2017-03-09.docx"].report
    assert counts() == before


def test_a_file_that_ends_the_program_each_time_is_given_up_after_three_times(
    folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*args: Any, **kwargs: Any) -> None:
        raise KeyboardInterrupt

    job = ask(folder, now)
    read = read_word
    monkeypatch.setattr(archive_files, "read_word", killed)
    for turn in range(3):
        with pytest.raises(KeyboardInterrupt):
            bring(job, now + turn * timedelta(hours=1))
    monkeypatch.setattr(archive_files, "read_word", read)
    files = bring(job, now + timedelta(hours=4))
    ends = [file.outcome for file in files.values()]
    assert ends == [FileOutcome.DRAFT, FileOutcome.DRAFT, FileOutcome.FAILED]
    assert files["2026-03-12.docx"].report == archive_files.ENDED_THE_PROGRAM


def test_a_turn_ends_when_its_time_is_up_and_the_next_goes_on(folder: Path, now: datetime) -> None:
    job = ask(folder, now)
    moments = iter([now + timedelta(minutes=3 * n) for n in range(100)])
    more = bring_archive_in(job_id=job.pk, clock=lambda: next(moments), seconds=200)
    job.refresh_from_db()
    assert more
    assert (job.state, job.lease_until) == (ArchiveState.RUNNING, None)
    assert job.files.filter(outcome=FileOutcome.WAITING).count() == 2
    assert archives_to_go_on_with(now=now) == [job.pk]
    bring(job, now)
    assert job.state == ArchiveState.DONE
    assert counts()[:2] == (3, 3)


def test_only_one_works_on_a_job_until_its_lease_is_over(folder: Path, now: datetime) -> None:
    job = ask(folder, now)
    ArchiveJob.objects.update(state=ArchiveState.RUNNING, lease_until=now + timedelta(minutes=5))
    assert not bring_archive_in(job_id=job.pk, clock=lambda: now)
    assert counts()[0] == 0
    assert archives_to_go_on_with(now=now) == []
    assert archives_to_go_on_with(now=now + timedelta(minutes=6)) == [job.pk]


def test_a_stopped_job_stops_after_its_file_and_goes_on_when_asked(
    folder: Path, now: datetime, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    job = ask(folder, now)
    bring_archive_in(job_id=job.pk, clock=lambda: now, say=lambda file: stop_archive(job=job))
    job.refresh_from_db()
    assert (job.state, counts()[0]) == (ArchiveState.STOPPED, 1)
    assert archives_to_go_on_with(now=now) == []
    assert not bring_archive_in(job_id=job.pk, clock=lambda: now)
    assert go_on_with_archive(job=job)
    assert not go_on_with_archive(job=job)
    bring(job, now)
    assert (job.state, counts()[0]) == (ArchiveState.DONE, 3)


def test_approved_minutes_name_the_boards_next_meeting_where_it_is_known(
    folder: Path, now: datetime
) -> None:
    write_manifest(folder, *([f"{day}.docx", "carers", f"{day}", "approved"] for day in DAYS))
    files = bring(ask(folder, now, publishes=True), now)
    first = MinutesPage.objects.child_of(MeetingPage.objects.get(slug="2017-03-09")).get()
    assert first.status == MinutesStatus.APPROVED
    assert first.approved_at == MeetingPage.objects.get(slug="2017-06-08")
    last = MinutesPage.objects.child_of(MeetingPage.objects.get(slug="2026-03-12")).get()
    assert last.status == MinutesStatus.DRAFT
    assert "no later meeting is here" in files["2026-03-12.docx"].report


def test_place_and_time_of_the_manifest_count(folder: Path, now: datetime) -> None:
    write_manifest(folder, ["2017-03-09.docx", "carers", "9/3/2017", "", "Old Hall", "10.30am"])
    job = ask(folder, now)
    assert job.state == ArchiveState.STOPPED  # two files are not in the manifest
    go_on_with_archive(job=job)
    bring(job, now)
    meeting = MeetingPage.objects.get()
    assert (meeting.place, meeting.starts_at.strftime("%H:%M")) == ("Old Hall", "10:30")
