"""The product's own pictures and jargon buster, with who made them."""

import csv
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils.html import escape
from PIL import Image as Drawing
from wagtail.images import get_image_model

from charter.models import Principle
from easyread.models import GlossaryTerm, Picture
from easyread.services import load_jargon, load_pictures
from easyread.services.pictures import PICTURES
from portal.home.models import HomePage

BUILT = Path(__file__).resolve().parents[3] / "build" / "static" / "pictures"


def table() -> list[dict[str, str]]:
    with PICTURES.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_picture_of_the_table_has_its_file_author_and_licence() -> None:
    rows = table()
    assert len(rows) >= 100
    assert len({row["slug"] for row in rows}) == len(rows)
    for row in rows:
        assert (BUILT / f"{row['slug']}.svg").is_file(), row["slug"]
        assert row["name"]
        assert row["author"]
        assert row["licence"]
        assert row["licence_url"].startswith("https://"), row["slug"]


@pytest.mark.django_db
def test_loading_pictures_and_jargon_twice_does_no_harm() -> None:
    GlossaryTerm.objects.all().delete()
    Picture.objects.all().delete()
    number = load_pictures()
    words = load_jargon()
    keys = set(Picture.objects.values_list("slug", "pk"))
    assert load_pictures() == number == Picture.objects.count() == len(table())
    assert load_jargon() == words == GlossaryTerm.objects.count()
    assert set(Picture.objects.values_list("slug", "pk")) == keys


@pytest.mark.django_db
def test_a_spelling_that_the_council_explained_goes_to_no_other_word(tmp_path: Path) -> None:
    GlossaryTerm.objects.all().delete()
    GlossaryTerm.objects.create(word="Doctor", forms="GP; family doctor", explanation="Ours.")
    table = tmp_path / "jargon.toml"
    table.write_text(
        "[[terms]]\nword = 'General practitioner'\nforms = ['GP', 'GPR']\n"
        "explanation = 'A doctor.'\n"
        "[[terms]]\nword = 'Family doctor'\nexplanation = 'A doctor.'\n"
    )
    load_jargon(table=table)
    assert dict(GlossaryTerm.objects.values_list("word", "forms")) == {
        "Doctor": "GP; family doctor",
        "General practitioner": "GPR",
    }


@pytest.mark.django_db
def test_loading_again_brings_new_words_and_keeps_what_a_council_explained() -> None:
    Picture.objects.filter(slug="bus").update(words="")
    term = GlossaryTerm.objects.order_by("pk").first()
    assert term
    GlossaryTerm.objects.filter(pk=term.pk).update(explanation="Our own words.")
    call_command("load_pictures")
    assert Picture.objects.get(slug="bus").words
    assert GlossaryTerm.objects.get(pk=term.pk).explanation == "Our own words."


@pytest.mark.django_db
def test_a_picture_comes_from_the_product_or_from_an_upload_never_both() -> None:
    with pytest.raises(ValidationError, match="Choose or upload the picture itself"):
        Picture(slug="x", name="X").full_clean()
    drawing = ContentFile(b"", "x.png")
    Drawing.new("RGB", (4, 4)).save(drawing, "PNG")
    image = get_image_model()(title="X", width=4, height=4)
    image.file.save("x.png", drawing)
    own = Picture(slug="x", name="X", image=image)
    own.full_clean()
    assert own.url.startswith("/media/images/"), "readers get a copy: originals are not served"
    with pytest.raises(ValidationError, match="needs an image of its own"):
        Picture(slug="x", name="X", image=image, static_file="pictures/bus.svg").full_clean()


def test_the_pages_of_pictures_name_each_author_and_licence(client: Client, home: HomePage) -> None:
    first = client.get("/pictures/")
    numbers = range(1, first.context["page"].paginator.num_pages + 1)
    page = "".join(client.get(f"/pictures/?page={number}").content.decode() for number in numbers)
    for row in table():
        assert page.count(f'id="{row["slug"]}"') == 1
    for kind in {(row["author"], row["licence"], row["licence_url"]) for row in table()}:
        for words in kind:
            assert escape(words) in first.content.decode(), "the first page names all who made them"


def test_anyone_finds_a_picture(client: Client, home: HomePage) -> None:
    found = client.get("/pictures/", {"q": "carers"}).content.decode()
    assert 'id="carer"' in found
    assert 'id="bus"' not in found
    assert "No picture was found for “xyzzy”" in client.get("/pictures/?q=xyzzy").content.decode()
    for query in ("q=%00", "page=nonsense", "page=99999999999", "q=" + "x" * 5_000):
        assert client.get(f"/pictures/?{query}").status_code == 200


def test_the_jargon_buster_goes_from_a_to_z(client: Client, home: HomePage) -> None:
    page = client.get("/jargon-buster/").content.decode()
    words = [term.word for term in GlossaryTerm.objects.all()]
    assert len(words) >= 20
    places = [page.index(f">{escape(word)}</a></h3>") for word in sorted(words, key=str.lower)]
    assert places == sorted(places)


def test_empty_pages_say_so(client: Client, home: HomePage) -> None:
    GlossaryTerm.objects.all().delete()
    Principle.objects.update(picture=None)
    Picture.objects.all().delete()
    assert "No word is here yet" in client.get("/jargon-buster/").content.decode()
    assert "No picture is here yet" in client.get("/pictures/").content.decode()
