"""Open a file that somebody uploaded as Word minutes, or say in one sentence why not.

A .docx is a zip of XML files. Only the parts that the reader needs are unpacked, each with a
limit on what comes out, so that a hostile file costs no more than a large honest one. What a file
is, its content says and never its name.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar

from lxml import etree

from easyread.packed import TooMuchPacked, opened_zip

from .converting import as_docx
from .old_word import OLE_HEADER, check_old_word
from .open_document import is_open_document, words_only
from .packages import MAX_DOCUMENT_BYTES, MAX_SIDE_PART_BYTES, parsed, unpacked
from .refusals import (
    DAMAGED,
    LOCKED,
    MACROS,
    NOT_WORD,
    OTHER_OFFICE,
    PDF,
    RICH_TEXT,
    TOO_BIG,
    TOO_MUCH,
    WEB_PAGE,
    WORD_XML,
    UnreadableWordFile,
)

Found = TypeVar("Found")

MAX_FILE_BYTES = 20 * 1024 * 1024
MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_ENTRIES = 5_000

_MACRO_TYPE = b"macroEnabled"
_OTHER_KINDS = (
    (re.compile(rb"%PDF-"), PDF),
    (re.compile(rb"\{\\rtf"), RICH_TEXT),
    (re.compile(rb"<\?xml[^>]{0,200}>\s{0,20}<\?mso-application"), WORD_XML),
    (
        re.compile(rb"<(?:!doctype\s+html|html|head|body|meta)|mime-version:", re.IGNORECASE),
        WEB_PAGE,
    ),
)


@dataclass(frozen=True)
class WordParts:
    """The parsed parts of a .docx. `styles` and `numbering` are None when the file has none."""

    document: etree._Element
    styles: etree._Element | None
    numbering: etree._Element | None
    headers: tuple[etree._Element, ...]


def open_word(source: Path | BinaryIO) -> WordParts:
    """The parts of the Word file in `source`; raises UnreadableWordFile for anything else.

    An old Word file or an OpenDocument text is made into a .docx first, which takes a second.
    """
    data = _bytes_of(source)
    if data.startswith(OLE_HEADER):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableWordFile(LOCKED)
        check_old_word(data)
        data = as_docx(data, ".doc")
    else:
        _refuse_other_kinds(data)
        text = _read_zip(data, _open_document_in)
        data = as_docx(text, ".odt") if text else data
    return _read_zip(data, _parts_of)


def _read_zip(data: bytes, read: Callable[[zipfile.ZipFile], Found]) -> Found:
    """What `read` finds in the zip; whatever Python says about a broken one becomes damage."""
    try:
        with opened_zip(
            BytesIO(data), most_entries=MAX_ENTRIES, most_bytes=MAX_UNPACKED_BYTES
        ) as archive:
            return read(archive)
    except TooMuchPacked as error:
        raise UnreadableWordFile(TOO_MUCH) from error
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
    if not data.strip():
        raise UnreadableWordFile("The file is empty.")
    return data


def _refuse_other_kinds(data: bytes) -> None:
    start = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, words in _OTHER_KINDS:
        if pattern.match(start):
            raise UnreadableWordFile(words)
    if not data.startswith(b"PK\x03\x04"):
        raise UnreadableWordFile(NOT_WORD)


def _open_document_in(archive: zipfile.ZipFile) -> bytes:
    """The words of an OpenDocument text, nothing for any other zip."""
    return words_only(archive) if is_open_document(archive) else b""


def _parts_of(archive: zipfile.ZipFile) -> WordParts:
    names = {entry.filename for entry in archive.infolist()}
    types = "[Content_Types].xml"
    declared = unpacked(archive, types, MAX_SIDE_PART_BYTES) if types in names else b""
    if _MACRO_TYPE in declared or any("vbaproject" in name.lower() for name in names):
        raise UnreadableWordFile(MACROS)
    if "word/document.xml" not in names:
        raise UnreadableWordFile(
            OTHER_OFFICE if names & {"xl/workbook.xml", "ppt/presentation.xml"} else NOT_WORD
        )
    headers = sorted(name for name in names if re.fullmatch(r"word/header\d{1,3}\.xml", name))
    return WordParts(
        document=parsed(unpacked(archive, "word/document.xml", MAX_DOCUMENT_BYTES)),
        styles=_side_part(archive, names, "word/styles.xml"),
        numbering=_side_part(archive, names, "word/numbering.xml"),
        headers=tuple(parsed(unpacked(archive, name, 1_000_000)) for name in headers[:6]),
    )


def _side_part(archive: zipfile.ZipFile, names: set[str], name: str) -> etree._Element | None:
    if name not in names:
        return None
    return parsed(unpacked(archive, name, MAX_SIDE_PART_BYTES))
