"""A council loads a set of pictures of its own: a folder and a list."""

import io
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from PIL import Image as Drawing
from wagtail.images import get_image_model

from easyread.models import Picture
from easyread.selectors import find_pictures
from easyread.sets import checked_svg
from easyread.tidying import UnusablePicture
from portal.home.models import HomePage

HEAD = "name,words,file,author,licence,licence_url,alternative text"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "mulberry"
    place.mkdir()
    Drawing.new("RGB", (300, 300), "teal").save(place / "swan.png")
    Drawing.new("RGB", (300, 300), "navy").save(place / "goose.jpg")
    (place / "duck.svg").write_text(SVG.format('<circle cx="4" cy="4" r="3"/>'))
    return place


def listed(folder: Path, *lines: str, head: str = HEAD) -> None:
    (folder / "pictures.csv").write_text("\n".join([head, *lines]), encoding="utf-8")


def told(folder: Path, *options: str) -> str:
    out = io.StringIO()
    call_command("import_pictures", str(folder), *options, stdout=out)
    return out.getvalue()


GOOD = (
    "Swan,bird; lake,swan.png,Dee,CC BY 4.0,https://example.org/by,A swan on a lake",
    "Goose,,goose.jpg,Dee,CC BY 4.0,,",
    "Duck,,duck.svg,Dee,CC BY 4.0,,",
)


def test_a_set_comes_in_and_is_found(home: HomePage, folder: Path) -> None:
    listed(folder, *GOOD)
    said = told(folder)
    for line in ("2: Swan: added", "3: Goose: added", "4: Duck: added", "3 added, 0 updated"):
        assert line in said
    swan = find_pictures("swans")[0]
    assert (swan.source, swan.author, swan.licence) == ("mulberry", "Dee", "CC BY 4.0")
    assert (swan.alternative, swan.words) == ("A swan on a lake", "bird; lake")
    assert find_pictures("ducks")[0].url.endswith(".svg")
    assert find_pictures("lakes")[0] == swan


def test_a_trial_changes_nothing(home: HomePage, folder: Path) -> None:
    listed(folder, *GOOD, "Crane,,crane.png,Dee,MIT,,")
    before = (Picture.objects.count(), get_image_model().objects.count())
    said = told(folder, "--dry-run")
    assert "2: Swan: added" in said
    assert "5: Crane: refused: The file is not in the folder." in said
    assert "Nothing was changed" in said
    assert (Picture.objects.count(), get_image_model().objects.count()) == before


def test_again_brings_up_to_date_what_changed_and_only_that(home: HomePage, folder: Path) -> None:
    listed(folder, *GOOD)
    told(folder)
    keys = set(Picture.objects.values_list("slug", "pk"))
    images = get_image_model().objects.count()
    Drawing.new("RGB", (300, 300), "red").save(folder / "swan.png")
    listed(folder, GOOD[0], GOOD[1].replace("Goose,,", "Goose,bird,"), GOOD[2])
    said = told(folder)
    for line in ("2: Swan: updated", "3: Goose: updated", "4: Duck: as it was"):
        assert line in said
    assert set(Picture.objects.values_list("slug", "pk")) == keys
    assert get_image_model().objects.count() == images
    swan = Picture.objects.get(source="mulberry", name="Swan")
    assert swan.image is not None
    with swan.image.file.open() as file:
        assert Drawing.open(file).getpixel((5, 5)) == (255, 0, 0)
    assert Picture.objects.get(source="mulberry", name="Goose").words == "bird"


def test_a_wrong_line_is_refused_with_its_reason_and_the_others_come_in(
    home: HomePage, folder: Path
) -> None:
    (folder.parent / "secret.png").write_bytes((folder / "swan.png").read_bytes())
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    (folder / "broken.png").write_bytes((folder / "swan.png").read_bytes()[:60])
    (folder / "odd.svg").write_text(SVG.format("<script>alert(1)</script>"))
    (folder / "empty.gif").write_bytes(b"")
    wrong = {
        "Out,,../secret.png,Dee,MIT,,": "outside of the folder",
        "Absolute,,/etc/hostname,Dee,MIT,,": "outside of the folder",
        "Link,,link.png,Dee,MIT,,": "outside of the folder",
        "None,,,Dee,MIT,,": "names no file",
        "Gone,,gone.png,Dee,MIT,,": "not in the folder",
        "Long,," + "x" * 5_000 + ",Dee,MIT,,": "cannot be one",
        "Broken,,broken.png,Dee,MIT,,": "damaged",
        "Empty,,empty.gif,Dee,MIT,,": "empty",
        "Odd,,odd.svg,Dee,MIT,,": "holds “script”",
        f"{'x' * 81},,swan.png,Dee,MIT,,": "At most 80, please",
        "Address,,swan.png,Dee,MIT,nonsense,": "This is not a web address",
        ",,swan.png,Dee,MIT,,": "This is empty",
        "Swan,,goose.jpg,Dee,MIT,,": "Line 2 has this name as well",
    }
    listed(folder, GOOD[0], *wrong, GOOD[1])
    said = told(folder).splitlines()
    for line, reason in zip(said[1:], wrong.values(), strict=False):
        assert "refused" in line
        assert reason in line
    assert "2 added" in said[-1]
    assert f"{len(wrong)} refused" in said[-1]
    assert set(Picture.objects.filter(source="mulberry").values_list("name", flat=True)) == {
        "Swan",
        "Goose",
    }


def test_two_sets_keep_their_own_pictures(home: HomePage, folder: Path) -> None:
    listed(folder, "Bus,,swan.png,Dee,MIT,,")
    told(folder)
    told(folder, "--set", "paid")
    buses = Picture.objects.filter(name="Bus").values_list("source", flat=True)
    assert {"mulberry", "paid"} < set(buses)
    assert Picture.objects.get(slug="bus").static_file


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "There is no pictures.csv"),
        (b"", "lacks the column name"),
        (b"name,file\nSwan,swan.png", "lacks the column author and licence"),
        (b'name,file,author,licence\n"Swan', "no list with columns"),
        (b"\xff\xfe\x00", "lacks the column"),
    ],
)
def test_a_list_that_cannot_be_read_is_said(
    db: None, folder: Path, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (folder / "pictures.csv").write_bytes(content)
    with pytest.raises(CommandError, match=reason):
        told(folder)
    with pytest.raises(CommandError, match="There is no folder"):
        told(folder / "none")


def test_a_list_from_a_spreadsheet_is_read(db: None, folder: Path) -> None:
    text = "\ufeffName;Tags;File;By;License\r\nSwan;café; swan.png ;Zoë;MIT\r\n\r\n"
    (folder / "pictures.csv").write_text(text, encoding="utf-8", newline="")
    assert "Swan: added" in told(folder)
    assert Picture.objects.get(source="mulberry").author == "Zoë"


@pytest.mark.parametrize(
    "inside",
    [
        "<style>*{}</style>",
        "<image href='x.png'/>",
        "<foreignObject/>",
        "<a href='#x'/>",
        "<animate/>",
        "<rect style='fill:red'/>",
        "<rect onclick='x()'/>",
        "<use href='https://example.org/x.svg#a'/>",
        "<use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='x.svg#a'/>",
        "<rect fill='url(https://example.org/x)'/>",
        "<h:iframe xmlns:h='http://www.w3.org/1999/xhtml'/>",
        "<g>",
    ],
)
def test_a_drawing_holds_shapes_and_nothing_that_runs_or_loads(inside: str) -> None:
    with pytest.raises(UnusablePicture):
        checked_svg(SVG.format(inside).encode())
    fine = "<defs><g id='a'><path d='M0 0'/></g></defs><use href='#a' fill='url(#b)'/>"
    assert checked_svg(SVG.format(fine).encode()).ending == "svg"
    entity = "<!DOCTYPE svg [<!ENTITY x '<script/>'>]>" + SVG.format("&x;")
    style = "<?xml-stylesheet href='https://example.org/x.css'?>" + SVG.format("")
    others = ("<!DOCTYPE svg>" + SVG.format(""), "<html/>", SVG.replace("viewBox", "box"), style)
    for other in (*(each.encode() for each in others), entity.encode("utf-16")):
        with pytest.raises(UnusablePicture):
            checked_svg(other)
    with pytest.raises(UnusablePicture, match="UTF-8"):
        checked_svg(SVG.format("").encode("utf-16"))
