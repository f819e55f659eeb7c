"""An easy read as a Word file."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from boards.libreoffice import converted_by_office
from easyread.printing import PrintContent, PrintLine, PrintPicture, PrintRow
from easyread.printing.arranging import plain
from easyread.printing.making import Printer
from tests.easyread.printing.documents import EVERYTHING, PHOTO, ROWS, read_picture


def word(content: PrintContent = EVERYTHING) -> bytes:
    with Printer(content, read_picture=read_picture) as printer:
        made = printer.word()
    assert made.pages is None
    return made.content


@pytest.fixture(scope="module")
def document() -> Any:
    return Document(BytesIO(word()))


def test_all_words_are_there_in_their_order(document: Any) -> None:
    text = "\n".join(each.text or "" for each in document.element.body.iter(qn("w:t")))
    order = ["Testbury Council", "Who we are", "We decided", "To do", "Word list", "Pictures: "]
    places = [text.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    for row in ROWS:
        for line in row.lines:
            for run in (run for words in line.paragraphs for run in words):
                assert run.text in text


def test_pictures_do_not_cover_the_frame_they_stand_in(document: Any) -> None:
    framed = [table._tbl.tblPr for table in document.tables]
    framed = [one for one in framed if one.find(qn("w:tblBorders")) is not None]
    assert framed
    for one in framed:
        assert int(one.find(qn("w:tblCellMar")).find(qn("w:top")).get(qn("w:w"))) >= 100


def test_headings_are_headings(document: Any) -> None:
    found = [(each.style.name, each.text) for each in document.paragraphs]
    assert ("Heading 1", "What happened at our meeting") in found
    assert ("Heading 2", "Who we are") in found
    assert sum(name == "Heading 1" for name, _ in found) == 1


def test_every_picture_says_what_it_shows(document: Any) -> None:
    said = [each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))]
    assert len(said) >= 12
    assert all(said)
    assert PHOTO.alternative in said


def test_pictures_stand_left_and_large_and_rows_stay_whole(document: Any) -> None:
    for table in document.tables:
        assert len(table.columns) == 2
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == "0", "there is no row of headings"
        for row in table.rows:
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
            assert not list(row.cells[1]._tc.iter(qn("w:drawing")))
    widths = [int(each.get("cx")) for each in document.element.body.iter(qn("wp:extent"))]
    assert min(widths) >= 40 * 36_000, "40 mm"


def test_it_is_large_and_says_its_title_and_language(document: Any) -> None:
    normal = document.styles["Normal"]
    assert (normal.font.name, normal.font.size.pt) == ("Arial", 16)
    assert normal.paragraph_format.line_spacing == 1.5
    assert document.core_properties.title == "What happened at our meeting"
    assert document.core_properties.language == "en-GB"
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_addresses_are_links(document: Any) -> None:
    links = list(document.element.body.iter(qn("w:hyperlink")))
    shown = ["".join(text.text for text in link.iter(qn("w:t"))) for link in links]
    assert "boards.example/boards/carers/" in shown
    targets = {document.part.rels[link.get(qn("r:id"))].target_ref for link in links}
    assert "https://boards.example/boards/carers/" in targets


def test_signs_that_no_file_may_hold_are_left_out() -> None:
    content = PrintContent("Bad\x00 \ud800title", "Testbury\x07", "Minutes", "")
    assert Document(BytesIO(word(content))).core_properties.title == "Bad title"


@pytest.mark.parametrize("box", ["0 0 9 9", "0 0 1 100000", "0 0 100000 1"])
def test_drawings_of_any_shape_and_beginning_are_in_it(box: str) -> None:
    """One of absurd proportions would ask for more memory than there is, and end the worker."""
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='{box}'><path d='M0 0h9v9z'/></svg>"
    drawings = {"one": svg, "two": f"<!-- Drawn by hand -->\n{svg}"}
    lines = [PrintLine((plain(name),), PrintPicture(name, "1", name)) for name in drawings]
    content = PrintContent("Two", "Testbury", "Minutes", "", (PrintRow("plain", tuple(lines)),))
    with Printer(content, read_picture=lambda source: drawings[source].encode()) as printer:
        document = Document(BytesIO(printer.word().content))
    said = [each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))]
    assert said == ["one", "two"]


@pytest.mark.office
def test_libreoffice_opens_it() -> None:
    made = converted_by_office(word(), suffix=".docx", target="pdf", seconds=90)
    assert made.startswith(b"%PDF")
