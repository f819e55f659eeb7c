"""How an easy read looks on paper: rules 21 to 31 and 35 of easy read."""

import re
import unicodedata
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PageObject, PdfReader

from easyread.printing import SIZES, PrintContent, PrintLine, PrintRow
from easyread.printing.arranging import plain
from easyread.printing.making import Printer
from easyread.printing.pictures import prepared
from easyread.printing.typesetting import in_our_typefaces
from tests.easyread.printing.documents import (
    EVERYTHING,
    LONG_WORD,
    PHOTO,
    ROWS,
    fact,
    idea,
    long_one,
    photo,
    picture,
    read_picture,
)

A_MILLIMETRE = 72 / 25.4


def printed(content: PrintContent, size: int = 16) -> PdfReader:
    with Printer(content, read_picture=read_picture) as printer:
        made = printer.pdf(size)
    reader = PdfReader(BytesIO(made.content))
    assert len(reader.pages) == made.pages
    return reader


def small(*rows: PrintRow) -> PrintContent:
    return PrintContent("Small", "Testbury Council", "Minutes", "", rows)


def sizes_on(page: PageObject) -> set[float]:
    """The sizes of the words on a page, in points."""
    found: set[float] = set()

    def visit(text: str, _: Any, matrix: list[float], __: Any, size: float) -> None:
        if text.strip():
            found.add(round(size * abs(matrix[3]), 1))

    page.extract_text(visitor_text=visit)
    return found


def words_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)


@pytest.mark.parametrize("size", SIZES)
def test_no_words_are_smaller_than_asked_for(size: int) -> None:
    for page in printed(EVERYTHING, size).pages:
        assert min(sizes_on(page)) == size, "and the page number is as large as the text"


def test_larger_print_has_more_pages() -> None:
    pages = [len(printed(EVERYTHING, size).pages) for size in SIZES]
    assert pages == sorted(pages)
    assert pages[0] < pages[-1]


def test_it_opens_with_how_to_use_it_and_ends_with_who_made_it() -> None:
    text = words_of(printed(EVERYTHING))
    order = [
        "What happened at our meeting",
        "This is an easy read.",
        "You can ask someone to help you read this.",
        "Some words are hard.",
        "There is a longer version.",
        "We decided",
        "Do you have a question?",
        "Phone 0300 000 0000",
        "Word list",
        "Someone who helps you.",
        "Testbury Council made this easy read.",
        "The Thursday group checked this easy read.",
        "Pictures: OpenMoji, CC BY-SA 4.0,",
    ]
    places = [text.rfind(words) for words in order]  # headings stand in the contents before
    assert -1 not in places, dict(zip(order, places, strict=True))
    assert places == sorted(places)


@pytest.mark.parametrize("size", SIZES)
def test_a_long_one_says_what_is_on_which_page(size: int) -> None:
    reader = printed(EVERYTHING, size)
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    first = next(n for n, text in enumerate(pages) if "What is in this" in text)
    told = dict(re.findall(r"(Who we are|Money|Word list|Who made this) Page (\d+)", pages[first]))
    assert list(told) == ["Who we are", "Money", "Word list", "Who made this"]
    for words, number in told.items():
        here = [n for n, text in enumerate(pages, start=1) if words in text and n > first + 1]
        assert here[:1] == [int(number)] or (int(number) == first + 1 and not here), words


def test_a_short_one_has_no_list_of_what_is_in_it() -> None:
    heads = [PrintRow("heading", label=f"Part {n}") for n in range(3)]
    assert "What is in this" not in words_of(printed(small(*heads, ROWS[1])))


def test_a_text_that_says_so_itself_is_not_told_twice() -> None:
    own = idea(None, "<p>This is in easy read.</p><p>You can ask someone to help you.</p>")
    text = words_of(printed(small(own)))
    assert "This is an easy read." not in text
    assert "help you read this" not in text


def test_addresses_are_spelt_out_and_lead_there() -> None:
    reader = printed(EVERYTHING)
    assert "more about us (boards.example/boards/carers/)" in words_of(reader)
    links = {
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()  # what leads to another page has none
    }
    assert links == {
        EVERYTHING.address,
        "https://boards.example/boards/carers/",
        "https://creativecommons.org/licenses/by-sa/4.0/",
        f"mailto:{EVERYTHING.email}",
    }
    copied = "".join(line for page in reader.pages for line in page.extract_text().splitlines())
    for address in links:
        assert address.partition(":")[2].removeprefix("//") in copied


@pytest.mark.parametrize("size", SIZES)
def test_an_idea_is_never_split_over_two_pages(size: int) -> None:
    rows = [
        idea(picture("bus"), f"<p>begin{n} We talked of this.</p><p>It was good. end{n}</p>")
        for n in range(25)
    ]
    for page in printed(small(*rows), size).pages:
        text = page.extract_text()
        assert re.findall(r"begin(\d+)", text) == re.findall(r"end(\d+)", text)


def test_the_parts_of_an_action_stay_together() -> None:
    action = PrintRow(
        "action",
        (fact("Who", "begin", "bus"), fact("What", "is", "bus"), fact("When", "end", "bus")),
        "To do",
    )
    for before in range(4):
        rows = [idea(picture("bus"), "<p>We talked.</p>")] * before
        pages = [page.extract_text() for page in printed(small(*rows, action)).pages]
        (here,) = [page for page in pages if "begin" in page]
        assert "end" in here


def test_two_ideas_and_an_action_share_a_page() -> None:
    """What stays together is small enough to leave no half of a page empty."""
    facts = (fact("Who", "begin", "bus"), fact("What", "is", "bus"), fact("When", "end", "bus"))
    together = 0
    for before in range(2, 7):
        rows = [idea(picture("bus"), "<p>We talked.</p>")] * before
        document = printed(small(*rows, PrintRow("action", facts, "To do")))
        pages = [page.extract_text() for page in document.pages]
        together = max(together, *(page.count("We talked.") for page in pages if "begin" in page))
    assert together == 2


def test_a_heading_is_never_the_last_on_a_page() -> None:
    for before in range(8):
        rows = [idea(None, "<p>We talked.</p><p>And talked.</p>")] * before
        content = small(*rows, PrintRow("heading", label="Buses"), EVERYTHING.rows[1])
        for page in printed(content).pages:
            lines = page.extract_text().splitlines()
            assert "Buses" not in lines[-2:-1], "the last line is the page number"


def test_an_idea_without_end_loses_nothing() -> None:
    html = "".join(f"<p>Sentence {n}.</p>" for n in range(200))
    text = words_of(printed(small(idea(picture("bus"), html)), 28))
    assert all(f"Sentence {n}." in text for n in range(200))


@pytest.mark.parametrize("size", SIZES)
def test_nothing_stands_outside_the_page(size: int) -> None:
    reader = printed(EVERYTHING, size)
    copied = "".join(line for page in reader.pages for line in page.extract_text().splitlines())
    assert LONG_WORD in copied, "a long word is whole, over two lines"
    assert not [sign for sign in copied if unicodedata.category(sign) in {"Cf", "Cc"}], "hidden"
    longest = max(len(line) for page in reader.pages for line in page.extract_text().splitlines())
    assert longest * size < 1100, "174 mm hold some 62 letters of 16 point"


@pytest.mark.parametrize("size", SIZES)
def test_pictures_are_50_mm_wide_and_those_of_an_action_40(size: int) -> None:
    drawing, photograph = idea(picture("bus"), "<p>Bus.</p>"), idea(PHOTO, "<p>Lift.</p>")
    assert widths_in(printed(small(drawing, photograph), size)) == {50}
    assert widths_in(printed(small(ROWS[8]), size)) == {40}


def widths_in(reader: PdfReader) -> set[int]:
    """How wide pictures are, in millimetres; our drawings are 72 units wide."""
    streams = [page.get_contents() for page in reader.pages]
    drawn = "\n".join(each.get_data().decode("latin-1") for each in streams if each is not None)
    scaled = re.findall(r"([\d.]+) 0 0 -?[\d.]+ [\d.]+ [\d.]+ cm", drawn)
    scales = {float(scale) for scale in scaled} - {1.0}
    points = {scale if scale > 40 else scale * 72 for scale in scales}
    return {round(width / A_MILLIMETRE) for width in points}


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We talked 😀.", "We talked [grinning face]."),
        ("你好 said ✓ yes – “Łódź”", "[words in Chinese or Japanese letters] said ✓ yes – “Łódź”"),
        ("বাংলা ভাষা, ਪੰਜਾਬੀ", "[words in Bengali letters], [words in Punjabi letters]"),
        ("日本語です", "[words in Chinese or Japanese letters]"),
        ("👍🏽 and 👩\u200d🦽", "[thumbs up] and [woman, manual wheelchair]"),
        ("🇬🇧", "[flag]"),
        ("1\ufe0f\u20e3 Ring us. #\ufe0f\u20e3", "1 Ring us. #"),
        ("half \ud800 of it", "half  of it"),
        ("مريم", "مريم"),
    ],
    ids=["face", "chinese", "bengali", "japanese", "joined", "flag", "keys", "half", "arabic"],
)
def test_in_place_of_what_no_typeface_has_stands_what_it_is(words: str, shown: str) -> None:
    assert in_our_typefaces(words) == shown


ODD = "1️⃣ 👨‍👩‍👧‍👦 ক্ষি x\u20dd ﷽ \u0e33 🏴󠁧󠁢󠁳󠁣󠁴󠁿"


def test_no_sign_stops_a_file() -> None:
    """What is printed is what the typesetter was asked about: signs with all that joins them."""
    for words in (ODD, *ODD.split(), *ODD):
        row = PrintRow("decision", (PrintLine((plain(words), plain(words, bold=True))),), words)
        assert printed(replace(small(row, PrintRow("heading", label=words)), title=words)).pages


def test_a_file_says_that_it_cannot_show_everything() -> None:
    text = words_of(printed(EVERYTHING))
    assert "This idea has no picture [grinning face]." in text
    said = "This file cannot show some letters or signs. Our web page can."
    assert said in text
    plain_words = idea(None, "<p>Łódź is – “far”.</p>")
    assert said not in words_of(printed(small(plain_words)))


def test_missing_and_broken_pictures_leave_the_words() -> None:
    text = words_of(printed(EVERYTHING))
    assert "The picture of this idea is gone." in text
    assert "The picture of this idea is broken." in text


def test_words_are_never_read_as_commands() -> None:
    nasty = '#panic("x") $x$ *bold* @ref `raw` \\ <label> #include "/etc/passwd"'
    row = PrintRow("plain", (PrintLine((plain(nasty),)),))
    assert nasty in words_of(printed(small(row, PrintRow("heading", label="= #pagebreak()"))))


def test_signs_that_print_nothing_are_harmless() -> None:
    row = PrintRow("plain", (PrintLine((plain("a\x00b\x07c \ud800d"),)),))
    assert "abc d" in words_of(printed(small(row)))


def test_a_photograph_is_turned_upright_and_forgets_where_it_was_taken() -> None:
    ending, made = prepared(photo(turned=True))
    shown = Image.open(BytesIO(made))
    assert ending == "jpg"
    assert shown.height > shown.width
    assert b"Secret place" not in made
    assert max(shown.size) == 1000


def test_it_says_its_title_and_its_language() -> None:
    reader = printed(EVERYTHING)
    assert reader.metadata is not None
    assert reader.metadata.title == "What happened at our meeting"
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert [mark.title for mark in reader.outline if not isinstance(mark, list)] == [
        "What happened at our meeting"
    ]


def test_sixty_ideas_stay_below_what_easy_read_allows() -> None:
    assert len(printed(long_one(60)).pages) <= 24
