"""A picture of which a part is missing, or that is far too large, is told so at every door."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image as Drawing
from wagtail.images import get_image_model
from wagtail.users.models import UserProfile

from boards.models import BoardPage
from easyread import tidying
from portal.users.models import User
from tests.papers import collection_of

Image = get_image_model()
NOISE = Drawing.effect_noise((600, 500), 90).convert("RGB")


def saved(kind: str) -> bytes:
    out = io.BytesIO()
    NOISE.save(out, kind)
    return out.getvalue()


def without_its_end(kind: str) -> bytes:
    content = saved(kind)
    return content[: len(content) // 2]


@pytest.fixture
def writer(client: Client, co_chair: User) -> Client:
    client.force_login(co_chair)
    return client


@pytest.fixture
def collection(carers_board: BoardPage) -> int:
    return collection_of(carers_board).pk


def send(writer: Client, door: str, collection: int, name: str, content: bytes) -> Any:
    """Bring an image by one of Wagtail's doors."""
    file = SimpleUploadedFile(name, content)
    address = reverse(f"wagtailimages{door}")
    if door == "_chooser:create":
        prefix = "image-chooser-upload"
        fields = {"title": "Us", "collection": collection, "file": file}
        return writer.post(address, {f"{prefix}-{key}": one for key, one in fields.items()})
    key = "files[]" if door == ":add_multiple" else "file"
    return writer.post(address, {"title": "Us", "collection": collection, key: file})


@pytest.mark.parametrize("door", [":add", ":add_multiple", "_chooser:create"])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_half_a_picture_is_refused_and_a_whole_one_comes_in(
    writer: Client, collection: int, door: str, kind: str
) -> None:
    answer = send(writer, door, collection, f"us.{kind.lower()}", without_its_end(kind))
    assert answer.status_code == 200
    said = answer.content.decode().replace("\\u0022", "")
    assert "This file is damaged, or a part of it is missing." in said or "not a picture" in said
    assert not Image.objects.exists()
    answer = send(writer, door, collection, f"us.{kind.lower()}", saved(kind))
    assert answer.status_code in {200, 302}
    assert Image.objects.count() == 1


def test_an_image_is_not_replaced_by_half_a_picture(writer: Client, collection: int) -> None:
    send(writer, ":add", collection, "us.png", saved("PNG"))
    image = Image.objects.get()
    file = SimpleUploadedFile("us.png", without_its_end("PNG"))
    fields = {"title": "Us", "collection": collection, "file": file}
    answer = writer.post(reverse("wagtailimages:edit", args=[image.pk]), fields)
    assert "a part of it is missing" in answer.content.decode()
    with Image.objects.get().file.open("rb") as kept:
        assert kept.read() == saved("PNG")


def test_too_many_pixels_are_refused_before_they_are_read(
    writer: Client, collection: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "MAX_PIXELS", 600 * 500 - 1)
    answer = send(writer, ":add", collection, "us.png", saved("PNG"))
    assert "more than 50 million pixels" in answer.content.decode()
    assert not Image.objects.exists()


def test_ones_own_portrait_is_looked_at_too(writer: Client, co_chair: User) -> None:
    address = reverse("wagtailadmin_account")

    def bring(content: bytes) -> Any:
        names = {"name_email-first_name": "Ola", "name_email-last_name": "Penn"}
        fields = {**names, "name_email-email": "ola@brackenford.example"}
        file = SimpleUploadedFile("me.jpg", content)
        locale = {"locale-preferred_language": "en", "locale-current_time_zone": "Europe/London"}
        theme = {"theme-theme": "system", "theme-density": "default", "theme-contrast": "system"}
        return writer.post(address, {**fields, **locale, **theme, "avatar-avatar": file})

    answer = bring(without_its_end("JPEG"))
    assert answer.status_code == 200
    assert "a part of it is missing" in answer.content.decode()
    bring(saved("JPEG"))
    assert UserProfile.get_for_user(co_chair).avatar


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_whatever_is_spoilt_in_a_picture_ends_in_a_sentence(kind: str) -> None:
    content = saved(kind)
    for at in [*range(0, 200, 11), *range(200, len(content), len(content) // 20)]:
        for broken in (content[:at], content[:at] + b"\xff\xff" + content[at + 2 :]):
            for look in (tidying.check_whole, lambda file: tidying.tidy(file, size=1)):
                try:
                    look(io.BytesIO(broken))
                except tidying.UnusablePicture as refusal:
                    assert str(refusal).endswith(".")
