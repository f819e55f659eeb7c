"""Characters, breaks and Word's own machinery that a reader never sees."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from boards.word_reader import read_word
from boards.word_reader.reading import Reading

Read = Callable[..., Reading]
SAID = "Members talked about it for some time and asked several questions about the plan."


def saved(document: WordDocument) -> BytesIO:
    out = BytesIO()
    document.save(out)
    out.seek(0)
    return out


def test_a_byte_order_mark_inside_words_disappears(read: Read) -> None:
    reading = read(
        ("b", "1. Bu\ufeffses"), "The \u200bbus\u00a0is late.", "Act\ufeffion: AB to ring."
    )
    assert reading.items[0].title == "Buses"
    assert reading.items[0].parts[0].text == "The bus is late."
    assert reading.actions[0].action.owner == "AB"


def test_curly_quotes_stay_as_typed(read: Read) -> None:
    reading = read(("b", "1. Chair’s ‘welcome’"), "“Yes”, said Ann.")
    assert reading.items[0].title == "Chair’s ‘welcome’"
    assert reading.items[0].parts[0].text == "“Yes”, said Ann."


def test_superscript_ordinals_are_part_of_the_date() -> None:
    document = Document()
    document.add_paragraph("Harbour Board")
    paragraph = document.add_paragraph("Tuesday 3")
    paragraph.add_run("rd").font.superscript = True
    paragraph.add_run(" March 2026")
    assert read_word(saved(document)).held_on == datetime.date(2026, 3, 3)


def test_literal_asterisks_and_hashes_are_read_as_markup(read: Read) -> None:
    reading = read(
        "## 1. Welcome", SAID, "## 2. Buses", "**Action:** AB to ring the company.",
        "**The mayor joined the meeting for a while.",
    )  # fmt: skip
    assert [item.title for item in reading.items] == ["Welcome", "Buses"]
    assert reading.actions[0].action.text == "Ring the company."
    assert reading.items[1].parts[1].text == "The mayor joined the meeting for a while."


def test_line_breaks_inside_sentences_become_spaces(read: Read) -> None:
    reading = read(
        ("b", "1. Buses"), "The bus is late in\nthe evening.\nNoted: It will\nstay late."
    )
    assert [part.text for part in reading.items[0].parts] == [
        "The bus is late in the evening.",
        "Noted: It will stay late.",
    ]


def test_a_full_stop_alone_on_its_line_joins_the_sentence(read: Read) -> None:
    reading = read(("b", "1. Buses"), "The bus is late\n.")
    assert reading.items[0].parts[0].text == "The bus is late."


def test_page_numbers_in_the_text_are_left_out(read: Read) -> None:
    reading = read(("b", "1. Buses"), SAID, "Page 2 of 5", "Signed: ……………………………")
    assert [part.text for part in reading.items[0].parts] == [SAID]


def test_bold_and_headings_may_come_from_a_style_of_ones_own() -> None:
    document = Document()
    document.add_paragraph("Harbour Board, 3 March 2026")
    base = document.styles.add_style("Board Base", 1)
    base.font.bold = True
    own = document.styles.add_style("Board Heading", 1)
    own.base_style = base
    for name in ("Buses", "Parking"):
        document.add_paragraph(name, style="Board Heading")
        document.add_paragraph(SAID)
    assert [item.title for item in read_word(saved(document)).items] == ["Buses", "Parking"]


def test_deleted_and_hidden_text_is_left_out_and_inserted_text_is_read() -> None:
    document = Document()
    document.add_paragraph("Harbour Board, 3 March 2026")
    paragraph = document.add_paragraph("Action: AB to ring")
    for tag, text_tag, words in (
        ("w:del", "w:delText", " nobody"),
        ("w:ins", "w:t", " the company"),
    ):
        change = OxmlElement(tag)
        run, text = OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = words
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(" in secret").font.hidden = True
    assert read_word(saved(document)).actions[0].action.text == "Ring the company"


def test_text_boxes_and_content_controls_are_read_once() -> None:
    document = Document()
    document.add_paragraph("Harbour Board, 3 March 2026")
    inner = "<w:p><w:r><w:t>Action: AB to ring the company.</w:t></w:r></w:p>"
    box = f"<w:txbxContent>{inner}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    shape = f"<w:drawing>{box}</w:drawing>"
    picture = f"<w:pict>{box}</w:pict>"
    choice = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{picture}</mc:Fallback>'
    alternatives = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    document.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')} {mc}>{alternatives}</w:r>"))
    written = "<w:p><w:r><w:t>Action: CD to write.</w:t></w:r></w:p>"
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent>{written}</w:sdtContent></w:sdt>")
    document.paragraphs[0]._p.addnext(control)
    actions = [one.action.text for one in read_word(saved(document)).actions]
    assert actions == ["Ring the company.", "Write."]


def test_merged_cells_are_read_once() -> None:
    document = Document()
    document.add_paragraph("Harbour Board, 3 March 2026")
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Item", "Action"
    merged = table.cell(1, 0).merge(table.cell(2, 0))
    merged.text = f"1. Buses\n{SAID}"
    table.cell(1, 1).text, table.cell(2, 1).text = "AB to ring.", "CD to write."
    reading = read_word(saved(document))
    assert [one.action.owner for one in reading.actions] == ["AB", "CD"]
    assert [part.text for part in reading.items[0].parts if part.text == SAID] == [SAID]


def test_the_page_header_is_compared_with_the_date() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Harbour Board, 2 December 2025"
    document.add_paragraph("Harbour Board")
    document.add_paragraph("3 March 2026")
    reading = read_word(saved(document))
    assert reading.held_on == datetime.date(2026, 3, 3)
    assert any("page header" in doubt for doubt in reading.doubts)


def test_numbers_counted_by_word_start_where_the_file_says() -> None:
    document = Document()
    document.add_paragraph("Harbour Board, 3 March 2026")
    for name in ("Welcome", "Buses", "Parking"):
        document.add_paragraph(style="List Number").add_run(name).bold = True
        document.add_paragraph(SAID)
    items = read_word(saved(document)).items
    assert [(item.number, item.title) for item in items] == [
        ("1", "Welcome"),
        ("2", "Buses"),
        ("3", "Parking"),
    ]
