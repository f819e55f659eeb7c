"""Joining pages to one PDF: bookmarks, page labels, and “Page 7 of 34” on every page."""

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NullObject,
    TextStringObject,
)

from boards.packing.stamping import Stamp
from easyread.printing.typesetting import without_unprintable

HARMLESS_ACTIONS = {"/URI", "/GoTo"}
CARRIES_MORE = {"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"}


@dataclass(frozen=True)
class PackPart:
    """Some pages with the bookmarks that lead to the first, the outermost first."""

    reader: PdfReader
    marks: tuple[str, ...] = ()
    is_inner: bool = False  # its bookmarks stand under the outermost one before
    first: int = 0
    last: int | None = None


def count(part: PackPart) -> int:
    end = len(part.reader.pages) if part.last is None else part.last
    return end - part.first


def joined(parts: list[PackPart], *, title: str) -> tuple[bytes, int]:
    """The PDF and the number of its pages."""
    writer = PdfWriter()
    total = sum(count(part) for part in parts)
    above = None
    for part in parts:
        start = len(writer.pages)
        end = len(part.reader.pages) if part.last is None else part.last
        writer.append(part.reader, pages=(part.first, end), import_outline=False)
        inner = part.is_inner
        for name in part.marks:
            outer = above if inner else None
            mark = writer.add_outline_item(
                title=without_unprintable(name), page_number=start, parent=outer
            )
            above, inner = (above, inner) if inner else (mark, True)
    stamp = Stamp(writer)
    for number, page in enumerate(writer.pages, start=1):
        _disarm(page)
        stamp.put(page, f"Page {number} of {total}")
    _finish(writer, title, total)
    output = BytesIO()
    writer.write(output)
    return output.getvalue(), total


def _finish(writer: PdfWriter, title: str, total: int) -> None:
    root = writer.root_object
    for name in ("/OpenAction", "/AA", "/StructTreeRoot", "/MarkInfo"):
        if name in root:
            del root[name]
    root[NameObject("/Lang")] = TextStringObject("en-GB")
    root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    writer.set_page_label(0, total - 1, style=PageLabelStyle.DECIMAL, start=1)
    writer.metadata = {"/Title": without_unprintable(title), "/Producer": "Partnership portal"}


def _disarm(page: DictionaryObject) -> None:
    """Links stay; nothing that runs, plays or carries a file goes into the pack."""
    if "/AA" in page:
        del page["/AA"]
    notes = page.get("/Annots")
    notes = notes.get_object() if notes is not None else None
    if not isinstance(notes, ArrayObject):
        return
    kept = ArrayObject()
    for note in notes:
        found = note.get_object()
        if not isinstance(found, DictionaryObject) or found.get("/Subtype") in CARRIES_MORE:
            continue
        if "/AA" in found:
            del found["/AA"]
        action = found.get("/A", NullObject()).get_object()
        if isinstance(action, DictionaryObject) and action.get("/S") not in HARMLESS_ACTIONS:
            del found["/A"]
        kept.append(note)
    page[NameObject("/Annots")] = kept
