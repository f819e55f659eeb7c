"""What is inside an uploaded file, whatever its name says. Pure: no Django, no database.

A paper is a PDF, a Word, Excel or OpenDocument text file, a table (CSV) or plain text. All else
is refused with a sentence for the person who brought it.
"""

import re
import zipfile
from io import SEEK_END
from pathlib import PurePath
from typing import BinaryIO

from boards.files.pdf_refusals import BROKEN, PROTECTED, RefusedPdf
from easyread.packed import TooMuchPacked, opened_zip
from easyread.sent import decoded

LARGEST = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
LARGEST_TEXT = 60 * 1024 * 1024  # of an office file, which others have to open too
MOST_PARTS = 5_000
UNKNOWN = "bin"  # of files that were there before their content was looked at

LABELS = {
    "pdf": "PDF",
    "docx": "Word",
    "xlsx": "Excel",
    "odt": "OpenDocument text",
    "csv": "Table (CSV)",
    "txt": "Plain text",
    UNKNOWN: "File",
}
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "csv": "text/csv",
    "txt": "text/plain",
    UNKNOWN: "application/octet-stream",
}
TEXT_KINDS = {"csv", "txt"}
NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
ZIP = b"PK\x03\x04"
MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"<head", b"<body", b"<!--")
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")

ALLOWED = "Bring a PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt), CSV or text file."
WRONG_KIND = f"We cannot take this kind of file. {ALLOWED}"
EMPTY = "This file is empty. Is it the right one?"
TOO_BIG = "This file is too big: a paper may have up to 20 MB. Save it with smaller pictures."
TOO_MUCH_INSIDE = (
    "There is too much packed into this file. Save it again with less in it, or as a PDF."
)
MACROS = "There are macros (small programs) in this file. Save it without them, or as a PDF."
OLD_OFFICE = "This is a file of an old kind of Office. Save it as .docx, .xlsx or PDF."
NOT_TEXT = f"This is not a text file, although its name says so. {ALLOWED}"


class UnacceptableFile(Exception):
    """Why the file can't be a paper, in words fit for the screen."""


def kind_of(file: BinaryIO, *, name: str) -> str:
    """The file's kind (a key of ``CONTENT_TYPES``), as found in its content.

    Raises `UnacceptableFile` for what can't be a paper, and where name and content differ.
    """
    claimed = PurePath(name).suffix.lower().lstrip(".")
    size = file.seek(0, SEEK_END)
    file.seek(0)
    if not size:
        raise UnacceptableFile(EMPTY)
    if size > LARGEST:
        raise UnacceptableFile(TOO_BIG)
    if claimed in {"docm", "xlsm", "dotm", "xltm"}:
        raise UnacceptableFile(MACROS)
    if claimed not in CONTENT_TYPES or claimed == UNKNOWN:
        raise UnacceptableFile(WRONG_KIND)
    found = _found(file, file.read(1024), claimed)
    if found != claimed:
        raise UnacceptableFile(
            f"The name ends in .{claimed}, but inside it is another kind of file "
            f"({LABELS[found]}). Give it the ending .{found}, and bring it again."
        )
    file.seek(0)
    return found


def _found(file: BinaryIO, head: bytes, claimed: str) -> str:
    if head.startswith(OLE):
        file.seek(0)
        raise UnacceptableFile(PROTECTED if ENCRYPTED_PACKAGE in file.read() else OLD_OFFICE)
    if head.startswith(b"%PDF-"):
        _check_pdf(file)
        return "pdf"
    if head.startswith(ZIP):
        return _kind_of_zip(file)
    if head.startswith(PROGRAMS) or _is_markup(head):
        raise UnacceptableFile(WRONG_KIND)
    if claimed in TEXT_KINDS:
        _check_text(file)
        return claimed
    raise UnacceptableFile(f"Inside, this is not a .{claimed} file, or it is broken. {ALLOWED}")


def _is_markup(head: bytes) -> bool:
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        text = head.decode("utf-16", "replace").encode()
    else:
        text = head.removeprefix(b"\xef\xbb\xbf")
    return text.lstrip(b"\x00\t\r\n\f ").lower().startswith(MARKUP)


def _check_text(file: BinaryIO) -> None:
    try:
        text = decoded(_all_of(file))
    except UnicodeDecodeError as problem:
        raise UnacceptableFile(NOT_TEXT) from problem
    if NO_TEXT.search(text):
        raise UnacceptableFile(NOT_TEXT)


def _all_of(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read()


def _kind_of_zip(file: BinaryIO) -> str:
    try:
        with opened_zip(file, most_entries=MOST_PARTS, most_bytes=LARGEST_UNPACKED) as package:
            return _kind_of_package(package)
    except UnacceptableFile:
        raise
    except TooMuchPacked as problem:
        raise UnacceptableFile(TOO_MUCH_INSIDE) from problem
    except Exception as problem:  # what a hostile file breaks is not known beforehand
        raise UnacceptableFile(BROKEN) from problem


def _kind_of_package(package: zipfile.ZipFile) -> str:
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise UnacceptableFile(PROTECTED)
    if sum(part.file_size for part in parts if _is_text(part)) > LARGEST_TEXT:
        raise UnacceptableFile(TOO_MUCH_INSIDE)
    names = {part.filename for part in parts}
    if not names & {"[Content_Types].xml", "mimetype"}:
        raise UnacceptableFile(WRONG_KIND)
    if package.testzip() is not None:
        raise UnacceptableFile(BROKEN)
    if "mimetype" in names:
        return _kind_of_open_document(package, names)
    return _kind_of_office_xml(package, names)


def _is_text(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels", "mimetype"))


def _kind_of_office_xml(package: zipfile.ZipFile, names: set[str]) -> str:
    types = package.read("[Content_Types].xml").lower()
    lowered = [name.lower() for name in names]
    if b"macroenabled" in types or any("vbaproject" in name for name in lowered):
        raise UnacceptableFile(MACROS)
    if any("/activex/" in name for name in lowered):
        raise UnacceptableFile(MACROS)
    if b"wordprocessingml.document.main+xml" in types and "word/document.xml" in names:
        return "docx"
    if b"spreadsheetml.sheet.main+xml" in types and "xl/workbook.xml" in names:
        return "xlsx"
    raise UnacceptableFile(WRONG_KIND)


def _kind_of_open_document(package: zipfile.ZipFile, names: set[str]) -> str:
    if package.read("mimetype").strip() != b"application/vnd.oasis.opendocument.text":
        raise UnacceptableFile(WRONG_KIND)
    manifest = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    if b"encryption-data" in manifest:
        raise UnacceptableFile(PROTECTED)
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names):
        raise UnacceptableFile(MACROS)
    if "content.xml" not in names:
        raise UnacceptableFile(BROKEN)
    return "odt"


def _check_pdf(file: BinaryIO) -> None:
    from boards.files.pdf import check_pdf  # loading it takes a while, and 15 MB

    try:
        check_pdf(_all_of(file))
    except RefusedPdf as problem:
        raise UnacceptableFile(str(problem)) from problem
