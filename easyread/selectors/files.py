"""Which files of an easy read there are."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import reverse
from wagtail.models import Page

from easyread.enums import FileKind, FileState
from easyread.models import EasyReadFile, EasyReadPage
from easyread.models.pages import EasyReadPageQuerySet
from easyread.visibility import public_pages

TITLES = {
    FileKind.PDF_16: "PDF",
    FileKind.PDF_20: "PDF, large print",
    FileKind.PDF_24: "PDF, larger print",
    FileKind.PDF_28: "PDF, largest print",
    FileKind.WORD: "Word",
}
MOST_ROWS = 60  # newer than all that readers get


@dataclass(frozen=True)
class FileView:
    """A file that readers can have; ``is_old`` while one with the newest words is being made."""

    kind: FileKind
    url: str
    pages: int | None
    size: int
    is_old: bool

    @property
    def title(self) -> str:
        return TITLES[self.kind]

    @property
    def points(self) -> str:
        """The size of its words in points; "" for Word, where readers choose."""
        return self.kind.value.removeprefix("pdf_") if self.kind != FileKind.WORD else ""


@dataclass(frozen=True)
class FilesNote:
    """What a page says of the files: those that can be had, the smallest print first, and the
    names of those that could not be made, even while they are tried again."""

    files: list[FileView]
    failed: list[str]

    @property
    def is_being_made(self) -> bool:
        return any(file.is_old for file in self.files) and not self.failed

    @property
    def failed_words(self) -> str:
        """What could not be made: the files, where it is all of them."""
        return "files" if len(self.failed) == len(FileKind) else "; ".join(self.failed)


def public_easy_reads() -> EasyReadPageQuerySet:
    """The easy reads that strangers may open: while an original is not out, nor is its easy
    read."""
    out = Page.objects.filter(path=OuterRef("parent_path"), live=True)
    easy_reads = public_pages(EasyReadPage.objects).with_parent_path()
    return easy_reads.filter(Exists(out))


def files_of(easy_read: EasyReadPage) -> list[FileView]:
    """The newest file of each kind that is ready, the smallest print first; one query."""
    return files_note(easy_read).files


def files_note(easy_read: EasyReadPage) -> FilesNote:
    """One query."""
    rows = EasyReadFile.objects.filter(easy_read=easy_read).order_by("-asked_at", "-pk")
    ready: dict[str, EasyReadFile] = {}
    newest: dict[str, EasyReadFile] = {}
    for row in rows[:MOST_ROWS]:
        newest.setdefault(row.kind, row)
        if row.state == FileState.READY:
            ready.setdefault(row.kind, row)
    failed = [TITLES[kind] for kind in FileKind if kind in newest and newest[kind].problem]
    files = [
        FileView(
            kind=kind,
            url=reverse("easyread:file", args=[easy_read.pk, kind.value]),
            pages=ready[kind].pages,
            size=ready[kind].size or 0,
            is_old=newest[kind] != ready[kind],
        )
        for kind in FileKind
        if kind in ready
    ]
    return FilesNote(files, failed)


def ready_file(easy_read: EasyReadPage, kind: FileKind) -> EasyReadFile | None:
    """The newest file of this kind that is ready."""
    files = EasyReadFile.objects.filter(easy_read=easy_read, kind=kind, state=FileState.READY)
    return files.order_by("-asked_at", "-pk").first()


def pages_of(easy_read: EasyReadPage) -> int | None:
    """How many pages it has in ordinary print; None until that is known. Rule 32 asks for at most
    24."""
    found = ready_file(easy_read, FileKind.PDF_16)
    return found.pages if found else None
