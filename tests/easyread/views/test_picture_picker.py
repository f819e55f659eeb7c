"""Choosing, keeping and bringing pictures in the editor."""

import io
import json
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Drawing
from wagtail.images import get_image_model
from wagtail.models import GroupPagePermission

from boards.models import MeetingPage, MinutesPage
from easyread import services
from easyread.models import EasyReadPage, MissingPicture, Picture, PictureMark
from easyread.selectors import favourite_pictures, pictures_most_used_first, recent_pictures
from portal.users.models import User
from tests.borough import make_agenda, make_easy_read

WINDOW = "wagtailsnippetchoosers_easyread_picture"


def photograph(kind: str = "PNG", size: tuple[int, int] = (400, 300), **more: Any) -> bytes:
    out = io.BytesIO()
    Drawing.new("RGB", size, "teal").save(out, kind, **more)
    return out.getvalue()


def enormous() -> bytes:
    """It takes a second to draw, so only the test that sends it does so."""
    return photograph("PNG", (9_000, 6_000))


def sent(content: bytes | None, **other: str) -> dict[str, Any]:
    fields = {"name": "Walking group", "description": "Four people walk", **other}
    form: dict[str, Any] = {f"picture-{field}": value for field, value in fields.items()}
    if content is not None:
        form["picture-file"] = SimpleUploadedFile("walk.png", content)
    return form


def upload(client: Client, form: dict[str, Any]) -> Any:
    answer = client.post(reverse(f"{WINDOW}:create"), form)
    assert answer.status_code == 200
    return json.loads(answer.content)


@pytest.fixture
def writer(client: Client, co_chair: User) -> Client:
    client.force_login(co_chair)
    return client


def test_the_window_shows_all_pictures_and_finds_some(writer: Client) -> None:
    page = json.loads(writer.get(reverse(f"{WINDOW}:choose")).content)["html"]
    assert f"{Picture.objects.count()} pictures, those that are used most first" in page
    assert "You have not used a picture yet" in page
    found = writer.get(reverse(f"{WINDOW}:choose_results"), {"q": "carers"}).content.decode()
    assert "Favourite: Carer<" in found
    assert "Favourite: Bus<" not in found
    nothing = writer.get(reverse(f"{WINDOW}:choose_results"), {"q": "xyzzy"}).content.decode()
    assert "No picture was found for “xyzzy”" in nothing


def test_the_window_opens_with_what_this_site_uses_and_then_with_what_meetings_need(
    held_meeting: MeetingPage, minutes: MinutesPage
) -> None:
    names = [picture.slug for picture in pictures_most_used_first()[:3]]
    assert names == ["meeting", "board", "chair"]
    pictures = {slug: Picture.objects.get(slug=slug).pk for slug in ("dog", "bus")}
    body = [
        {"type": "idea", "value": {"picture": pictures[slug], "words": "<p>We met.</p>"}}
        for slug in ("dog", "bus")
    ]
    make_easy_read(minutes, body=body)
    assert pictures_most_used_first()[0].slug == "meeting"  # once is not yet usual
    make_easy_read(make_agenda(held_meeting), body=body[:1])
    names = [picture.slug for picture in pictures_most_used_first()]
    assert names[:2] == ["dog", "meeting"]
    assert len(names) == Picture.objects.count()
    EasyReadPage.objects.update(live=False)
    assert pictures_most_used_first()[0].slug == "meeting"


@pytest.mark.parametrize("query", ["q=\0", "q=" + "x" * 9_000, "p=1&q=%00%00", "multiple=1"])
def test_odd_searches_get_an_answer(writer: Client, query: str) -> None:
    assert writer.get(f"{reverse(f'{WINDOW}:choose_results')}?{query}").status_code == 200


@pytest.mark.parametrize("key", ["abc", "0", "999999999", "9" * 40, "²", "-1", "1.5"])
def test_a_picture_that_is_not_there_cannot_be_chosen(writer: Client, key: str) -> None:
    assert writer.get(reverse(f"{WINDOW}:chosen", args=[key])).status_code == 404
    several = writer.get(reverse(f"{WINDOW}:chosen_multiple"), {"id": key})
    assert several.status_code == 404
    for name in ("use_picture", "keep_picture"):
        answer = writer.post(reverse(f"easyread_admin:{name}"), {"picture": key})
        assert answer.status_code == 404


def test_the_editor_is_told_the_picture_that_was_chosen(writer: Client) -> None:
    bus = Picture.objects.get(slug="bus")
    told = json.loads(writer.get(reverse(f"{WINDOW}:chosen", args=[bus.pk])).content)["result"]
    assert told == {"id": str(bus.pk), "string": bus.name, "url": bus.url}


def test_each_writer_has_recent_pictures_of_their_own(
    writer: Client, co_chair: User, other_co_chair: User, now: datetime
) -> None:
    bus, carer = Picture.objects.get(slug="bus"), Picture.objects.get(slug="carer")
    services.note_used(user=co_chair, picture=bus, now=now)
    services.note_used(user=other_co_chair, picture=bus, now=now + timedelta(days=9))
    services.note_used(user=co_chair, picture=carer, now=now + timedelta(days=1))
    assert recent_pictures(co_chair) == [carer, bus]
    services.note_used(user=co_chair, picture=bus, now=now + timedelta(days=2))
    assert recent_pictures(co_chair) == [bus, carer]
    assert PictureMark.objects.filter(user=co_chair).count() == 2
    assert writer.post(reverse("easyread_admin:use_picture"), {"picture": carer.pk}).json() == {}
    assert recent_pictures(co_chair) == [carer, bus]


def test_each_writer_has_favourite_pictures_of_their_own(
    writer: Client, co_chair: User, other_co_chair: User
) -> None:
    bus = Picture.objects.get(slug="bus")
    keep = reverse("easyread_admin:keep_picture")
    for _ in range(2):
        assert writer.post(keep, {"picture": bus.pk, "keep": "1"}).json() == {"is_favourite": True}
    assert favourite_pictures(co_chair) == [bus]
    assert favourite_pictures(other_co_chair) == []
    assert writer.post(keep, {"picture": bus.pk, "keep": "0"}).json() == {"is_favourite": False}
    assert favourite_pictures(co_chair) == []


def test_only_those_who_write_pages_choose_pictures(client: Client, co_chair: User) -> None:
    GroupPagePermission.objects.all().delete()
    bus = Picture.objects.get(slug="bus")
    client.force_login(co_chair)
    looked = [f"{WINDOW}:choose", f"{WINDOW}:choose_results", f"{WINDOW}:chosen_multiple"]
    for name in [*looked, f"{WINDOW}:create"]:
        assert client.get(reverse(name)).status_code == 404, name
    assert client.get(reverse(f"{WINDOW}:chosen", args=[bus.pk])).status_code == 404
    for name in ("use_picture", "keep_picture", "miss_picture"):
        data = {"picture": bus.pk, "keep": "1", "words": "xyzzy"}
        assert client.post(reverse(f"easyread_admin:{name}"), data).status_code == 404
    assert client.post(reverse(f"{WINDOW}:create"), sent(photograph())).status_code == 404
    assert not Picture.objects.filter(name="Walking group").exists()
    assert not PictureMark.objects.exists()
    assert not MissingPicture.objects.exists()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_co_chair_brings_a_picture_and_everyone_can_see_it(
    writer: Client, co_chair: User, kind: str
) -> None:
    told = upload(writer, sent(photograph(kind), words="walk; park", author="Dee"))
    assert told["step"] == "chosen"
    picture = Picture.objects.get(pk=told["result"]["id"])
    assert (picture.name, picture.alternative) == ("Walking group", "Four people walk")
    assert (picture.words, picture.author, picture.source) == ("walk; park", "Dee", "upload")
    assert picture.image is not None
    assert picture.image.uploaded_by_user == co_chair
    served = Client().get(picture.url)
    shown = Drawing.open(io.BytesIO(served.getvalue()))
    assert (served.status_code, shown.size) == (200, (400, 300))
    again = upload(writer, sent(photograph(kind)))
    assert Picture.objects.get(pk=again["result"]["id"]).slug != picture.slug


def test_what_a_camera_writes_into_a_photograph_is_not_kept(writer: Client) -> None:
    exif = Drawing.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "at 5 Moss Lane"
    told = upload(writer, sent(photograph("JPEG", (3_000, 1_500), exif=exif)))
    picture = Picture.objects.get(pk=told["result"]["id"])
    assert picture.image is not None
    content = picture.image.file.read()
    assert b"Moss Lane" not in content
    assert Drawing.open(io.BytesIO(content)).size == (600, 1_200)


HEAD = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
BOMB = b"\x89PNG\r\n\x1a\n\0\0\0\r" + HEAD + zlib.crc32(HEAD).to_bytes(4, "big")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "Choose the file of the picture"),
        (b"", "This file is empty"),
        (b"%PDF-1.7 nothing", "not a picture that we can use"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a picture that we can use"),
        (photograph("BMP"), "not a picture that we can use"),
        (photograph("JPEG", (900, 900))[:3_000], "damaged"),
        (photograph("PNG", (900, 900))[:200], "damaged"),
        (photograph("PNG", (120, 199)), "too small: 120 × 199"),
        (enormous, "more than 50 million pixels"),
        (BOMB + b"\0\0\0\4IDAT\0\0\0\0", "more than 50 million pixels"),
        (photograph() + b"\0" * (10 * 1024 * 1024), "10 MB at most"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_nothing_typed_is_lost(
    writer: Client, content: bytes | Callable[[], bytes] | None, words: str
) -> None:
    if callable(content):
        content = content()
    before = get_image_model().objects.count()
    told = upload(writer, sent(content, author="Dee O’Shea"))
    assert told["step"] == "reshow_creation_form"
    assert words in told["htmlFragment"]
    for typed in ("Walking group", "Four people walk", "Dee O’Shea"):
        assert typed in told["htmlFragment"]
    assert not Picture.objects.filter(name="Walking group").exists()
    assert get_image_model().objects.count() == before
    assert upload(writer, sent(photograph()))["step"] == "chosen"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("description", " ", "Say what the picture shows"),
        ("name", "", "Give the picture a name"),
        ("name", "x" * 81, "At most 80, please"),
        ("words", "a\0b", "There is a sign in it that cannot be kept"),
    ],
)
def test_a_picture_needs_a_name_and_words_for_those_who_cannot_see_it(
    writer: Client, field: str, value: str, words: str
) -> None:
    told = upload(writer, sent(photograph(), **{field: value, "licence": "our own"}))
    assert words in told["htmlFragment"]
    assert "our own" in told["htmlFragment"]
    assert not Picture.objects.filter(licence="our own").exists()


def test_what_was_not_found_is_counted_and_those_who_draw_see_it(
    writer: Client, officer: User, now: datetime
) -> None:
    miss = reverse("easyread_admin:miss_picture")
    for words in ("  Quokka  Farm ", "quokka farm", "bus", "", " x ", "\0", "z" * 500):
        assert writer.post(miss, {"words": words}).status_code == 200
    kept = dict(MissingPicture.objects.values_list("words", "times"))
    assert kept == {"quokka farm": 2, "z" * 80: 1}
    listing = reverse("easyread_admin:missing_pictures")
    assert writer.get(listing).status_code == 404
    assert (
        "looked for and not found" not in writer.get(reverse("wagtailadmin_home")).content.decode()
    )
    officers = Client()
    officers.force_login(officer)
    page = officers.get(listing).content.decode()
    assert page.index("quokka farm") < page.index("z" * 80)
    MissingPicture.objects.all().delete()
    assert "Nothing was looked for in vain yet" in officers.get(listing).content.decode()


def test_a_picture_that_is_deleted_leaves_no_file_behind(
    writer: Client, django_capture_on_commit_callbacks: Any
) -> None:
    """Somebody in it may have changed their mind."""
    upload(writer, sent(photograph()))
    picture = Picture.objects.get(name="Walking group")
    assert picture.image
    image, storage, name = picture.image, picture.image.file.storage, picture.image.file.name
    assert storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
    assert not get_image_model().objects.filter(pk=image.pk).exists()
    assert not storage.exists(name)


def test_an_image_that_others_use_stays(writer: Client) -> None:
    upload(writer, sent(photograph()))
    picture = Picture.objects.get(name="Walking group")
    Picture.objects.create(slug="again-and-again", name="Again", image=picture.image)
    picture.delete()
    assert get_image_model().objects.filter(pk=picture.image_id).exists()
