"""Each paper as PDF pages."""

import csv
from io import BytesIO, StringIO

from pypdf import PdfReader

from boards.files.pdf import opened
from boards.libreoffice import NoOffice, OfficeFailed
from boards.packing.from_office import pdf_by_office
from boards.packing.typesetting import set_sheet
from easyread.sent import decoded

MOST_LINES = 4_000
MOST_CELLS = 20_000
MOST_COLUMNS = 14
LONGEST_LINE = 4_000


class NotInPack(Exception):
    """Why a paper's pages can't be in the pack, in words for its readers."""


NO_OFFICE = (
    "This file could not be turned into pages here. You can get it at the address below, "
    "or ask the secretary for it on paper."
)
TOO_LONG = "This file is too long for the pack. You can get it at the address below."
CANNOT_OPEN = (
    "This file could not be opened for the pack. You can get it at the address below, "
    "or ask the secretary for it on paper."
)


def pages_of(content: bytes, *, kind: str, title: str) -> PdfReader:
    """The paper's pages. Raises `NotInPack`."""
    try:
        reader = opened(BytesIO(_as_pdf(content, kind, title)))
        if not len(reader.pages):
            raise NotInPack(CANNOT_OPEN)
    except NotInPack:
        raise
    except NoOffice as problem:
        raise NotInPack(NO_OFFICE) from problem
    except OfficeFailed as problem:
        raise NotInPack(CANNOT_OPEN) from problem
    except Exception as problem:  # a broken paper never breaks the pack
        raise NotInPack(CANNOT_OPEN) from problem
    return reader


def _as_pdf(content: bytes, kind: str, title: str) -> bytes:
    if kind == "pdf":
        return content
    if kind == "txt":
        return _text(content, title)
    if kind == "csv":
        return _table(content, title)
    return pdf_by_office(content, kind=kind)


def _text(content: bytes, title: str) -> bytes:
    lines = decoded(content).replace("\f", "\n").splitlines()
    if len(lines) > MOST_LINES or any(len(line) > LONGEST_LINE for line in lines):
        raise NotInPack(TOO_LONG)
    return set_sheet("text", {"title": title, "lines": [_spaced(line) for line in lines]})


def _spaced(line: str) -> str:
    return line.rstrip().replace("\t", "    ")


def _table(content: bytes, title: str) -> bytes:
    text = decoded(content)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:4096], ",;\t")
    except csv.Error:
        dialect = csv.excel
    rows = [row for row in csv.reader(StringIO(text), dialect) if row]
    columns = max(map(len, rows), default=0)
    if not 0 < columns <= MOST_COLUMNS or columns * len(rows) > MOST_CELLS:
        raise NotInPack(TOO_LONG)
    even = [[*row, *[""] * (columns - len(row))] for row in rows]
    return set_sheet(
        "table", {"title": title, "columns": columns, "head": even[0], "rows": even[1:]}
    )
