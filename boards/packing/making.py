"""Making a pack: agenda and contents first, then each paper behind a sheet of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from time import monotonic
from typing import Any

from pypdf import PdfReader

from boards.packing.content import MadePack, PackContent, PackItem, PackPaper
from boards.packing.joining import PackPart, count, joined
from boards.packing.papers import TOO_LONG, NotInPack, pages_of
from boards.packing.typesetting import set_sheet, unshown

SECONDS_FOR_PAPERS = 300  # what is not done by then is named, not shown
MOST_TRIES = 4  # until the contents stand on as many pages as they say
NOT_PUBLIC = "A paper that is not public"


@dataclass(frozen=True)
class _Read:
    """A paper with its pages, or with the reason why there are none."""

    item: PackItem
    paper: PackPaper
    pages: PdfReader | None
    note: str


def make_pdf(content: PackContent, *, read_file: Callable[[str], bytes]) -> MadePack:
    """The whole pack. ``read_file`` gives a paper's content by its ``source``.

    A paper that cannot be shown is named on a sheet in its place, with where to get it.
    """
    deadline = monotonic() + SECONDS_FOR_PAPERS
    papers = [_read(item, paper, read_file, deadline) for item, paper in content.papers()]
    dividers = _dividers(content, papers)
    behind = [
        _parts(place, one, dividers, not place or papers[place - 1].item is not one.item)
        for place, one in enumerate(papers)
    ]
    front = _front(content, papers, behind)
    parts = [PackPart(front, (content.title,)), *(part for parts in behind for part in parts)]
    pdf, pages = joined(parts, title=f"{content.board}: {content.title}")
    return MadePack(pdf, pages)


def _read(
    item: PackItem, paper: PackPaper, read_file: Callable[[str], bytes], deadline: float
) -> _Read:
    if paper.is_restricted:
        note = f"{paper.because} We will look at this again on {paper.look_again}."
        return _Read(item, paper, None, note)
    if monotonic() > deadline:
        return _Read(item, paper, None, TOO_LONG)
    try:
        source = read_file(paper.source)
        return _Read(item, paper, pages_of(source, kind=paper.kind, title=paper.title), "")
    except NotInPack as problem:
        return _Read(item, paper, None, str(problem))
    except OSError:
        return _Read(item, paper, None, "This file is missing. Please ask the secretary for it.")


def _heading(item: PackItem) -> str:
    return f"{item.number}. {item.title}"


def _title(paper: PackPaper) -> str:
    return NOT_PUBLIC if paper.is_restricted else paper.title


def _dividers(content: PackContent, papers: list[_Read]) -> PdfReader | None:
    sheets = [_sheet(one) for one in papers]
    if not sheets:
        return None
    return _reader(set_sheet("dividers", {"title": content.title, "sheets": sheets}))


def _sheet(one: _Read) -> dict[str, Any]:
    item = f"Paper for item {one.item.number}: {one.item.title}"
    title, about, late = _title(one.paper)[:300], one.paper.about, one.paper.late
    address = "" if one.paper.is_restricted else one.paper.address
    return {
        "item": item,
        "title": title,
        "lines": [line for line in (about, late, unshown(item, title, late)) if line],
        "note": one.note,
        "address": address,
        "spelt": address,
    }


def _reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def _parts(
    place: int, one: _Read, dividers: PdfReader | None, is_first_of_item: bool
) -> list[PackPart]:
    parts = []
    if dividers is not None:
        item = (f"Item {one.item.number}: {one.item.title}",) if is_first_of_item else ()
        marks = (*item, _title(one.paper))
        parts.append(PackPart(dividers, marks, not is_first_of_item, first=place, last=place + 1))
    if one.pages is not None:
        parts.append(PackPart(one.pages))
    return parts


def _front(content: PackContent, papers: list[_Read], behind: list[list[PackPart]]) -> PdfReader:
    """Cover, contents and agenda, set again until the page numbers are right."""
    lengths = [sum(count(part) for part in parts) for parts in behind]
    own = 2
    reader = _reader(set_sheet("front", _front_words(content, papers, lengths, own)))
    for _ in range(MOST_TRIES):
        if len(reader.pages) == own:
            break
        own = len(reader.pages)
        reader = _reader(set_sheet("front", _front_words(content, papers, lengths, own)))
    return reader


def _front_words(
    content: PackContent, papers: list[_Read], lengths: list[int], own: int
) -> dict[str, Any]:
    total = own + sum(lengths)
    contents = [{"words": "Agenda", "page": "", "indent": 0}]
    page = own + 1
    for one, length in zip(papers, lengths, strict=True):
        words = f"Item {one.item.number}: {_title(one.paper)}"
        contents.append({"words": words, "page": str(page), "indent": 1})
        page += length
    return {
        "board": content.board,
        "title": content.title,
        "when": content.when,
        "place": content.place,
        "notice": content.notice,
        "address": content.address,
        "spelt": content.address,
        "total": "1 page" if total == 1 else f"{total} pages",
        "contents": contents,
        "items": [_item_words(item) for item in content.items],
    }


def _item_words(item: PackItem) -> dict[str, Any]:
    return {
        "heading": _heading(item),
        "about": item.about,
        "summary": [list(block) for block in item.summary],
        "money": item.money,
        "papers": [f"Paper: {_title(paper)}" for paper in item.papers],
    }
