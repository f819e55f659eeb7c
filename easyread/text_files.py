"""The words of a file, for checking them: text, Markdown, web pages, Word and OpenDocument.

Pure: knows nothing of Django. The same words in a page of the portal need none of this.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from easyread import sent
from easyread.packed import TooMuchPacked, opened_zip
from easyread.richtext import blocks_of

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

MOST_BYTES = 20_000_000
MOST_UNPACKED = 100_000_000
MOST_PARTS = 5_000
MOST_CHARACTERS = 2_000_000
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_MARK = re.compile(r"^[ \t]{0,12}(#{1,6}[ \t]|[-*+][ \t]|>[ \t]?|\d{1,3}[.)][ \t])", re.M)
_MARKDOWN_BOLD = re.compile(r"\*\*([^*\n]{1,200})\*\*|__([^_\n]{1,200})__")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\s]{0,500}\)")
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


class UnreadableFile(Exception):
    """Why the words of a file cannot be had, in one sentence fit for the screen."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """One line of a file; `bold` are the words and phrases in it that are bold."""

    text: str
    bold: tuple[str, ...] = ()
    is_heading: bool = False


@dataclass(frozen=True)
class FileWords:
    """All words of a file as one text, its bold words in lower case, and where headings stand."""

    text: str
    bold: frozenset[str]
    headings: tuple[tuple[int, int], ...]


def words_of(content: bytes, name: str) -> FileWords:
    """The words of a file; its kind is told by the ending of its name, text where that is unknown.

    Raises UnreadableFile for one that is empty, binary, broken or too large.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableFile("The file is too large. 20 MB is the most that can be checked.")
    if not content.strip():
        raise UnreadableFile("The file is empty.")
    ending = name.rpartition(".")[2].lower()
    lines: Iterable[FileLine]
    if ending == "docx":
        lines = _of_word(content)
    elif ending == "odt":
        lines = _of_open_document(content)
    elif ending in ("html", "htm"):
        lines = _of_web_page(decoded(content))
    elif ending in ("md", "markdown"):
        lines = _of_markdown(decoded(content))
    else:
        lines = [FileLine(line) for line in decoded(content).splitlines()]
    return _together(lines)


def _together(lines: Iterable[FileLine]) -> FileWords:
    pieces: list[str] = []
    bold: set[str] = set()
    headings: list[tuple[int, int]] = []
    place = 0
    for line in lines:
        if line.is_heading:
            headings.append((place, place + len(line.text)))
        bold.update(" ".join(words.lower().split()) for words in line.bold)
        pieces.append(line.text)
        place += len(line.text) + 1
        if place > MOST_CHARACTERS:
            raise UnreadableFile("There are too many words. Check a part of the file at a time.")
    text = "\n".join(pieces)
    if not text.strip():
        raise UnreadableFile("There are no words in the file.")
    return FileWords(text, frozenset(bold - {""}), tuple(headings))


def decoded(content: bytes) -> str:
    """Text of any usual encoding; UnreadableFile for what is no text."""
    text = sent.decoded(content, "replace")
    start = text[:100_000]
    strange = sum(ord(sign) < 32 and sign not in "\t\n\r\f\v" for sign in start)
    if "\0" in start or content.startswith(b"%PDF") or strange * 20 > len(start):
        raise UnreadableFile("This is not a text. Save it as Word (.docx) or as text (.txt).")
    return text


def _of_markdown(text: str) -> Iterator[FileLine]:
    for line in text.splitlines():
        is_heading = line.lstrip().startswith("#")
        plain = _MARKDOWN_LINK.sub(r"\1", _MARK.sub("", line, count=1))
        bold = tuple(one or other for one, other in _MARKDOWN_BOLD.findall(plain))
        yield FileLine(_MARKDOWN_BOLD.sub(r"\1\2", plain), bold, is_heading)


def _unpacked(content: bytes) -> zipfile.ZipFile:
    """The parts of a packed file, unless it is broken or would be huge."""
    try:
        return opened_zip(BytesIO(content), most_entries=MOST_PARTS, most_bytes=MOST_UNPACKED)
    except TooMuchPacked as error:
        raise UnreadableFile(
            "The file is too large. Take the pictures out and try again."
        ) from error
    except Exception as error:  # of a dozen kinds
        raise UnreadableFile("The file is broken, or not what its name says.") from error


def _of_word(content: bytes) -> Iterator[FileLine]:
    import docx  # loading it takes a while
    from docx.text.paragraph import Paragraph

    _unpacked(content).close()
    try:
        document = docx.Document(BytesIO(content))
        paragraphs = [Paragraph(each, document) for each in document.element.body.iter("{*}p")]
        lines = [line for each in paragraphs for line in _of_paragraph(each)]
    except Exception as error:  # the library tells broken files in a dozen ways
        raise UnreadableFile("The Word file is broken. Save it again and try again.") from error
    yield from lines


def _of_paragraph(paragraph: Paragraph) -> Iterator[FileLine]:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    bold = tuple(
        "".join(run.text for run in runs)
        for is_bold, runs in groupby(paragraph.runs, key=lambda run: bool(run.bold))
        if is_bold
    )
    for line in paragraph.text.splitlines():
        yield FileLine(line, bold, style.startswith(("Heading", "Title")))


def _of_open_document(content: bytes) -> Iterator[FileLine]:
    with _unpacked(content) as packed:
        try:
            xml = packed.read("content.xml")
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(xml, parser)
        except Exception as error:  # of a dozen kinds
            raise UnreadableFile("The file is broken. Save it again and try again.") from error
    bold = {
        str(style.get(f"{_STYLE}name"))
        for style in root.iter(f"{_STYLE}style")
        for form in style.iter(f"{_STYLE}text-properties")
        if form.get(f"{_FORMAT}font-weight") == "bold"
    }
    for element in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        spans = element.iter(f"{_TEXT}span")
        strong = tuple(_said(one) for one in spans if one.get(f"{_TEXT}style-name") in bold)
        for line in _said(element).splitlines():
            yield FileLine(line, strong, element.tag == f"{_TEXT}h")


def _said(element: etree._Element) -> str:
    """The text in an element of an OpenDocument, its line breaks and spaces in place."""
    if element.tag == f"{_TEXT}line-break":
        return "\n"
    if element.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
        return " "
    pieces = [element.text or ""]
    for child in element:
        pieces += [_said(child), child.tail or ""]
    return "".join(pieces)


def _of_web_page(text: str) -> Iterator[FileLine]:
    for block in blocks_of(text):
        for line in block.lines:
            yield FileLine(line.words, line.bold, block.kind in _HEADINGS)
