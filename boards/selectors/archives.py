"""How far jobs are that bring old minutes in."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.db.models import Count, Q, QuerySet

from boards.enums import ArchiveState, FileOutcome
from boards.models import ArchiveFile, ArchiveJob, BoardPage
from boards.old_minutes import (
    ArchiveLine,
    UnreadableManifest,
    UnsafeArchive,
    check_lines,
    files_below,
    read_manifest,
)
from boards.old_minutes.manifest import NAME

UNFINISHED_JOBS = (ArchiveState.WAITING, ArchiveState.RUNNING)


@dataclass(frozen=True)
class JobProgress:
    """How many files came to which end. ``counts`` leaves out what did not happen."""

    job: ArchiveJob
    total: int
    ended: int
    problems: int
    counts: list[tuple[str, int]]

    @property
    def waiting(self) -> int:
        return self.total - self.ended

    @property
    def is_going(self) -> bool:
        return self.job.state in UNFINISHED_JOBS

    @property
    def can_go_on(self) -> bool:
        return self.job.state == ArchiveState.STOPPED and self.waiting > 0


def archive_jobs() -> QuerySet[ArchiveJob]:
    """All jobs, the latest first, each with how many files it has and how many are through."""
    through = Count("files", filter=~Q(files__outcome=FileOutcome.WAITING))
    return ArchiveJob.objects.annotate(total=Count("files"), ended=through).order_by(
        "-asked_at", "-pk"
    )


def archive_progress(job: ArchiveJob) -> JobProgress:
    rows = job.files.order_by().values("outcome").annotate(count=Count("pk"))
    counts = {row["outcome"]: row["count"] for row in rows}
    total = sum(counts.values())
    return JobProgress(
        job=job,
        total=total,
        ended=total - counts.get(FileOutcome.WAITING, 0),
        problems=counts.get(FileOutcome.FAILED, 0),
        counts=[(one.label, counts[one]) for one in FileOutcome if one in counts],
    )


def archive_files(job: ArchiveJob) -> QuerySet[ArchiveFile]:
    """The job's lines in the order of its manifest."""
    with_pages = job.files.select_related("board", "minutes").defer("minutes__items")
    return with_pages.order_by("position", "pk")


def report_rows(job: ArchiveJob) -> list[list[str]]:
    """The report as a table of words: a heading, then one row a file."""
    heading = ["Line", "File", "Board", "Date", "Outcome", "Items", "Actions", "In words"]
    return [heading, *(_row(file) for file in archive_files(job))]


def _row(file: ArchiveFile) -> list[str]:
    return [
        str(file.position),
        _safe(file.file_name),
        _safe(file.board.title if file.board else ""),
        _day(file.held_on),
        FileOutcome(file.outcome).label,
        str(file.items),
        str(file.actions),
        _safe(file.report),
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _safe(text: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


class CannotBringArchive(Exception):
    """The folder or .zip as a whole cannot be brought in; `str()` says why."""


def check_folder(*, folder: Path, today: date) -> list[ArchiveLine]:
    """Every line of the folder's manifest with what is wrong with it. Changes nothing.

    Raises CannotBringArchive when there is no manifest that can be read.
    """
    try:
        rows = read_manifest((folder / NAME).read_bytes())
        files = files_below(folder)
    except FileNotFoundError as error:
        raise CannotBringArchive(f"There is no {NAME} in this folder.") from error
    except OSError as error:
        raise CannotBringArchive("This folder cannot be read.") from error
    except (UnreadableManifest, UnsafeArchive) as error:
        raise CannotBringArchive(str(error)) from error
    boards: dict[str, int] = {}
    for board in BoardPage.objects.order_by("pk").only("pk", "title", "slug"):
        boards.setdefault(board.title, board.pk)
        boards.setdefault(board.slug, board.pk)
    return check_lines(rows, files=files, boards=boards, today=today)


def archives_to_go_on_with(*, now: datetime) -> list[int]:
    """The numbers of the jobs that wait for somebody to work on them."""
    return list(free_jobs(now).order_by("pk").values_list("pk", flat=True))


def free_jobs(now: datetime) -> QuerySet[ArchiveJob]:
    """Those on which nobody works though they are not finished."""
    unfinished = ArchiveJob.objects.filter(state__in=UNFINISHED_JOBS)
    return unfinished.filter(Q(lease_until__isnull=True) | Q(lease_until__lt=now))
