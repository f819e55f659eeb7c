"""`manage.py import_minutes`: all that is wrong first, then file by file, and on after a kill."""

import os
import signal
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from boards.enums import ArchiveState
from boards.models import ArchiveJob, BoardPage, MeetingPage, MinutesPage
from tests.old_minutes import make_folder, write_manifest
from tests.services.processes import Portal, wait_for

DAYS = [date(2017, 3, 9), date(2017, 6, 8)]
COUNT = (
    "from boards.models import *;"
    "j = ArchiveJob.objects.latest('pk');"
    "days = [file.held_on for file in j.files.all()];"
    "m = MeetingPage.objects.filter(starts_at__date__in=days);"
    "print(j.files.exclude(outcome='waiting').count(), m.count(),"
    " sum(MinutesPage.objects.child_of(each).count() for each in m));"
    "ArchiveJob.objects.update(lease_until=None)"
)


@pytest.fixture
def folder(tmp_path: Path, carers_board: BoardPage) -> Path:
    return make_folder(tmp_path / "old", DAYS)


def run(*words: str) -> str:
    out = StringIO()
    call_command("import_minutes", *words, stdout=out, stderr=out)
    return out.getvalue()


def test_a_folder_comes_in_and_each_end_is_told(folder: Path) -> None:
    told = run(str(folder), "--title", "Carers, 2017", "--publish")
    assert "2017-03-09.docx: Brought in and public." in told
    assert "Brought in and public: 2" in told
    job = ArchiveJob.objects.get()
    assert (job.title, job.state) == ("Carers, 2017", ArchiveState.DONE)
    assert (folder / "2017-03-09.docx").exists()  # a folder of somebody's own stays
    with pytest.raises(CommandError, match="Nothing of this folder is unfinished"):
        run(str(folder), "--resume")


def test_all_that_is_wrong_is_told_at_once_and_nothing_comes_in(folder: Path) -> None:
    write_manifest(
        folder,
        ["2017-03-09.docx", "carers", "2017-03-09"],
        ["2017-06-08.docx", "Carer Partnership Board", "31/31/2017"],
        ["gone.docx", "carers", "2099-01-01"],
    )
    out = StringIO()
    with pytest.raises(CommandError, match=r"2 of 3 lines are wrong\. Nothing was brought in\."):
        call_command("import_minutes", str(folder), stdout=out, stderr=out)
    told = out.getvalue()
    for words in ("Do you mean “Carers Partnership Board”?", "is no date", "in the future"):
        assert words in told
    assert "not in the folder" in told
    assert not ArchiveJob.objects.exists()
    assert not MeetingPage.objects.exists()
    assert "Could not be brought in: 2" in run(str(folder), "--leave-out-wrong")
    assert MinutesPage.objects.count() == 1


@pytest.mark.parametrize("data", [None, b"", b"file,board\n"])
def test_a_folder_without_a_manifest_is_refused_in_words(
    tmp_path: Path, home: object, data: bytes | None
) -> None:
    if data is not None:
        (tmp_path / "manifest.csv").write_bytes(data)
    with pytest.raises(CommandError, match=r"manifest\.csv"):
        run(str(tmp_path))


def test_a_job_that_another_program_works_on_is_left_alone(folder: Path, now: datetime) -> None:
    run(str(folder))
    far = now + timedelta(days=365 * 50)
    ArchiveJob.objects.update(state=ArchiveState.RUNNING, ended_at=None, lease_until=far)
    with pytest.raises(CommandError, match="another program works on this folder"):
        run(str(folder), "--resume")


@pytest.mark.slow
def test_killed_half_way_it_leaves_whole_files_only_and_goes_on(
    own_portal: Portal, tmp_path: Path
) -> None:
    days = [date(2015, 1, 8) + timedelta(days=49 * number) for number in range(12)]
    folder = make_folder(tmp_path / "old", days)
    command = ["python", "manage.py", "import_minutes", str(folder), "--publish"]
    program = own_portal.start(command)
    wait_for(lambda: program.output.count("Brought in") >= 3, seconds=120, what="three files")
    os.kill(program.process.pid, signal.SIGKILL)
    program.process.wait()
    ended, meetings, minutes = _counts(own_portal)
    assert 3 <= ended < len(days)
    assert ended == meetings == minutes
    again = own_portal.manage("import_minutes", str(folder), "--resume")
    assert again.returncode == 0, again.stderr
    assert _counts(own_portal) == [len(days)] * 3


def _counts(portal: Portal) -> list[int]:
    """Files that ended, meetings of their days, and minutes of these."""
    done = portal.manage("shell", "--no-imports", "-c", COUNT)
    assert done.returncode == 0, done.stderr
    return [int(word) for word in done.stdout.split()]
