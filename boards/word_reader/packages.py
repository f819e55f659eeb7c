"""The parts of a zip of XML files, each unpacked with a limit and parsed without entities."""

from __future__ import annotations

import re
import zipfile

from lxml import etree

from .refusals import DAMAGED, TOO_MUCH, UnreadableWordFile

MAX_DOCUMENT_BYTES = 25 * 1024 * 1024
MAX_PARAGRAPHS = 8_000  # ten times those of the longest minutes
MAX_SIDE_PART_BYTES = 10 * 1024 * 1024
MAX_MARKS = 1_000_000  # of "<" and of "=" in one part: bounds the size of the parsed tree
_ENCODING = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([A-Za-z0-9_-]{1,20})[\"']")


def unpacked(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """The content of one entry: what comes out counts, since the stated size can lie."""
    with archive.open(name) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableWordFile(TOO_MUCH)
    return data


def parsed(data: bytes) -> etree._Element:
    data = _as_utf8(data)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:  # Word writes neither
        raise UnreadableWordFile(DAMAGED)
    if data.count(b"<") > MAX_MARKS or data.count(b"=") > MAX_MARKS:
        raise UnreadableWordFile(TOO_MUCH)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
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
