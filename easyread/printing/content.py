"""What stands in the files of an easy read."""

from dataclasses import dataclass
from typing import Literal

from easyread.richtext import Run

SIZES = (16, 20, 24, 28)  # points
RowKind = Literal["heading", "plain", "decision", "action", "wide"]


@dataclass(frozen=True)
class PrintedFile:
    """``pages`` is None where only the reader's program knows, as with Word."""

    content: bytes
    pages: int | None


Paragraph = tuple[Run, ...]  # their addresses are whole: https://…, mailto:…


@dataclass(frozen=True)
class PrintPicture:
    """``source`` is where the picture is read; ``identity`` changes when what it shows does."""

    source: str
    identity: str
    alternative: str


@dataclass(frozen=True)
class PrintLine:
    """A picture and the words beside it."""

    paragraphs: tuple[Paragraph, ...]
    picture: PrintPicture | None = None


@dataclass(frozen=True)
class PrintRow:
    """One idea, which stays on one page. Of a heading only ``label`` is set.

    Decisions and actions stand in a frame with their ``label`` above; what is ``wide`` has no
    pictures and takes their place too.
    """

    kind: RowKind
    lines: tuple[PrintLine, ...] = ()
    label: str = ""

    @property
    def text(self) -> str:
        """All that it says."""
        runs = [run.text for line in self.lines for words in line.paragraphs for run in words]
        return " ".join([self.label, *runs])


@dataclass(frozen=True)
class Credit:
    """Who made some of the pictures, and on what terms."""

    author: str
    licence: str
    address: str = ""


@dataclass(frozen=True)
class Usual:
    """The pictures beside what every easy read says."""

    easy_read: PrintPicture | None = None
    help: PrintPicture | None = None
    document: PrintPicture | None = None
    words: PrintPicture | None = None
    contact: PrintPicture | None = None


@dataclass(frozen=True)
class PrintContent:
    title: str
    council: str
    full_version: str  # the title of what it is an easy read of
    address: str  # where that is, whole
    rows: tuple[PrintRow, ...] = ()
    words: tuple[PrintRow, ...] = ()  # the word list
    phone: str = ""
    email: str = ""
    contact_address: str = ""  # of a page that says how to reach the council
    readers: str = ""  # who checked it
    credits: tuple[Credit, ...] = ()
    usual: Usual = Usual()
