"""Making the files of one easy read: its pictures are read once and serve all of them."""

import shutil
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType
from typing import Any, Literal

import typst
from pypdf import PdfReader

from easyread.printing.arranging import arranged, plain
from easyread.printing.content import PrintContent, PrintedFile, PrintLine, PrintPicture, PrintRow
from easyread.printing.pictures import NoPicture, prepared
from easyread.printing.typesetting import as_data, fonts, in_our_typefaces, lacks_some_of
from easyread.printing.word import word_file
from easyread.richtext import Run

SHEETS = Path(__file__).resolve().parent / "sheets"
PNG_DOTS = 220.0  # an inch
DOTS_TO_TRY = 10.0  # whether a drawing can be drawn at all
STANDARD: Literal["ua-1"] = "ua-1"


class Printer:
    """``with Printer(content, read_picture=…) as printer: printer.pdf(16)``.

    ``read_picture`` gives a picture's file by its ``source`` and may raise OSError. A picture that
    cannot be had or read is left out: the words are there without it.
    """

    def __init__(self, content: PrintContent, *, read_picture: Callable[[str], bytes]) -> None:
        self._content = content
        self._rows = arranged(content)
        self._read = read_picture
        self._folder = Path()
        self._pictures: dict[str, str] = {}

    def __enter__(self) -> "Printer":
        self._folder = Path(mkdtemp(prefix="easy-read-"))
        try:
            for sheet in SHEETS.glob("*.typ"):
                shutil.copy(sheet, self._folder)
            for picture in _pictures_of(self._rows):
                self._fetch(picture)
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def pdf(self, size: int, *, is_tagged: bool = True) -> PrintedFile:
        """A PDF for PDF/UA-1 with words of ``size`` points; untagged only to prove its check."""
        made = typst.compile(
            str(self._folder / "easy_read.typ"),
            root=str(self._folder),
            font_paths=fonts(),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=STANDARD if is_tagged else None,
            pdf_tags=is_tagged,
            sys_inputs={"size": str(size), "data": as_data(self._data())},
        )
        return PrintedFile(made, len(PdfReader(BytesIO(made)).pages))

    def word(self) -> PrintedFile:
        return PrintedFile(word_file(self._content, self._rows, self._pictures_for_word()), None)

    def _fetch(self, picture: PrintPicture) -> None:
        if picture.source in self._pictures:
            return
        try:
            ending, content = prepared(self._read(picture.source))
        except (OSError, NoPicture):
            return
        name = f"picture-{len(self._pictures)}.{ending}"
        (self._folder / name).write_bytes(content)
        if ending == "svg" and not self._as_png([name], dots=DOTS_TO_TRY):
            return
        self._pictures[picture.source] = name

    def _as_png(self, names: list[str], *, dots: float) -> list[bytes]:
        """The drawings as PNG; nothing where one of them is broken."""
        try:
            made: Any = typst.compile(
                str(self._folder / "pictures.typ"),
                root=str(self._folder),
                font_paths=fonts(),
                ignore_system_fonts=True,
                format="png",
                ppi=dots,
                sys_inputs={"data": as_data(names)},
            )
        except typst.TypstError:
            return []
        return made if isinstance(made, list) else [made]

    def _pictures_for_word(self) -> dict[str, bytes]:
        """PNG or JPEG by source."""
        drawings = [name for name in self._pictures.values() if name.endswith(".svg")]
        drawn = self._as_png(drawings, dots=PNG_DOTS) if drawings else []
        as_png = dict(zip(drawings, drawn, strict=True))
        return {
            source: as_png.get(name) or (self._folder / name).read_bytes()
            for source, name in self._pictures.items()
        }

    def _data(self) -> dict[str, Any]:
        return {
            "title": in_our_typefaces(self._content.title),
            "council": in_our_typefaces(self._content.council),
            "rows": [self._row(row) for row in [*self._rows, *self._notes()]],
        }

    def _notes(self) -> list[PrintRow]:
        """Says where the words are that this file cannot show."""
        words = " ".join([self._content.title, *(row.text for row in self._rows)])
        if not lacks_some_of(words):
            return []
        notes = plain("This file cannot show some letters or signs."), plain("Our web page can.")
        return [PrintRow("wide", (PrintLine(notes),))]

    def _row(self, row: PrintRow) -> dict[str, Any]:
        return {
            "kind": row.kind,
            "label": in_our_typefaces(row.label),
            "lines": [self._line(line) for line in row.lines],
        }

    def _line(self, line: PrintLine) -> dict[str, Any]:
        picture = line.picture
        return {
            "picture": self._pictures.get(picture.source, "") if picture else "",
            "alternative": picture.alternative if picture else "",
            "paragraphs": [[_run(run) for run in words] for words in line.paragraphs],
        }


def _run(run: Run) -> dict[str, Any]:
    return {"text": in_our_typefaces(run.text), "bold": run.is_bold, "address": run.address}


def _pictures_of(rows: Iterable[PrintRow]) -> list[PrintPicture]:
    return [line.picture for row in rows for line in row.lines if line.picture]
