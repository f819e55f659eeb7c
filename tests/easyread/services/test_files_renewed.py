"""The files of an easy read follow what changes, and come again where they are missing."""

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.images import ImageFile
from django.test import Client
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader
from wagtail.images import get_image_model

from boards.models import MinutesPage
from easyread.enums import FileKind, FileState
from easyread.models import EasyReadFile, EasyReadPage, GlossaryTerm, Picture
from easyread.selectors import files_note, files_of
from easyread.selectors.files import ready_file
from easyread.selectors.printing import files_plan
from easyread.services import files
from easyread.services.files import ask_for_files, make_files, recover_files, renew_files
from tests.borough import check_with_readers
from tests.easyread.services.printed import address, idea, make, publish, with_every_block, words_at


@pytest.fixture
def easy_read(minutes: MinutesPage) -> EasyReadPage:
    return with_every_block(minutes)


def upload(name: str, colour: str) -> Any:
    made = BytesIO()
    Image.new("RGB", (400, 300), colour).save(made, "JPEG")
    file = ImageFile(made, f"{name}.jpg")
    return get_image_model().objects.create(title=name, file=file)


def test_an_uploaded_photograph_is_printed_and_another_one_makes_new_files(
    client: Client, easy_read: EasyReadPage, now: datetime
) -> None:
    picture = Picture.objects.create(slug="hall", name="The hall", image=upload("hall", "red"))
    publish(easy_read, idea("This is the hall.", picture))
    make(easy_read, now)
    reader = PdfReader(BytesIO(b"".join(client.get(address(easy_read)))))
    assert sum(len(page.images) for page in reader.pages) == 1
    before = files_plan(EasyReadPage.objects.get()).fingerprint
    picture.image = upload("hall", "blue")
    picture.save()
    assert files_plan(EasyReadPage.objects.get()).fingerprint != before


def test_the_word_list_has_the_words_of_the_jargon_buster(
    client: Client, easy_read: EasyReadPage, now: datetime
) -> None:
    GlossaryTerm.objects.update_or_create(
        slug="advocate", defaults={"word": "Advocate", "explanation": "Helps you.\nTo speak up."}
    )
    publish(easy_read, idea("We met 2 advocates."))
    make(easy_read, now)
    assert "Word list Advocate Helps you. To speak up." in words_at(client, address(easy_read))


def test_each_night_files_follow_what_changed_beside_the_words(
    client: Client, easy_read: EasyReadPage, now: datetime
) -> None:
    make(easy_read, now)
    assert renew_files(now=now) == 0
    check_with_readers(easy_read)
    assert renew_files(now=now + timedelta(days=1)) == 1
    make_files(easy_read_id=easy_read.pk, clock=lambda: now + timedelta(days=1))
    assert "A and B checked this easy read." in words_at(client, address(easy_read))


def test_files_of_older_words_go_after_thirty_days(easy_read: EasyReadPage, now: datetime) -> None:
    make(easy_read, now)
    publish(easy_read, idea("We talked about trains."))
    make(easy_read, now + timedelta(days=1))
    renew_files(now=now + timedelta(days=30))
    assert EasyReadFile.objects.count() == 10
    renew_files(now=now + timedelta(days=31))
    assert EasyReadFile.objects.count() == 5
    renew_files(now=now + timedelta(days=400))
    assert len(files_of(easy_read)) == 5, "the newest stay"


def test_files_that_are_missing_or_stuck_are_asked_for_again(
    easy_read: EasyReadPage, now: datetime
) -> None:
    assert recover_files(now=now) == 1, "there are none"
    assert recover_files(now=now + timedelta(minutes=11)) == 0, "they are being made"
    assert not files_note(easy_read).failed
    assert recover_files(now=now + timedelta(minutes=12)) == 1, "whoever made them is gone"
    assert files_note(easy_read).failed_words == "files"
    make_files(easy_read_id=easy_read.pk, clock=lambda: now)
    assert recover_files(now=now + timedelta(days=9)) == 0


def test_what_fails_is_tried_again_and_spoils_nothing_else(
    easy_read: EasyReadPage, now: datetime, monkeypatch: pytest.MonkeyPatch, client: Client
) -> None:
    ask_for_files(easy_read=easy_read, now=now)
    with monkeypatch.context() as broken:
        broken.delitem(files.SIZES, FileKind.PDF_24)
        with pytest.raises(KeyError, match="PDF_24"):
            make_files(easy_read_id=easy_read.pk, clock=lambda: now)
    failed = EasyReadFile.objects.get(state=FileState.FAILED)
    assert failed.kind == FileKind.PDF_24
    assert "We try again" in failed.problem
    assert len(files_of(easy_read)) == 4
    assert recover_files(now=now + timedelta(minutes=59)) == 0
    said = "We could not make the newest PDF, larger print."
    assert said in client.get(easy_read.url).content.decode()
    assert recover_files(now=now + timedelta(minutes=60)) == 1
    page = client.get(easy_read.url).content.decode()
    assert said in page, "still a failure, not a delay"
    assert "in a few minutes" not in page
    assert make_files(easy_read_id=easy_read.pk, clock=timezone.now) == 1
    assert len(files_of(easy_read)) == 5
    assert "could not make" not in client.get(easy_read.url).content.decode()


def test_words_that_come_back_have_the_files_that_they_had(
    easy_read: EasyReadPage, now: datetime
) -> None:
    asked = []
    for minute, words in enumerate(("buses", "trains", "buses")):
        publish(easy_read, idea(f"We talked about {words}."))
        asked.append(ask_for_files(easy_read=easy_read, now=now + timedelta(minutes=minute)))
        EasyReadFile.objects.update(state=FileState.READY, file="made.pdf")
    assert asked == [5, 5, 0]
    newest = ready_file(easy_read, FileKind.PDF_16)
    assert newest is not None
    assert newest.fingerprint == files_plan(EasyReadPage.objects.get()).fingerprint


def test_a_picture_whose_file_is_missing_takes_no_words_away(
    client: Client, easy_read: EasyReadPage, now: datetime
) -> None:
    Picture.objects.filter(slug="bus").update(static_file="easyread/gone.svg")
    make(easy_read, now)
    assert "We talked about buses." in words_at(client, address(easy_read))
