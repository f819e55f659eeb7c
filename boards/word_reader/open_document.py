"""What of an OpenDocument text (.odt) is handed to LibreOffice: its words and styles, no more.

Pictures, embedded objects and every link are left behind, so that a file can make LibreOffice
neither run nor fetch anything.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import islice

from lxml import etree

from .packages import MAX_DOCUMENT_BYTES, MAX_PARAGRAPHS, MAX_SIDE_PART_BYTES, parsed, unpacked
from .refusals import DAMAGED, LOCKED, MACROS, OTHER_OFFICE, TOO_LONG, UnreadableWordFile

_TEXT = b"application/vnd.oasis.opendocument.text"
_VERSION = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}version"
_LINES = [f"{{urn:oasis:names:tc:opendocument:xmlns:text:1.0}}{kind}" for kind in ("p", "h")]
_LINK = "{http://www.w3.org/1999/xlink}href"
_PARTS = {"content.xml": MAX_DOCUMENT_BYTES, "styles.xml": MAX_SIDE_PART_BYTES}
_NOT_MACROS = ("script-lb.xml", "script-lc.xml", "dialog-lb.xml", "dialog-lc.xml")


def is_open_document(archive: zipfile.ZipFile) -> bool:
    """Whether the zip says of itself that it is an OpenDocument file, of whatever kind."""
    names = archive.namelist()
    return "mimetype" in names and b"opendocument" in unpacked(archive, "mimetype", 200)


def words_only(archive: zipfile.ZipFile) -> bytes:
    """A new .odt with the text and styles of this one; refuses passwords, macros, other kinds."""
    names = set(archive.namelist())
    kind = unpacked(archive, "mimetype", 200).strip()
    if not kind.startswith(_TEXT):
        raise UnreadableWordFile(OTHER_OFFICE)
    if any(_is_macro(name) for name in names):
        raise UnreadableWordFile(MACROS)
    if "META-INF/manifest.xml" in names and b"encryption-data" in unpacked(
        archive, "META-INF/manifest.xml", MAX_SIDE_PART_BYTES
    ):
        raise UnreadableWordFile(LOCKED)
    if "content.xml" not in names:
        raise UnreadableWordFile(DAMAGED)
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", _TEXT, zipfile.ZIP_STORED)
        roots = {
            name: parsed(unpacked(archive, name, limit))
            for name, limit in _PARTS.items()
            if name in names
        }
        if (
            len(list(islice(roots["content.xml"].iter(*_LINES), MAX_PARAGRAPHS + 1)))
            > MAX_PARAGRAPHS
        ):
            raise UnreadableWordFile(TOO_LONG)
        for name, root in roots.items():
            made.writestr(name, _without_links(root))
        version = roots["content.xml"].get(_VERSION, "")
        made.writestr("META-INF/manifest.xml", _manifest(list(roots), version))
    return out.getvalue()


def _is_macro(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return bool(file) and (
        (folder.startswith("Basic/") and file not in _NOT_MACROS) or folder.startswith("Scripts/")
    )


def _without_links(root: etree._Element) -> bytes:
    for element in root.iter():
        if _LINK in element.attrib:
            del element.attrib[_LINK]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def _manifest(names: list[str], version: str) -> str:
    """The list of contents; LibreOffice opens nothing whose version it contradicts."""
    version = version if re.fullmatch(r"1\.\d", version) else "1.2"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in names
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="{version}"><manifest:file-entry manifest:full-path="/" '
        f'manifest:version="{version}" manifest:media-type="{_TEXT.decode()}"/>'
        f"{entries}</manifest:manifest>"
    )
