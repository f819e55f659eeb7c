"""Small Word files made in memory, one for each way in which minutes differ."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph

from boards.word_reader import read_word
from boards.word_reader.reading import Reading

TOP = ("Harbour Partnership Board", "Minutes of the meeting held on Tuesday 3 March 2026")
Spec = str | tuple[str, str] | list[list[str]]
Read = Callable[..., Reading]


def _write(document: WordDocument, spec: Spec) -> None:
    """Add one paragraph or table.

    A string is a normal paragraph; ("b", text) is bold, "u" underlined, "i" italic, "B:" bold up
    to and with the colon, "*" a bullet, "h1" or "h2" a heading; a list of rows is a table.
    """
    if isinstance(spec, list):
        _write_table(document, spec)
        return
    kind, text = spec if isinstance(spec, tuple) else ("", spec)
    if kind in ("h1", "h2", "h3"):
        document.add_heading(text, level=int(kind[1]))
    elif kind == "*":
        document.add_paragraph(text, style="List Bullet")
    elif kind == "#":
        document.add_paragraph(text, style="List Number")
    elif kind == "B:":
        lead, colon, rest = text.partition(":")
        paragraph = document.add_paragraph()
        paragraph.add_run(lead + colon).bold = True
        paragraph.add_run(rest)
    else:
        run = document.add_paragraph().add_run(text)
        run.bold = True if "b" in kind else None
        run.underline = True if "u" in kind else None
        run.italic = True if "i" in kind else None


def _write_table(document: WordDocument, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=max(len(row) for row in rows))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            first, *others = text.split("¶")
            _fill(cell.paragraphs[0], first)
            for other in others:
                _fill(cell.add_paragraph(), other)


def _fill(paragraph: Paragraph, text: str) -> None:
    """Write into a cell; a text between two underscores is bold."""
    run = paragraph.add_run(text.strip("_"))
    run.bold = True if text.startswith("_") else None


@pytest.fixture
def make_word() -> Callable[..., BytesIO]:
    """Builds a Word file from specs; `top=False` leaves out the name and date of the meeting."""

    def make(*specs: Spec, top: bool = True) -> BytesIO:
        document = Document()
        for line in TOP if top else ():
            _write(document, ("b", line))
        for spec in specs:
            _write(document, spec)
        out = BytesIO()
        document.save(out)
        out.seek(0)
        return out

    return make


@pytest.fixture
def read(make_word: Callable[..., BytesIO]) -> Read:
    """Builds a Word file from specs and reads it."""

    def make_and_read(*specs: Spec, top: bool = True, file_name: str = "") -> Reading:
        return read_word(make_word(*specs, top=top), file_name=file_name)

    return make_and_read
