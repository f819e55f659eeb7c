"""From the XML of word/document.xml to lines, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from .lines import Cell, Line, Run, tidied
from .numbering import Numbering, read_numbering
from .opening import WordParts
from .packages import MAX_PARAGRAPHS
from .refusals import EMPTY, TOO_LONG, UnreadableWordFile
from .styles import (
    Look,
    StyleSheet,
    attribute,
    child,
    children,
    look_of,
    name_of,
    number,
    outline_level,
    read_styles,
)

MAX_RUNS = 80_000  # what is more would keep a web thread for long
MAX_CELLS_OF_ROW = 100  # Word itself makes 63 at most
MAX_TEXT_CHARACTERS = 500_000

# Around blocks and runs without being either. Deleted and moved-away text is left out by omission.
_WRAPPERS = {
    "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple", "dir",
    "bdo", "Choice",
}  # fmt: skip
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass
class _Walk:
    """The state of one walk through a document."""

    styles: StyleSheet
    numbering: Numbering
    tables: int = 0
    paragraphs: int = 0
    runs: int = 0
    characters: int = 0
    boxes: list[etree._Element] = field(default_factory=list)


def lines_of(parts: WordParts) -> list[Line]:
    """All lines, empty ones too; raises UnreadableWordFile when there are too many or none."""
    body = child(parts.document, "body")
    if body is None:
        raise UnreadableWordFile(EMPTY)
    walk = _Walk(read_styles(parts.styles), read_numbering(parts.numbering))
    lines = list(_blocks(body, walk, None))
    if not any(line.text for line in lines):
        raise UnreadableWordFile(EMPTY)
    return lines


def header_text(parts: WordParts) -> str:
    """The text of all page headers, one paragraph a line."""
    walk = _Walk(read_styles(parts.styles), Numbering())
    rows = [line.flat for header in parts.headers for line in _blocks(header, walk, None)]
    return "\n".join(row for row in rows if row)


def _blocks(parent: etree._Element, walk: _Walk, cell: Cell | None) -> Iterator[Line]:
    for element in parent:
        kind = name_of(element)
        if kind == "p":
            yield from _paragraph(element, walk, cell)
        elif kind == "tbl":
            yield from _table(element, walk)
        elif kind in _WRAPPERS or kind == "AlternateContent":
            yield from _blocks(element, walk, cell)


def _table(table: etree._Element, walk: _Walk) -> Iterator[Line]:
    walk.tables += 1
    index = walk.tables
    for at, row in enumerate(_wrapped(table, "tr")):
        properties = child(row, "trPr")
        column = number(attribute(child(properties, "gridBefore"), "val"))
        for place, cell in enumerate(_wrapped(row, "tc")):
            if place >= MAX_CELLS_OF_ROW:
                raise UnreadableWordFile(TOO_LONG)
            span = max(1, number(attribute(child(cell, "tcPr", "gridSpan"), "val"), 1))
            merge = child(cell, "tcPr", "vMerge")
            if merge is None or attribute(merge, "val") == "restart":
                yield from _blocks(cell, walk, Cell(index, at, column, span))
            column += span


def _wrapped(parent: etree._Element, kind: str) -> Iterator[etree._Element]:
    for element in parent:
        if name_of(element) == kind:
            yield element
        elif name_of(element) in _WRAPPERS:
            yield from _wrapped(element, kind)


def _paragraph(paragraph: etree._Element, walk: _Walk, cell: Cell | None) -> Iterator[Line]:
    walk.paragraphs += 1
    if walk.paragraphs > MAX_PARAGRAPHS:
        raise UnreadableWordFile(TOO_LONG)
    properties = child(paragraph, "pPr")
    style = walk.styles.get(attribute(child(properties, "pStyle"), "val"))
    outer_boxes, walk.boxes = walk.boxes, []
    runs = tuple(_runs(paragraph, walk, style.look))
    boxes, walk.boxes = walk.boxes, outer_boxes
    walk.characters += sum(len(run.text) for run in runs)
    if walk.characters > MAX_TEXT_CHARACTERS:
        raise UnreadableWordFile(TOO_LONG)
    own = child(properties, "numPr")
    list_id = attribute(child(own, "numId"), "val") or style.list_id
    list_level = number(attribute(child(own, "ilvl"), "val"), style.list_level)
    has_text = any(run.text.strip() for run in runs)
    mark = walk.numbering.next(list_id, list_level) if has_text else None
    stated = outline_level(properties)
    yield tidied(
        Line(
            runs=runs,
            style=style.name,
            level=style.level if stated is None else stated,
            number=mark.text if mark else "",
            bullet=bool(mark and mark.is_bullet),
            list_level=mark.level if mark else 0,
            cell=cell,
        )
    )
    for box in boxes:
        yield from _blocks(box, walk, cell)


def _runs(parent: etree._Element, walk: _Walk, base: Look) -> Iterator[Run]:
    for element in parent:
        kind = name_of(element)
        if kind == "r":
            walk.runs += 1
            if walk.runs > MAX_RUNS:
                raise UnreadableWordFile(TOO_LONG)
            yield from _run(element, walk, base)
        elif kind in _WRAPPERS:
            yield from _runs(element, walk, base)
        elif kind == "AlternateContent":
            _note_boxes(element, walk)


def _run(run: etree._Element, walk: _Walk, base: Look) -> Iterator[Run]:
    properties = child(run, "rPr")
    style_id = attribute(child(properties, "rStyle"), "val")
    below = walk.styles.get(style_id).look.over(base) if style_id else base
    look = look_of(properties).over(below)
    if look.hidden:
        return
    text = ""
    for element in run:
        kind = name_of(element)
        if kind == "t":
            text += element.text or ""
        elif kind in _MARKS:
            text += _MARKS[kind]
        elif kind in ("drawing", "pict", "AlternateContent"):
            _note_boxes(element, walk)
    if text:
        link = style_id.lower() == "hyperlink"
        yield Run(
            text=text,
            bold=bool(look.bold),
            italic=bool(look.italic),
            underlined=bool(look.underlined) and not link,
            capitals=bool(look.capitals),
        )


def _note_boxes(element: etree._Element, walk: _Walk) -> None:
    """Remember the text boxes in a drawing; of alternatives only the first is the drawing."""
    if name_of(element) == "AlternateContent":
        chosen = next(children(element, "Choice"), None)
        element = chosen if chosen is not None else element
    for one in element.iter():
        if name_of(one) == "txbxContent":
            walk.boxes.append(one)
            return
