"""Open a file that somebody uploaded as Word minutes, or say in one sentence why not.

A .docx is a zip of XML files. Only the parts that the reader needs are unpacked, each with a
limit on what comes out, so that a hostile file costs no more than a large honest one.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from lxml import etree

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_DOCUMENT_BYTES = 50 * 1024 * 1024
MAX_SIDE_PART_BYTES = 10 * 1024 * 1024
MAX_DIRECTORY_BYTES = 2 * 1024 * 1024
MAX_MARKS = 2_000_000  # of "<" and of "=" in one part: bounds the size of the parsed tree
MAX_PARAGRAPHS = 20_000
MAX_TEXT_CHARACTERS = 3_000_000

_OLE_HEADER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACRO_TYPE = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_ENCODING = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{1,20})[\"']")

NOT_WORD = "This is not a Word file (.docx)."
DAMAGED = "This Word file is damaged and cannot be opened. Open it in Word and save it again."
TOO_BIG = "This file is larger than 20 MB. Minutes are read up to that size."
TOO_MUCH = "This Word file unpacks to more than can be read. Save the minutes without pictures."
TOO_LONG = "This file is too long for minutes: it has more than 20,000 paragraphs."


class UnreadableWordFile(Exception):
    """The file cannot be read; `str()` is one plain sentence or two for a co-chair's screen."""


@dataclass(frozen=True)
class WordParts:
    """The parsed parts of a .docx. `styles` and `numbering` are None when the file has none."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    headers: tuple[etree._Element, ...]


def open_word(source: Path | BinaryIO) -> WordParts:
    """The parts of the Word file in `source`; raises UnreadableWordFile for anything else."""
    data = _bytes_of(source)
    _refuse_other_kinds(data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _parts_of(archive)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
        struct.error,
    ) as error:
        raise UnreadableWordFile(DAMAGED) from error


def _bytes_of(source: Path | BinaryIO) -> bytes:
    try:
        if isinstance(source, Path):
            with source.open("rb") as stream:
                data = stream.read(MAX_FILE_BYTES + 1)
        else:
            data = source.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise UnreadableWordFile("The file cannot be opened.") from error
    if len(data) > MAX_FILE_BYTES:
        raise UnreadableWordFile(TOO_BIG)
    if not data:
        raise UnreadableWordFile("The file is empty.")
    return data


def _refuse_other_kinds(data: bytes) -> None:
    if data.startswith(_OLE_HEADER):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableWordFile(
                "This Word file has a password. Take the password off in Word and save it again."
            )
        raise UnreadableWordFile(
            "This is an old Word file (.doc). Open it in Word and save it as .docx."
        )
    if data.lstrip()[:5] == b"%PDF-":
        raise UnreadableWordFile("This is a PDF file. Choose the Word file (.docx) it came from.")
    if data.lstrip()[:5] == b"{\\rtf":
        raise UnreadableWordFile(
            "This is a rich text file (.rtf). Open it in Word and save it as .docx."
        )
    if not data.startswith(b"PK\x03\x04"):
        raise UnreadableWordFile(NOT_WORD)
    _refuse_bad_directory(data)


def _refuse_bad_directory(data: bytes) -> None:
    """Look at the zip's own table of contents before Python builds an object for each entry."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 65_557))
    if end < 0 or end + 22 > len(data):
        raise UnreadableWordFile(DAMAGED)
    directory_bytes: int = struct.unpack_from("<L", data, end + 12)[0]
    if directory_bytes > MAX_DIRECTORY_BYTES or data[max(0, end - 20) :].startswith(b"PK\x06\x07"):
        raise UnreadableWordFile(TOO_MUCH)


def _parts_of(archive: zipfile.ZipFile) -> WordParts:
    names = {entry.filename for entry in archive.infolist()}
    if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED_BYTES:
        raise UnreadableWordFile(TOO_MUCH)
    if "mimetype" in names and b"opendocument" in _unpacked(archive, "mimetype", 200):
        raise UnreadableWordFile(
            "This is an OpenDocument file (.odt). Open it in Word and save it as .docx."
        )
    if "[Content_Types].xml" in names and _MACRO_TYPE in _unpacked(
        archive, "[Content_Types].xml", MAX_SIDE_PART_BYTES
    ):
        raise UnreadableWordFile(
            "This Word file can run macros (.docm). Save it in Word as a plain .docx."
        )
    if "word/document.xml" not in names:
        raise UnreadableWordFile(NOT_WORD)
    headers = sorted(name for name in names if re.fullmatch(r"word/header\d{1,3}\.xml", name))
    return WordParts(
        document=_parsed(_unpacked(archive, "word/document.xml", MAX_DOCUMENT_BYTES)),
        styles=_side_part(archive, names, "word/styles.xml"),
        numbering=_side_part(archive, names, "word/numbering.xml"),
        headers=tuple(_parsed(_unpacked(archive, name, 1_000_000)) for name in headers[:6]),
    )


def _side_part(archive: zipfile.ZipFile, names: set[str], name: str) -> etree._Element | None:
    if name not in names:
        return None
    return _parsed(_unpacked(archive, name, MAX_SIDE_PART_BYTES))


def _unpacked(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """The content of one entry: what comes out counts, since the stated size can lie."""
    with archive.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableWordFile(TOO_MUCH)
    return data


def _parsed(data: bytes) -> etree._Element:
    data = _as_utf8(data)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # Word writes neither
        raise UnreadableWordFile(DAMAGED)
    if data.count(b"<") > MAX_MARKS or data.count(b"=") > MAX_MARKS:
        raise UnreadableWordFile(TOO_MUCH)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableWordFile(DAMAGED) from error


def _as_utf8(data: bytes) -> bytes:
    """`data` in UTF-8, so that the checks above see what the parser will see."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise UnreadableWordFile(DAMAGED) from error
        return re.sub(r"^<\?xml[^>]{0,200}\?>", "", text.lstrip("\ufeff")).encode("utf-8")
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if declared and declared.group(1).lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        raise UnreadableWordFile(DAMAGED)
    return data
