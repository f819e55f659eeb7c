"""Make the Word minutes that the tests read.

    python tests/documents/make_word_documents.py

Each text lies in tests/documents/word/texts/ and is laid out by the function of the same name
below. What a careful reader finds in a document stands in NAME.expected.json beside it and is
written by hand.
"""

from __future__ import annotations

import datetime
import struct
import tomllib
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).resolve().parent / "word"
MADE_ON = datetime.datetime(2026, 1, 5, 9, 0)
Text = dict[str, Any]


def bold(document: WordDocument, text: str) -> Paragraph:
    """A paragraph in bold."""
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    return paragraph


def numbered(paragraph: Paragraph, list_id: int, level: int = 0) -> None:
    """Make the paragraph an entry of a list that Word counts."""
    properties = paragraph._p.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", level), ("w:numId", list_id)):
        child = OxmlElement(name)
        child.set(qn("w:val"), str(value))
        numbering.append(child)
    properties.append(numbering)


def counted_list(document: WordDocument) -> int:
    """Add a list "1.", "1.1" to the file and return its number."""
    root = document.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "90")
    for level, shape in enumerate(("%1.", "%1.%2")):
        one = OxmlElement("w:lvl")
        one.set(qn("w:ilvl"), str(level))
        for name, value in (("w:start", "1"), ("w:numFmt", "decimal"), ("w:lvlText", shape)):
            child = OxmlElement(name)
            child.set(qn("w:val"), value)
            one.append(child)
        abstract.append(one)
    root.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "90")
    of = OxmlElement("w:abstractNumId")
    of.set(qn("w:val"), "90")
    number.append(of)
    root.append(number)
    return 90


def picture(shade: int) -> BytesIO:
    """A small grey square as PNG, in place of an easy-read picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">L", zlib.crc32(kind + data))
        return struct.pack(">L", len(data)) + kind + data + check

    rows = b"".join(b"\0" + bytes([shade]) * 24 for _ in range(24))
    header = struct.pack(">LLBBBBB", 24, 24, 8, 0, 0, 0, 0)
    return BytesIO(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def headings_typed_numbers(document: WordDocument, text: Text) -> None:
    """Word's headings with typed numbers; people in a table with a header."""
    document.add_heading(text["title"], level=1)
    for line in text["top"]:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=3)
    for cell, name in zip(table.rows[0].cells, ("Name", "Role", "Initials"), strict=True):
        cell.text = name
    for person in text["people"]:
        for cell, value in zip(table.add_row().cells, person, strict=True):
            cell.text = value
    document.add_paragraph(text["apologies"])
    for number, item in enumerate(text["items"], 1):
        document.add_heading(f"{number}. {item['title']}", level=2)
        for line in item["lines"]:
            label, colon, rest = line.partition(":")
            paragraph = document.add_paragraph()
            if colon and label in ("Action", "Decision"):
                paragraph.add_run(f"{label}:").bold = True
                paragraph.add_run(rest)
            else:
                paragraph.add_run(line)


def bold_automatic_numbers(document: WordDocument, text: Text) -> None:
    """Bold normal paragraphs that Word numbers, paragraph numbers below, numbered actions."""
    list_id = counted_list(document)
    for line in text["top"]:
        bold(document, line)
    for line in text["people"]:
        document.add_paragraph(line)
    for item in text["items"]:
        numbered(bold(document, item["title"]), list_id)
        for line in item["lines"]:
            paragraph = document.add_paragraph(line)
            if line.startswith(("ACTION", "Action")):
                paragraph.runs[0].italic = True
            else:
                numbered(paragraph, list_id, 1)


def item_action_table(document: WordDocument, text: Text) -> None:
    """A table of items and actions; a merged title row; people before it in one paragraph each."""
    for line in text["top"]:
        bold(document, line)
    for line in text["people"]:
        document.add_paragraph(line)
    table = document.add_table(rows=2, cols=2)
    table.rows[0].cells[0].merge(table.rows[0].cells[1]).text = text["caption"]
    for cell, name in zip(table.rows[1].cells, ("Agenda item", "Action"), strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for number, item in enumerate(text["items"], 1):
        left, right = table.add_row().cells
        left.text = f"{number}. {item['title']}"
        for line in ["", *item["lines"]]:
            left.add_paragraph(line)
        right.text = ""
        for line in item["actions"]:
            right.add_paragraph(line)


def action_list_at_end(document: WordDocument, text: Text) -> None:
    """Headings in capitals with typed numbers without a stop; all actions again in a last table."""
    for line in text["top"]:
        document.add_paragraph(line)
    for item in text["items"]:
        document.add_paragraph(item["title"])
        for line in item["lines"]:
            document.add_paragraph(line)
    document.add_paragraph("SUMMARY OF ACTIONS")
    table = document.add_table(rows=1, cols=4)
    names = ("No.", "Action", "Owner", "By when")
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.text = name
    for row in text["actions"]:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = value


def agreed_style(document: WordDocument, text: Text) -> None:
    """Agenda Item 1:, then Noted:, Decision: and Agreed: inside paragraphs with line breaks."""
    document.add_heading(text["title"], level=1)
    for line in text["top"]:
        document.add_paragraph(line)
    for number, item in enumerate(text["items"], 1):
        bold(document, f"Agenda Item {number}: {item['title']}")
        for line in item["lines"]:
            document.add_paragraph(line)


def easy_read_pictures(document: WordDocument, text: Text) -> None:
    """Two columns, a picture and short sentences; what comes next in the last row."""
    for line in text["top"]:
        bold(document, line)
    table = document.add_table(rows=0, cols=2)
    for shade, row in enumerate(text["rows"]):
        left, right = table.add_row().cells
        run = left.paragraphs[0].add_run()
        run.add_picture(picture(40 + shade * 12), width=Cm(1.5))
        right.text = row[0]
        for line in row[1:]:
            style = "List Bullet" if line.startswith("* ") else None
            right.add_paragraph(line.removeprefix("* "), style=style)


def three_columns_owners(document: WordDocument, text: Text) -> None:
    """Number, discussion and action with initials behind it, in a table; lists in two columns."""
    for line in text["top"]:
        document.add_paragraph(line).runs[0].underline = True
    people = document.add_table(rows=1, cols=2)
    people.rows[0].cells[0].text, people.rows[0].cells[1].text = "Present", "Apologies"
    for pair in text["people"]:
        for cell, value in zip(people.add_row().cells, pair, strict=True):
            cell.text = value
    document.add_paragraph("")
    table = document.add_table(rows=1, cols=3)
    for cell, name in zip(table.rows[0].cells, ("No", "Discussion", "Action"), strict=True):
        cell.text = name
    for number, item in enumerate(text["items"], 1):
        cells = table.add_row().cells
        cells[0].text = str(number)
        cells[1].paragraphs[0].add_run(item["title"]).bold = True
        for line in item["lines"]:
            cells[1].add_paragraph(line)
        cells[2].text = "\n".join(item["actions"])


LAYOUTS: tuple[Callable[[WordDocument, Text], None], ...] = (
    headings_typed_numbers,
    bold_automatic_numbers,
    item_action_table,
    action_list_at_end,
    agreed_style,
    easy_read_pictures,
    three_columns_owners,
)


def main() -> None:
    """Write all documents."""
    for layout in LAYOUTS:
        name = layout.__name__.replace("_", "-")
        with (FOLDER / "texts" / f"{name}.toml").open("rb") as stream:
            text = tomllib.load(stream)
        document = Document()
        document.core_properties.author = "Brackenford Borough Council"
        document.core_properties.created = document.core_properties.modified = MADE_ON
        layout(document, text)
        document.save(str(FOLDER / f"{name}.docx"))


if __name__ == "__main__":
    main()
