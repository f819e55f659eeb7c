"""A folder of pictures with a list of them, `pictures.csv`. Knows no database."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from easyread.sent import places_of, rows_of
from easyread.tidying import MAX_BYTES, TidyPicture, UnusablePicture, tidy

LIST = "pictures.csv"
MAX_LINES = 5_000
_MAX_LIST_BYTES = 5 * 1024 * 1024
_MAX_SVG_BYTES = 512 * 1024
_COLUMNS = {
    "name": ("name", "title"),
    "words": ("words", "tags", "synonyms", "keywords", "other words"),
    "file": ("file", "file name", "filename"),
    "author": ("author", "who made it", "by", "creator"),
    "licence": ("licence", "license"),
    "licence_url": ("licence url", "license url", "licence address"),
    "description": ("description", "alternative text", "alt", "alt text"),
}
_NEEDED = ("name", "file", "author", "licence")
# What a drawing may hold: it is served from the site's own address, so nothing that runs or loads.
_SVG = "{http://www.w3.org/2000/svg}"
_LEFT_BY_EDITORS = (
    "{http://www.inkscape.org/",
    "{http://sodipodi.sourceforge.net/",
    "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}",
    "{http://creativecommons.org/ns#}",
    "{http://purl.org/dc/",
)
_SHAPES = frozenset(
    [
        "svg",
        "g",
        "path",
        "circle",
        "ellipse",
        "rect",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "metadata",
        "clipPath",
        "mask",
        "pattern",
        "marker",
        "linearGradient",
        "radialGradient",
        "stop",
    ]
)


class UnreadableList(Exception):
    """The list cannot be read at all; `str()` says why and what to do."""


@dataclass(frozen=True)
class SetLine:
    """One picture of the list; ``number`` counts the lines of the file, the first is 1."""

    number: int
    name: str
    file: str
    author: str
    licence: str
    words: str = ""
    licence_url: str = ""
    description: str = ""


def read_list(folder: Path) -> list[SetLine]:
    """The lines of the folder's `pictures.csv`; raises UnreadableList."""
    path = folder / LIST
    if not path.is_file():
        raise UnreadableList(f"There is no {LIST} in {folder}.")
    if path.stat().st_size > _MAX_LIST_BYTES:
        raise UnreadableList(f"{LIST} is larger than 5 MB. Divide the folder.")
    try:
        return _lines(rows_of(path.read_bytes(), strict=True))
    except csv.Error as error:
        raise UnreadableList(f"{LIST} is no list with columns: {error}.") from error


def _lines(rows: Any) -> list[SetLine]:
    places = places_of(next(rows, []), _COLUMNS)
    lacking = [column for column in _NEEDED if column not in places]
    if lacking:
        raise UnreadableList(f"The first line of {LIST} lacks the column {' and '.join(lacking)}.")
    lines: list[SetLine] = []
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(lines) == MAX_LINES:
            raise UnreadableList(f"{LIST} has more than {MAX_LINES:,} lines. Divide the folder.")
        cells = {
            column: row[place].strip() if place < len(row) else ""
            for column, place in places.items()
        }
        lines.append(SetLine(rows.line_num, **cells))
    return lines


def read_picture(folder: Path, name: str) -> TidyPicture:
    """The picture of that name in the folder or below; raises UnusablePicture."""
    path = _inside(folder, name)
    size = path.stat().st_size
    if path.suffix.lower() == ".svg":
        if size > _MAX_SVG_BYTES:
            raise UnusablePicture("The drawing is larger than 500 KB.")
        return checked_svg(path.read_bytes())
    if size > MAX_BYTES:
        raise UnusablePicture("The file is larger than 10 MB.")
    with path.open("rb") as file:
        return tidy(file, size=size, smallest=64)


def _inside(folder: Path, name: str) -> Path:
    if not name:
        raise UnusablePicture("The line names no file.")
    try:
        path = (folder / name.replace("\\", "/")).resolve()
        is_there = path.is_file()
    except (OSError, ValueError) as error:
        raise UnusablePicture("The name of the file cannot be one.") from error
    if not path.is_relative_to(folder.resolve()):
        raise UnusablePicture("The file lies outside of the folder.")
    if not is_there:
        raise UnusablePicture("The file is not in the folder.")
    return path


def checked_svg(content: bytes) -> TidyPicture:
    """The drawing as it is, when it holds shapes and nothing else; raises UnusablePicture."""
    root = _drawn(content)
    before = root.itersiblings(etree.ProcessingInstruction, preceding=True)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnusablePicture("The drawing has a document type. Save it as plain SVG without one.")
    if next(before, None) is not None:
        raise UnusablePicture("The drawing names a style sheet. Save it as plain SVG without one.")
    if root.tag != f"{_SVG}svg":
        raise UnusablePicture("The file is no SVG drawing.")
    if not root.get("viewBox"):
        raise UnusablePicture("The drawing has no viewBox, so its size is not known.")
    for element in root.iter(etree.Element):
        _check_element(element)
    return TidyPicture(content, "svg", 0, 0)


def _drawn(content: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        is_utf8 = "\0" not in content.decode("utf-8")
    except UnicodeDecodeError:
        is_utf8 = False
    if not is_utf8:
        raise UnusablePicture("The drawing is not in UTF-8. Save it as plain SVG in UTF-8.")
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusablePicture("The drawing is no SVG that can be read.") from error


def _check_element(element: etree._Element) -> None:
    name = str(element.tag)
    shape = name.removeprefix(_SVG)
    if shape not in _SHAPES and not name.startswith(_LEFT_BY_EDITORS):
        raise UnusablePicture(f"The drawing holds “{shape}”, which is not allowed.")
    for key, value in element.attrib.items():
        attribute = etree.QName(str(key)).localname.lower()
        words = "".join(str(value).lower().split())
        if attribute == "style" or attribute.startswith("on"):
            raise UnusablePicture(f"The drawing holds “{attribute}=”, which is not allowed.")
        if attribute in {"href", "src"} and not words.startswith("#"):
            raise UnusablePicture("The drawing links to something outside of it.")
        if "url(" in words and not words.startswith(("url(#", "url('#", 'url("#')):
            raise UnusablePicture("The drawing loads something from outside of it.")
