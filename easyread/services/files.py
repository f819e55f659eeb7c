"""The files of an easy read: PDF in four sizes and Word."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.db.models import OuterRef, Q, Subquery
from wagtail.images import get_image_model

from easyread.enums import FileKind, FileState
from easyread.events import easy_read_files_wanted
from easyread.models import EasyReadFile, EasyReadPage
from easyread.printing import PrintContent
from easyread.selectors.files import public_easy_reads
from easyread.selectors.printing import UPLOAD, files_plan, picture_path
from easyread.services.workshop import FilePlan, Product, Workshop

OLD_ONES_STAY = timedelta(days=30)
PROBLEM = "Something went wrong while the file was made. We try again within two hours."
SIZES = {
    FileKind.PDF_16: 16,
    FileKind.PDF_20: 20,
    FileKind.PDF_24: 24,
    FileKind.PDF_28: 28,
}


def ask_for_files(*, easy_read: EasyReadPage, now: datetime) -> int:
    """Want the files of the easy read as it is now. How many have to be made."""
    return FILES.ask(easy_read.pk, now=now)


def make_files(*, easy_read_id: int, clock: Callable[[], datetime]) -> int:
    """Make the files that were asked for; how many were kept."""
    return FILES.make_asked(easy_read_id, clock=clock)


def drop_files(*, easy_read: EasyReadPage) -> None:
    """The files of what is no longer public are gone at once."""
    FILES.drop(easy_read.pk)


def recover_files(*, now: datetime) -> int:
    """Ask for files of public easy reads that have none, or whose got stuck or failed."""
    return FILES.recover(public_easy_reads(), now=now)


def renew_files(*, now: datetime) -> int:
    """Ask for files where something beside the text changed: a picture, a word of the jargon
    buster, the council's telephone. Away with files that are old, or of what is not public.

    Of how many easy reads files have to be made. Meant for the night: it reads every easy read.
    """
    public = public_easy_reads()
    EasyReadFile.objects.exclude(easy_read__in=public.order_by().values("pk")).delete()
    same = EasyReadFile.objects.filter(
        easy_read=OuterRef("easy_read"), kind=OuterRef("kind"), state=FileState.READY
    )
    newest = Subquery(same.order_by("-asked_at", "-pk").values("pk")[:1])
    old = EasyReadFile.objects.filter(state=FileState.READY, made_at__lt=now - OLD_ONES_STAY)
    old.filter(~Q(pk=newest)).delete()
    return sum(
        bool(ask_for_files(easy_read=easy_read, now=now))
        for easy_read in public.order_by("pk").iterator(chunk_size=100)
    )


def _hold(easy_read_id: int) -> EasyReadPage | None:
    held = EasyReadPage.objects.select_for_update(of=("self",)).filter(pk=easy_read_id).first()
    is_public = held is not None and public_easy_reads().filter(pk=easy_read_id).exists()
    return held if is_public else None


def _plan(easy_read: EasyReadPage) -> FilePlan[PrintContent]:
    found = files_plan(easy_read)
    return FilePlan(found.content, found.fingerprint)


def _make(content: PrintContent, kinds: list[str]) -> Iterator[tuple[str, Product | Exception]]:
    from easyread.printing.making import Printer  # loading it takes a while

    with Printer(content, read_picture=_read) as printer:
        for kind in kinds:
            is_word = kind == FileKind.WORD
            try:
                made = printer.word() if is_word else printer.pdf(SIZES[FileKind(kind)])
            except Exception as problem:
                yield kind, problem
            else:
                yield kind, Product(made.content, made.pages, "docx" if is_word else "pdf")


def _read(source: str) -> bytes:
    if source.startswith(UPLOAD):
        storage = get_image_model()._meta.get_field("file").storage
        with storage.open(source.removeprefix(UPLOAD)) as file:
            return bytes(file.read())
    path = picture_path(source)
    if path is None:
        raise FileNotFoundError(source)
    return Path(path).read_bytes()


FILES = Workshop(
    rows=EasyReadFile,
    owner="easy_read",
    hold=_hold,
    plan=_plan,
    kinds=tuple(FileKind.values),
    make=_make,
    wanted=easy_read_files_wanted,
    problem=PROBLEM,
)
