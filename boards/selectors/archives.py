"""How far jobs are that bring old minutes in."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from boards.enums import ArchiveState, FileOutcome
from boards.models import ArchiveFile, ArchiveJob


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
        return self.job.state in (ArchiveState.WAITING, ArchiveState.RUNNING)

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
