"""Make the Word minutes of the demonstration from their texts.

    python portal/demo/make_documents.py

Writes one .docx for each text in documents/sources/, each laid out as boards do it: bold headings
with typed numbers, a table of items and actions, and heading styles. The files are committed; run
this again after a change to a text.
"""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Pt
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).resolve().parent / "documents"
MADE_ON = datetime.datetime(2026, 6, 30, 9, 0)  # Word keeps times without a zone
LABELS = ("Action:", "Decision:")


@dataclass(frozen=True)
class Minutes:
    """One text: what was said under each item, and the actions that stand beside it."""

    board: str
    day: str
    time: str
    place: str
    next_meeting: str
    present: list[str]
    apologies: list[str]
    items: list[dict[str, Any]]


def read(name: str) -> Minutes:
    """The text with that name from documents/sources/."""
    with (FOLDER / "sources" / f"{name}.toml").open("rb") as stream:
        return Minutes(**tomllib.load(stream))


def new_document(minutes: Minutes) -> WordDocument:
    """An empty document in a readable type, with the board as its title."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name = "Arial"
    style.font.size = Pt(12)
    document.core_properties.title = f"Minutes: {minutes.board}"
    document.core_properties.author = "Brackenford Borough Council"
    document.core_properties.created = MADE_ON
    document.core_properties.modified = MADE_ON
    return document


def labelled(paragraph: Paragraph, text: str) -> Paragraph:
    """Write a text into a paragraph with its label, if it has one, in bold."""
    for label in LABELS:
        if text.startswith(label):
            paragraph.add_run(label).bold = True
            text = text.removeprefix(label)
    paragraph.add_run(text)
    return paragraph


def bold(document: WordDocument, text: str) -> None:
    """A paragraph in bold, which is all the heading that most minutes have."""
    document.add_paragraph().add_run(text).bold = True


def with_bold_headings(minutes: Minutes) -> WordDocument:
    """Bold headings with typed numbers, names one a line, "Action:" lines."""
    document = new_document(minutes)
    bold(document, minutes.board)
    bold(document, f"Minutes of the meeting held on {minutes.day}, {minutes.time}")
    document.add_paragraph(minutes.place)
    bold(document, "Present:")
    for person in minutes.present:
        document.add_paragraph(person)
    bold(document, "Apologies:")
    for person in minutes.apologies:
        document.add_paragraph(person)
    for number, item in enumerate(minutes.items, 1):
        bold(document, f"{number}. {item['title']}")
        for text in item["text"]:
            labelled(document.add_paragraph(), text)
    bold(document, f"Date of next meeting: {minutes.next_meeting}")
    return document


def with_action_column(minutes: Minutes) -> WordDocument:
    """A table of two columns, the item with its text on the left and the actions on the right."""
    document = new_document(minutes)
    document.add_heading(minutes.board, level=0)
    for line in ("Minutes", f"Date: {minutes.day}", f"Time: {minutes.time}"):
        document.add_paragraph(line)
    document.add_paragraph(f"Venue: {minutes.place}")
    labelled_list = (("Present: ", minutes.present), ("Apologies: ", minutes.apologies))
    for label, people in labelled_list:
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(", ".join(people))
    table = document.add_table(rows=1, cols=2)
    table.style = "Table Grid"
    for cell, heading in zip(table.rows[0].cells, ("Item", "Action"), strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    for number, item in enumerate(minutes.items, 1):
        left, right = table.add_row().cells
        left.paragraphs[0].add_run(f"{number}. {item['title']}").bold = True
        for text in item["text"]:
            left.add_paragraph(text)
        for at, text in enumerate(item.get("actions", [])):
            (right.paragraphs[0] if at == 0 else right.add_paragraph()).add_run(text)
    document.add_paragraph(f"Next meeting: {minutes.next_meeting}")
    return document


def with_heading_styles(minutes: Minutes) -> WordDocument:
    """Word's own headings, lists of people as bullets, "Decision:" and "Action:" lines."""
    document = new_document(minutes)
    document.add_heading(f"{minutes.board}: minutes", level=1)
    document.add_paragraph(f"{minutes.day}, {minutes.time}")
    document.add_paragraph(minutes.place)
    for label, people in (("Present", minutes.present), ("Apologies", minutes.apologies)):
        document.add_heading(label, level=2)
        for person in people:
            document.add_paragraph(person, style="List Bullet")
    for number, item in enumerate(minutes.items, 1):
        document.add_heading(f"{number}. {item['title']}", level=2)
        for text in item["text"]:
            labelled(document.add_paragraph(), text)
    document.add_heading("Date of next meeting", level=2)
    document.add_paragraph(minutes.next_meeting)
    return document


LAYOUTS: dict[str, Callable[[Minutes], WordDocument]] = {
    "carers-minutes": with_bold_headings,
    "mental-health-minutes": with_action_column,
    "autism-minutes": with_heading_styles,
}


def main() -> None:
    """Write all documents."""
    for name, layout in LAYOUTS.items():
        layout(read(name)).save(str(FOLDER / f"{name}.docx"))


if __name__ == "__main__":
    main()
