"""The files of an easy read: made in the background, kept by revision, public with it only."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from docx import Document

from boards.models import MeetingPage, MinutesPage
from easyread.enums import FileKind, FileState
from easyread.models import EasyReadFile, EasyReadPage, Picture
from easyread.selectors import files_of, pages_of
from easyread.selectors.printing import files_plan
from easyread.services.files import ask_for_files, make_files, recover_files
from tests.borough import make_easy_read, make_minutes, restrict
from tests.easyread.services.printed import address, idea, make, publish, with_every_block, words_at

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture
def easy_read(minutes: MinutesPage) -> EasyReadPage:
    return with_every_block(minutes)


def test_publishing_asks_for_the_files_and_the_worker_makes_them(
    client: Client, minutes: MinutesPage, django_capture_on_commit_callbacks: Any
) -> None:
    easy_read = make_easy_read(minutes, body=[idea("We talked.")])
    assert "Print it" not in client.get(easy_read.url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        publish(easy_read, idea("We talked about buses."))
    found = files_of(easy_read)
    assert [each.kind for each in found] == list(FileKind)
    text = client.get(easy_read.url).content.decode()
    assert "Print it" in text
    for each in found:
        assert each.url in text
        assert "We talked about buses." in (
            words_at(client, each.url) if each.points else word_at(client, each.url)
        )
    assert f"Words of 16 point, {pages_of(easy_read)} page" in text


def word_at(client: Client, where: str) -> str:
    document: Any = Document(BytesIO(b"".join(client.get(where))))
    return "\n".join(cell.text for table in document.tables for cell in table._cells)


def test_every_kind_of_block_is_in_the_file_with_its_picture(
    client: Client, easy_read: EasyReadPage, minutes: MinutesPage, now: datetime
) -> None:
    assert make(easy_read, now) == len(FileKind)
    text = words_at(client, address(easy_read))
    for words in (
        *("Testbury Council", easy_read.title, "Buses", "We talked about buses.", "We decided"),
        *("We said yes.", "To do", "Who Sy", "What Ring them", "When By May", "Where Town Hall"),
        *("Quorum Enough people.", "About 4 pounds A fare.", "Phone 0300", "s@a.example"),
        *("You can ask Sy Reed", minutes.title, "Pictures: OpenMoji, CC BY-SA 4.0"),
    ):
        assert words in text, words
    assert "Do you have a question?" not in text, "the text says whom to ask"
    plan = files_plan(easy_read)
    shown = [line.picture for row in plan.content.rows for line in row.lines]
    assert all(picture and picture.identity and picture.alternative for picture in shown)


def test_a_text_that_names_nobody_to_ask_ends_with_the_council(
    client: Client, minutes: MinutesPage, now: datetime
) -> None:
    easy_read = make_easy_read(minutes, body=[idea("We talked.")])
    make(easy_read, now)
    text = words_at(client, address(easy_read))
    assert "Do you have a question? You can ask us." in text


@pytest.mark.parametrize(
    ("kind", "content_type", "disposition"),
    [("pdf_16", "application/pdf", "inline"), ("word", WORD, "attachment")],
)
def test_a_file_is_served_as_what_it_is(
    client: Client,
    easy_read: EasyReadPage,
    now: datetime,
    kind: str,
    content_type: str,
    disposition: str,
) -> None:
    make(easy_read, now)
    answer = client.get(address(easy_read, kind))
    assert answer["Content-Type"] == content_type
    assert answer["Content-Disposition"].startswith(disposition)
    assert easy_read.title in answer["Content-Disposition"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    again = client.get(address(easy_read, kind), headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_a_title_with_a_stroke_is_whole_in_the_name_of_its_file(
    client: Client, easy_read: EasyReadPage, now: datetime
) -> None:
    make(easy_read, now)
    EasyReadPage.objects.update(title="Buses 2025/26")
    answer = client.get(address(easy_read))
    assert 'filename="Buses 2025-26, easy read.pdf"' in answer["Content-Disposition"]


def test_strangers_get_no_file_of_what_is_not_public(
    client: Client, easy_read: EasyReadPage, minutes: MinutesPage, now: datetime
) -> None:
    make(easy_read, now)
    assert client.get(address(easy_read)).status_code == 200
    for wrong in ("", "pdf", "PDF_16", "pdf_99"):
        assert client.get(f"/easy-read-files/{easy_read.pk}/{wrong}/").status_code == 404
    assert client.get(f"/easy-read-files/{minutes.pk}/pdf_16/").status_code == 404
    assert client.get("/easy-read-files/999999999/pdf_16/").status_code == 404
    restrict(minutes)
    assert client.get(address(easy_read)).status_code == 404
    assert not ask_for_files(easy_read=easy_read, now=now)


def test_what_is_taken_down_has_no_files_any_more(
    client: Client,
    easy_read: EasyReadPage,
    minutes: MinutesPage,
    now: datetime,
    django_capture_on_commit_callbacks: Any,
) -> None:
    make(easy_read, now)
    stored = [(each.file.storage, str(each.file.name)) for each in EasyReadFile.objects.all()]
    assert all(storage.exists(name) for storage, name in stored)
    with django_capture_on_commit_callbacks(execute=True):
        minutes.unpublish()
    assert client.get(address(easy_read)).status_code == 404
    assert not EasyReadFile.objects.exists()
    assert not any(storage.exists(name) for storage, name in stored)


def test_files_go_with_their_page(
    easy_read: EasyReadPage, now: datetime, django_capture_on_commit_callbacks: Any
) -> None:
    make(easy_read, now)
    one = EasyReadFile.objects.filter(kind=FileKind.WORD).get()
    with django_capture_on_commit_callbacks(execute=True):
        easy_read.delete()
    assert not one.file.storage.exists(str(one.file.name))


def test_the_same_files_are_made_once(easy_read: EasyReadPage, now: datetime) -> None:
    assert make(easy_read, now) == 5
    assert make(easy_read, now) == 0
    easy_read.save_revision().publish()
    assert make(easy_read, now) == 0
    assert EasyReadFile.objects.count() == 5


def test_nobody_makes_files_that_nobody_asked_for(easy_read: EasyReadPage, now: datetime) -> None:
    assert make_files(easy_read_id=easy_read.pk, clock=lambda: now) == 0
    assert make_files(easy_read_id=999_999, clock=lambda: now) == 0
    assert not EasyReadFile.objects.exists()


def test_new_words_make_new_files_and_until_then_the_old_ones_are_there(
    client: Client, easy_read: EasyReadPage, now: datetime
) -> None:
    make(easy_read, now)
    publish(easy_read, idea("We talked about trains."))
    ask_for_files(easy_read=easy_read, now=now + timedelta(minutes=1))
    assert "buses" in words_at(client, address(easy_read))
    assert all(each.is_old for each in files_of(easy_read))
    assert "New files are being made" in client.get(easy_read.url).content.decode()
    make_files(easy_read_id=easy_read.pk, clock=lambda: now + timedelta(minutes=2))
    assert "trains" in words_at(client, address(easy_read))
    assert not any(each.is_old for each in files_of(easy_read))


def test_words_that_change_while_files_are_made_are_not_lost(
    easy_read: EasyReadPage, now: datetime
) -> None:
    ask_for_files(easy_read=easy_read, now=now)

    def clock() -> datetime:
        """Asked after the files were set, before they are kept."""
        ticks.append(now)
        if len(ticks) == 2:
            publish(EasyReadPage.objects.get(), idea("We talked about trains."))
        return now

    ticks: list[datetime] = []
    assert make_files(easy_read_id=easy_read.pk, clock=clock) == 0
    assert not EasyReadFile.objects.filter(state=FileState.READY).exists()
    assert recover_files(now=now) == 1
    assert make_files(easy_read_id=easy_read.pk, clock=lambda: now) == 5


def test_what_changed_since_it_was_asked_for_is_made_as_it_is_now(
    client: Client, easy_read: EasyReadPage, now: datetime
) -> None:
    ask_for_files(easy_read=easy_read, now=now)
    publish(easy_read, idea("We talked about trains."))
    assert make_files(easy_read_id=easy_read.pk, clock=lambda: now) == 5
    assert "trains" in words_at(client, address(easy_read))
    assert EasyReadFile.objects.count() == 5


def test_an_easy_read_in_preparation_has_no_files(minutes: MinutesPage, now: datetime) -> None:
    draft = make_easy_read(minutes, live=False, body=[idea("We talked.")])
    assert ask_for_files(easy_read=draft, now=now) == 0
    assert recover_files(now=now) == 0
    assert not EasyReadFile.objects.exists()


def test_the_plan_costs_the_same_however_long_the_text(
    easy_read: EasyReadPage, django_assert_max_num_queries: Any
) -> None:
    bus = Picture.objects.get(slug="bus")
    publish(easy_read, *[idea("We talked.", bus) for _ in range(60)])
    page = EasyReadPage.objects.get()
    with django_assert_max_num_queries(14):
        files_plan(page)
    with django_assert_max_num_queries(1):
        files_of(page)


def test_the_address_is_that_of_the_route(easy_read: EasyReadPage) -> None:
    assert reverse("easyread:file", args=[easy_read.pk, "word"]) == address(easy_read, "word")


def test_an_easy_read_that_is_out_before_its_original_waits_for_it(
    client: Client, held_meeting: MeetingPage, django_capture_on_commit_callbacks: Any
) -> None:
    minutes = make_minutes(held_meeting, publish=False)
    MinutesPage.objects.filter(pk=minutes.pk).update(title="Secret title")
    easy_read = make_easy_read(minutes, title="Easy read", body=[idea("We talked.")])
    with django_capture_on_commit_callbacks(execute=True):
        assert ask_for_files(easy_read=easy_read, now=timezone.now()) == 0
    assert client.get(easy_read.url).status_code == 404
    assert not EasyReadFile.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        MinutesPage.objects.get(pk=minutes.pk).save_revision().publish()
        recover_files(now=timezone.now())
    assert client.get(easy_read.url).status_code == 200
    assert files_of(easy_read)
