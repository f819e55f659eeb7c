"""The pages of a pack: numbers, bookmarks and labels agree; nothing anyone writes is a command."""

import unicodedata
from dataclasses import replace
from io import BytesIO
from time import monotonic
from typing import Any

import pytest
from pypdf import PdfReader

from boards.libreoffice import office_program
from boards.packing import PackContent, PackItem, PackPaper, make_pdf
from boards.packing.typesetting import UNSHOWN
from tests.paper_files import docx, pdf, pdf_that_runs
from tests.pdfs import HARMLESS_PDFS

NASTY = (
    '#import "/etc/passwd"',
    "#panic()",
    "$x^2$",
    "*bold* _slant_ `code`",
    "back\\slash",
    "\"quotes\" 'and' «more»",
    "= Heading",
    "<label> @ref",
    "// comment /* more */",
    "[content]{code}",
    "emoji \U0001f600 \u202e reversed \x00 nothing \x1b",
    "long" * 80,
    "\ud800 half a sign",
)


def content(*papers: PackPaper, words: str = "Breaks") -> PackContent:
    item = PackItem(1, words, words, (("p", words), ("li", words)), words, papers)
    return PackContent(words, words, words, words, "http://127.0.0.1/agenda/", words, (item,))


def paper(title: str, kind: str = "pdf") -> PackPaper:
    return PackPaper(title=title, kind=kind, about="PDF, 3 KB", late=title, source=title)


def made(pack: PackContent, **files: bytes) -> PdfReader:
    result = make_pdf(pack, read_file=lambda source: files[source])
    found = PdfReader(BytesIO(result.pdf))
    assert len(found.pages) == result.pages
    return found


@pytest.mark.parametrize("words", NASTY)
def test_what_people_write_stays_words(words: str) -> None:
    papers = [replace(paper("a"), title=words), replace(paper("b", "txt"), title=words)]
    cells = (
        f"a,b\n{words},x\n".encode("utf-8", "replace").replace(b"\x00", b"").replace(b"\x1b", b"")
    )
    papers += [replace(paper("c", "csv"), title=words)]
    lines = cells
    found = made(content(*papers, words=words), a=pdf(), b=lines, c=cells)
    shown = found.pages[0].extract_text()
    for sign in "#$*\\[":
        assert (sign in words) <= (sign in shown), sign


PLACE = "https://boards.testbury-partnership-council.example/boards/learning-disability/2026-03-12"
AGENDA, FILE = f"{PLACE}/extraordinary-agenda_1/?a=b&c=d", f"{PLACE}/papers/1234567890/"


def addresses_in(found: PdfReader) -> list[str]:
    notes = [note.get_object() for page in found.pages for note in page.get("/Annots", [])]
    return [str(note["/A"]["/URI"]) for note in notes]


def lines_of(found: PdfReader) -> list[str]:
    return [line for page in found.pages for line in page.extract_text().splitlines()]


def test_addresses_lead_where_they_say_and_long_words_break_without_hidden_signs() -> None:
    long = "abcdefgh" * 60
    pack = replace(content(replace(paper(long), address=FILE, source="a")), address=AGENDA)
    found = made(pack, a=pdf())
    assert set(addresses_in(found)) == {AGENDA, FILE}
    assert len(addresses_in(found)) <= 4, "one link a line, not one a sign"
    copied = "".join(lines_of(found))
    for words in (AGENDA, FILE, long):
        assert words in copied
    assert not [sign for sign in copied if unicodedata.category(sign) in {"Cf", "Cc"}]
    assert max(map(len, lines_of(found))) < 100, "nothing stands outside the page"


def test_signs_that_print_nothing_go() -> None:
    assert "abcd" in lines_of(made(content(words="a\x00b\x07cd")))


def test_a_pack_says_what_it_cannot_show_in_our_typefaces() -> None:
    papers = [paper("Łódka – “yes”"), paper("বাংলা"), paper("t", "txt"), paper("c", "csv")]
    other = "日本語 and 1️⃣\n".encode()
    files = {"Łódka – “yes”": pdf(), "বাংলা": pdf(), "t": other, "c": b"a,b\nx," + other}
    found = made(content(*papers), **files)
    pages = [" ".join(page.extract_text().split()) for page in found.pages]
    front, agenda, plain, _, bengali, _, _, text, _, table = pages
    assert "[words in Bengali letters]" in front + bengali
    assert "[words in Chinese or Japanese letters] and 1" in text
    assert "[words in Chinese or Japanese letters] and 1" in table
    assert "Łódka – “yes”" in plain
    told = [UNSHOWN in page for page in (front, bengali, text, table)]
    assert told == [True] * 4
    assert UNSHOWN not in agenda + plain
    assert UNSHOWN not in made(content(papers[0]), **files).pages[0].extract_text()


def test_numbers_labels_contents_and_bookmarks_agree() -> None:
    found = made(content(paper("a"), paper("b")), a=pdf(pages=2), b=pdf(pages=3))
    total = len(found.pages)
    assert total == 9  # cover, agenda, a sheet and two, a sheet and three
    for number, page in enumerate(found.pages, start=1):
        assert page.extract_text().endswith(f"Page {number} of {total}\n".strip()) or (
            f"Page {number} of {total}" in page.extract_text()
        )
    assert found.page_labels == [str(number) for number in range(1, total + 1)]
    contents = found.pages[0].extract_text()
    assert "page 2" in contents  # the agenda
    assert "page 3" in contents
    assert "page 6" in contents
    outline: list[Any] = list(found.outline)
    agenda, item, papers = outline
    assert [agenda["/Title"], item["/Title"]] == ["Breaks", "Item 1: Breaks"]
    places = [found.get_destination_page_number(mark) for mark in (item, *papers)]
    assert places == [2, 2, 5]
    assert [mark["/Title"] for mark in papers] == ["a", "b"]
    assert str(found.root_object["/Lang"]) == "en-GB"
    assert found.metadata and found.metadata.title == "Breaks: Breaks"


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("size", [(595, 842), (842, 595), (120, 60), (3000, 2000)])
def test_the_number_is_inside_the_page_however_it_lies(turned: int, size: tuple[int, int]) -> None:
    found = made(content(paper("a")), a=pdf(turned=turned, size=size))
    page = found.pages[-1]
    places = []

    def note(text: str, matrix: list[float], *rest: object) -> None:
        if "Page" in text:
            places.append((matrix[4], matrix[5]))

    page.extract_text(visitor_text=note)
    assert places
    [(across, up)] = places[-1:]
    assert 0 < across < size[0]
    assert 0 < up < size[1]
    assert page.rotation == turned


def test_a_broken_paper_never_breaks_the_pack() -> None:
    files = {"a": b"%PDF-1.7 nothing", "b": pdf(password="secret"), "c": b"a" * 10, "d": pdf()}
    papers = [paper("a"), paper("b"), paper("c", "docx"), paper("d")]
    found = made(content(*papers), **files)
    text = "".join(page.extract_text() for page in found.pages)
    assert text.count("This file could not be") >= 2
    assert len(found.pages) >= 7


def test_nothing_in_a_pack_runs() -> None:
    found = made(content(paper("a")), a=pdf_that_runs("/Launch", on_click=True))
    assert "/OpenAction" not in found.root_object
    for page in found.pages:
        for note in page.get("/Annots", []):
            assert note.get_object().get("/A", {}).get("/S") in {None, "/URI", "/GoTo"}


@pytest.mark.parametrize("name", ["owner-aes", "owner-aes-128", "owner-rc4"])
def test_a_paper_that_is_locked_only_against_changes_is_in_the_pack(name: str) -> None:
    found = made(content(paper("a")), a=HARMLESS_PDFS[name])
    assert len(found.pages) == 4  # cover, agenda, a sheet and the paper
    assert not found.is_encrypted


def test_a_long_table_and_a_wide_one_are_named_only() -> None:
    wide = ",".join("abcdefghijklmnopq").encode()
    long = b"a,b\n" * 20_000
    found = made(content(paper("a", "csv"), paper("b", "csv")), a=wide, b=long)
    assert len(found.pages) == 4
    assert "too long for the pack" in found.pages[-1].extract_text()


def test_word_files_become_pages_where_libreoffice_is(monkeypatch: pytest.MonkeyPatch) -> None:
    words = docx("Buses run until ten")
    if office_program():
        assert "until ten" in made(content(paper("a", "docx")), a=words).pages[-1].extract_text()
    monkeypatch.setenv("PATH", "/nowhere")
    found = made(content(paper("a", "docx")), a=words)
    assert "could not be turned into pages here" in found.pages[-1].extract_text()


def test_two_hundred_pages_take_less_than_twenty_seconds() -> None:
    papers = [paper(f"p{number}") for number in range(20)]
    files = {f"p{number}": pdf(pages=10) for number in range(20)}
    began = monotonic()
    assert len(made(content(*papers), **files).pages) > 220
    assert monotonic() - began < 20
