"""Those who may bring old minutes in by a screen; nobody else finds it."""

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from boards import tasks
from boards.enums import ArchiveState, FileOutcome
from boards.models import ArchiveFile, ArchiveJob, BoardPage, MeetingPage, MinutesPage
from boards.selectors.archives import report_rows
from boards.services.archives import archives_folder
from portal.users.models import User
from tests.old_minutes import make_folder, write_manifest, zipped

DAYS = [date(2017, 3, 9), date(2017, 6, 8)]


@pytest.fixture
def archivist(officer: User) -> User:
    """An officer who was given the permission."""
    officer.user_permissions.add(
        Permission.objects.get(content_type__app_label="boards", codename="add_archivejob")
    )
    return User.objects.get(pk=officer.pk)


@pytest.fixture
def zip_file(tmp_path: Path, carers_board: BoardPage) -> BytesIO:
    return zipped(make_folder(tmp_path / "old", DAYS))


@pytest.fixture(autouse=True)
def own_media(tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path / "media"
    yield


def send(client: Client, file: Any, **more: str) -> Any:
    data = {"title": "Carers, 2017", "file": file} | more
    return client.post(reverse("boards_admin:archives"), data)


def job_page(job: ArchiveJob) -> str:
    return reverse("boards_admin:archive", args=[job.token])


def test_a_zip_comes_in_in_the_background_and_its_files_are_thrown_away(
    client: Client,
    archivist: User,
    zip_file: BytesIO,
    django_capture_on_commit_callbacks: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client.force_login(archivist)
    asked: list[int] = []
    monkeypatch.setattr(tasks.bring_archive_in, "delay", lambda *, job_id: asked.append(job_id))
    with django_capture_on_commit_callbacks(execute=True):
        answer = send(client, zip_file, publishes="on")
    job = ArchiveJob.objects.get()
    assert answer.headers["Location"] == job_page(job)
    assert asked == [job.pk]
    assert (job.state, job.asked_by) == (ArchiveState.WAITING, archivist)
    assert Path(job.folder) == archives_folder() / str(job.token)
    assert sorted(path.suffix for path in Path(job.folder).iterdir()) == [".csv", ".docx", ".docx"]
    page = client.get(job_page(job)).content.decode()
    assert "0 of 2 files" in page
    assert 'max="2" value="0"' in page
    assert "Look again" in page

    with django_capture_on_commit_callbacks(execute=True):
        tasks.bring_archive_in(job_id=job.pk)
        tasks.bring_archive_in(job_id=job.pk)
    job.refresh_from_db()
    assert job.state == ArchiveState.DONE
    assert not Path(job.folder).exists()
    assert MinutesPage.objects.live().count() == 2
    page = client.get(job_page(job)).content.decode()
    assert "2 of 2 files" in page
    assert "Brought in and public" in page
    assert "Look again" not in page


def test_regular_work_wakes_a_job_that_nobody_works_on(
    archivist: User, carers_board: BoardPage, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    woken: list[int] = []
    monkeypatch.setattr(tasks.bring_archive_in, "delay", lambda *, job_id: woken.append(job_id))
    lost = ArchiveJob.objects.create(
        title="Lost", folder="/x", state=ArchiveState.RUNNING, asked_at=now, lease_until=now
    )
    for state, ended_at in ((ArchiveState.STOPPED, None), (ArchiveState.DONE, now)):
        facts = {"state": state, "ended_at": ended_at, "asked_at": now}
        ArchiveJob.objects.create(title="Not", folder="/x", **facts)
    far = now + timedelta(days=365 * 50)
    ArchiveJob.objects.create(title="Busy", folder="/x", asked_at=now, lease_until=far)
    tasks.recover_archives()
    assert woken == [lost.pk]


def test_all_that_is_wrong_is_shown_and_nothing_comes_in_until_somebody_says_so(
    client: Client, archivist: User, tmp_path: Path, carers_board: BoardPage
) -> None:
    folder = make_folder(tmp_path / "old", DAYS)
    write_manifest(
        folder,
        ["2017-03-09.docx", "carers", "2017-03-09"],
        ["2017-06-08.docx", "Carer Partnership Board", "31/31/2017"],
        ["gone.docx", "carers", "2099-01-01"],
    )
    client.force_login(archivist)
    send(client, zipped(folder))
    job = ArchiveJob.objects.get()
    page = client.get(job_page(job)).content.decode()
    assert job.state == ArchiveState.STOPPED
    assert "2 lines cannot come in." in page
    for words in ("Do you mean “Carers Partnership Board”?", "is no date", "in the future"):
        assert words in page
    assert not MeetingPage.objects.exists()
    tasks.bring_archive_in(job_id=job.pk)
    assert not MeetingPage.objects.exists()
    client.post(job_page(job), {"do": "go_on"})
    tasks.bring_archive_in(job_id=job.pk)
    assert MeetingPage.objects.count() == 1


def test_a_job_can_be_stopped_and_go_on(client: Client, archivist: User, zip_file: BytesIO) -> None:
    client.force_login(archivist)
    send(client, zip_file)
    job = ArchiveJob.objects.get()
    assert ">Stop<" in client.get(job_page(job)).content.decode()
    client.post(job_page(job), {"do": "stop"})
    job.refresh_from_db()
    assert job.state == ArchiveState.STOPPED
    page = client.get(job_page(job)).content.decode()
    assert ">Go on<" in page
    assert ">Stop<" not in page
    client.post(job_page(job), {"do": "go_on"})
    job.refresh_from_db()
    assert job.state == ArchiveState.WAITING
    for nonsense in ({}, {"do": "\x00"}, {"do": "x" * 5000}):
        assert client.post(job_page(job), nonsense).status_code == 302


@pytest.mark.parametrize(
    "data", [b"no zip", b"", b"PK\x05\x06" + b"\x00" * 18], ids=["no zip", "empty", "no manifest"]
)
def test_a_file_that_is_no_archive_is_refused_in_words_and_leaves_nothing(
    client: Client, archivist: User, data: bytes
) -> None:
    client.force_login(archivist)
    file = BytesIO(data)
    file.name = "old.zip"
    answer = send(client, file)
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert 'value="Carers, 2017"' in answer.content.decode()
    assert not ArchiveJob.objects.exists()
    left = archives_folder()
    assert not left.exists() or not list(left.iterdir())


def test_nobody_else_finds_the_screens(
    client: Client,
    archivist: User,
    co_chair: User,
    member: User,
    home: object,
    now: datetime,
) -> None:
    job = ArchiveJob.objects.create(title="Secret", folder="/x", asked_at=now)
    addresses = [
        reverse("boards_admin:archives"),
        job_page(job),
        reverse("boards_admin:archive_report", args=[job.token]),
    ]
    plain_officer = User.objects.create_user("plain", password="a long enough password")
    plain_officer.groups.add(*archivist.groups.all())
    for user in (co_chair, plain_officer, member, None):
        client.logout()
        if user is not None:
            client.force_login(user)
        for address in addresses:
            for answer in (client.get(address), client.post(address, {"do": "stop"})):
                refused = answer.status_code in {404, 405}
                assert refused or "/login/" in answer.headers["Location"], (user, address)
        assert "Old minutes" not in client.get("/admin/", follow=True).content.decode()
    job.refresh_from_db()
    assert job.state == ArchiveState.WAITING
    client.force_login(archivist)
    for address in addresses:
        assert client.get(address).status_code == 200
    assert "Old minutes" in client.get("/admin/").content.decode()


def test_what_was_uploaded_is_never_served(
    client: Client, archivist: User, zip_file: BytesIO
) -> None:
    client.force_login(archivist)
    send(client, zip_file)
    token = ArchiveJob.objects.get().token
    for path in ("media/archives", "media/images/../archives", "documents"):
        assert client.get(f"/{path}/{token}/manifest.csv").status_code in {400, 404}
    assert settings.MEDIA_URL == "/media/"


def test_the_report_is_a_table_that_no_spreadsheet_runs(
    client: Client, archivist: User, carers_board: BoardPage, now: datetime
) -> None:
    job = ArchiveJob.objects.create(title="Odd", folder="/x", asked_at=now)
    ArchiveFile.objects.create(
        job=job,
        position=1,
        file_name="=cmd.docx",
        board=carers_board,
        held_on=DAYS[0],
        outcome=FileOutcome.FAILED,
        ended_at=now,
        report="This file is not in the folder.",
    )
    client.force_login(archivist)
    answer = client.get(reverse("boards_admin:archive_report", args=[job.token]))
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"))))
    assert rows == report_rows(job)
    assert rows[0][:5] == ["Line", "File", "Board", "Date", "Outcome"]
    assert rows[1][1] == "'=cmd.docx"
    assert rows[1][4] == "Could not be brought in"


def test_pages_and_tokens_that_are_nonsense_are_answered_plainly(
    client: Client, archivist: User, now: datetime
) -> None:
    job = ArchiveJob.objects.create(title="Long", folder="/x", asked_at=now)
    ArchiveFile.objects.bulk_create(
        ArchiveFile(job=job, position=number, file_name=f"{number}.docx") for number in range(120)
    )
    client.force_login(archivist)
    assert client.get(reverse("boards_admin:archive", args=[uuid4()])).status_code == 404
    assert client.get("/admin/my-boards/old-minutes/x/").status_code == 404
    for wanted in ("2", "0", "-1", "9" * 5000, "x", "\x00"):
        assert client.get(job_page(job), {"p": wanted}).status_code == 200
        assert client.get(reverse("boards_admin:archives"), {"p": wanted}).status_code == 200
    assert "Page 2 of 3" in client.get(job_page(job), {"p": "2"}).content.decode()


def test_a_hundred_files_cost_the_queries_of_one(
    client: Client,
    archivist: User,
    carers_board: BoardPage,
    now: datetime,
    django_assert_max_num_queries: Any,
) -> None:
    job = ArchiveJob.objects.create(title="Long", folder="/x", asked_at=now)
    ArchiveFile.objects.bulk_create(
        ArchiveFile(job=job, position=number, file_name=f"{number}.docx", board=carers_board)
        for number in range(100)
    )
    client.force_login(archivist)
    client.get(job_page(job))
    with django_assert_max_num_queries(20):
        client.get(job_page(job))
