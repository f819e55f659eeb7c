"""The files of an easy read: PDF in four sizes and Word. The rows are the truth; a task only
wakes (docs/adr/0020)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from wagtail.images import get_image_model

from easyread.enums import FileKind, FileState
from easyread.events import easy_read_files_wanted
from easyread.models import EasyReadFile, EasyReadPage
from easyread.printing import MadeFile
from easyread.selectors.files import public_easy_reads
from easyread.selectors.printing import UPLOAD, FilesPlan, files_plan, picture_path

if TYPE_CHECKING:
    from easyread.printing.making import Printer

GIVES_UP_AFTER = timedelta(minutes=12)  # no task runs for longer
TRIES_AGAIN_AFTER = timedelta(hours=1)
OLD_ONES_STAY = timedelta(days=30)
PROBLEM = "Something went wrong while the file was made. We try again within two hours."
SIZES = {
    FileKind.PDF_16: 16,
    FileKind.PDF_20: 20,
    FileKind.PDF_24: 24,
    FileKind.PDF_28: 28,
}
ENDINGS = dict.fromkeys(SIZES, "pdf") | {FileKind.WORD: "docx"}


@transaction.atomic
def ask_for_files(*, easy_read: EasyReadPage, now: datetime) -> int:
    """Want the files of the easy read as it is now; those that are there become the newest.

    How many have to be made; none of an easy read that is not public.
    """
    held = _hold(easy_read.pk)
    if held is None:
        return 0
    return _want(held, files_plan(held), now)


def _want(easy_read: EasyReadPage, plan: FilesPlan, now: datetime) -> int:
    all_of_it = EasyReadFile.objects.filter(easy_read=easy_read)
    all_of_it.exclude(fingerprint=plan.fingerprint).exclude(state=FileState.READY).delete()
    ours = all_of_it.filter(fingerprint=plan.fingerprint)
    EasyReadFile.objects.bulk_create(
        [
            EasyReadFile(easy_read=easy_read, kind=kind, fingerprint=plan.fingerprint, asked_at=now)
            for kind in FileKind
        ],
        ignore_conflicts=True,
    )
    stuck = Q(state=FileState.MAKING, asked_at__lte=now - GIVES_UP_AFTER)
    ours.filter(stuck).update(problem=PROBLEM)
    ours.filter(state=FileState.FAILED).update(state=FileState.MAKING)  # until it is there, failed
    ours.update(asked_at=now)
    waiting = ours.filter(state=FileState.MAKING).count()
    if waiting:
        wanted = partial(easy_read_files_wanted.send_robust, None, easy_read_id=easy_read.pk)
        transaction.on_commit(wanted)
    return waiting


def _hold(easy_read_id: int) -> EasyReadPage | None:
    """The easy read as it is stored, if strangers may see it; until the transaction ends nobody
    else asks for its files, drops or keeps them."""
    held = EasyReadPage.objects.select_for_update(of=("self",)).filter(pk=easy_read_id).first()
    if held is None or not public_easy_reads().filter(pk=easy_read_id).exists():
        return None
    return held


def make_files(*, easy_read_id: int, clock: Callable[[], datetime]) -> int:
    """Make the files that were asked for, of the easy read as it is now; again does no harm.

    How many were kept. Never begins files that nobody asked for, and keeps none of words that
    changed, or went, meanwhile. One that fails leaves the others; the first problem is raised.
    """
    from easyread.printing.making import Printer  # loading it takes a while

    taken = _take_asked(easy_read_id, clock())
    if taken is None:
        return 0
    waiting, plan = taken
    made: dict[int, MadeFile] = {}
    problems: list[Exception] = []
    try:
        with Printer(plan.content, read_picture=_read) as printer:
            for file in waiting:
                try:
                    made[file.pk] = _print(printer, FileKind(file.kind))
                except Exception as problem:
                    problems.append(problem)
    finally:
        _keep_failures([file.pk for file in waiting if file.pk not in made])
    kept = _keep_files(easy_read_id, plan, made, clock())
    if problems:
        raise problems[0]
    return kept


@transaction.atomic
def _take_asked(easy_read_id: int, now: datetime) -> tuple[list[EasyReadFile], FilesPlan] | None:
    """The files that wait to be made, and what stands in them; what changed since it was asked
    for did not ask itself, and is asked for here."""
    waiting = EasyReadFile.objects.filter(easy_read=easy_read_id, state=FileState.MAKING)
    held = _hold(easy_read_id)
    if held is None:
        waiting.delete()
        return None
    if not waiting.exists():
        return None
    plan = files_plan(held)
    if waiting.exclude(fingerprint=plan.fingerprint).exists():
        _want(held, plan, now)
    asked = list(waiting.filter(fingerprint=plan.fingerprint).order_by("pk"))
    return (asked, plan) if asked else None


def _print(printer: "Printer", kind: FileKind) -> MadeFile:
    return printer.word() if kind == FileKind.WORD else printer.pdf(SIZES[kind])


def _read(source: str) -> bytes:
    if source.startswith(UPLOAD):
        storage = get_image_model()._meta.get_field("file").storage
        with storage.open(source.removeprefix(UPLOAD)) as file:
            return bytes(file.read())
    path = picture_path(source)
    if path is None:
        raise FileNotFoundError(source)
    return Path(path).read_bytes()


def _keep_failures(keys: list[int]) -> None:
    if keys:
        failed = EasyReadFile.objects.filter(pk__in=keys, state=FileState.MAKING)
        failed.update(state=FileState.FAILED, problem=PROBLEM)


@transaction.atomic
def _keep_files(
    easy_read_id: int, plan: FilesPlan, made: dict[int, MadeFile], now: datetime
) -> int:
    held = _hold(easy_read_id)
    rows = EasyReadFile.objects.filter(
        pk__in=made, state=FileState.MAKING, fingerprint=plan.fingerprint
    )
    if held is None or files_plan(held).fingerprint != plan.fingerprint:
        rows.delete()
        return 0
    found = list(rows)
    for row in found:
        file = made[row.pk]
        name = f"{plan.fingerprint}-{row.kind}.{ENDINGS[FileKind(row.kind)]}"
        row.file.save(name, ContentFile(file.content), save=False)
        row.state, row.pages, row.size = FileState.READY, file.pages, len(file.content)
        row.made_at, row.problem = now, ""
        row.save()
    return len(found)


@transaction.atomic
def drop_files(*, easy_read: EasyReadPage) -> None:
    """The files of what is no longer public are gone at once."""
    EasyReadFile.objects.filter(easy_read=easy_read).delete()


def forget_stored(*, file: EasyReadFile) -> None:
    """After a row went, with its page or by itself: what was stored goes too."""
    if file.file:
        transaction.on_commit(partial(file.file.storage.delete, str(file.file.name)))


def recover_files(*, now: datetime) -> int:
    """Ask for files of public easy reads that have none, and again for those that got stuck or
    failed; of how many easy reads. Meant to be called often."""
    rows = EasyReadFile.objects.filter(easy_read=OuterRef("pk"))
    stuck = rows.filter(state=FileState.MAKING, asked_at__lte=now - GIVES_UP_AFTER)
    failed = rows.filter(state=FileState.FAILED, asked_at__lte=now - TRIES_AGAIN_AFTER)
    lacking = public_easy_reads().filter(~Exists(rows) | Exists(stuck) | Exists(failed))
    return sum(
        bool(ask_for_files(easy_read=easy_read, now=now)) for easy_read in lacking.order_by("pk")
    )


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
