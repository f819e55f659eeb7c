"""Bring a folder of old minutes in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from boards import services
from boards.enums import ArchiveState, FileOutcome
from boards.models import ArchiveFile, ArchiveJob
from boards.old_minutes import ArchiveLine
from boards.selectors.archives import CannotBringArchive, archive_progress, check_folder


class Command(BaseCommand):
    """`manage.py import_minutes FOLDER [--title …] [--publish] [--resume] [--leave-out-wrong]`."""

    help = (
        "Bring a folder of Word minutes in. It holds manifest.csv with the columns file, board, "
        "date and, if you like, status, place and start time. All that is wrong is told before "
        "anything comes in."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="the folder with manifest.csv")
        parser.add_argument("--title", default="", help="what it is, for the list of folders")
        parser.add_argument(
            "--publish", action="store_true", help="publish minutes without doubts at once"
        )
        parser.add_argument(
            "--resume", action="store_true", help="go on with this folder where it ended"
        )
        parser.add_argument(
            "--leave-out-wrong", action="store_true", help="bring the other lines in all the same"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"].resolve()
        job = self._unfinished(folder) if options["resume"] else self._new(folder, options)
        if job.state == ArchiveState.STOPPED:
            services.go_on_with_archive(job=job)
        while services.bring_archive_in(job_id=job.pk, clock=timezone.now, say=self._say):
            pass
        job.refresh_from_db()
        for words, count in archive_progress(job).counts:
            self.stdout.write(f"{words}: {count}")
        if job.state != ArchiveState.DONE:
            raise CommandError(
                "It was stopped, or another program works on this folder or ended in the middle. "
                "Go on with --resume, after ten minutes."
            )

    def _new(self, folder: Path, options: dict[str, Any]) -> ArchiveJob:
        try:
            lines = check_folder(folder=folder, today=timezone.localdate())
        except CannotBringArchive as problem:
            raise CommandError(str(problem)) from problem
        wrong = [line for line in lines if line.problem]
        for line in wrong:
            self.stderr.write(_in_words(line))
        if wrong and not options["leave_out_wrong"]:
            raise CommandError(
                f"{len(wrong)} of {len(lines)} lines are wrong. Nothing was brought in. Put them "
                "right, or leave them out with --leave-out-wrong."
            )
        return services.ask_for_archive(
            folder=folder,
            lines=lines,
            title=options["title"] or folder.name,
            publishes=options["publish"],
            asked_by=None,
            now=timezone.now(),
        )

    def _unfinished(self, folder: Path) -> ArchiveJob:
        jobs = ArchiveJob.objects.exclude(state=ArchiveState.DONE).filter(folder=str(folder))
        job = jobs.order_by("-asked_at", "-pk").first()
        if job is None:
            raise CommandError("Nothing of this folder is unfinished. Leave --resume out.")
        return job

    def _say(self, file: ArchiveFile) -> None:
        outcome = FileOutcome(file.outcome).label
        self.stdout.write(f"{file.position} {file.file_name}: {outcome}. {file.report}")
        self.stdout.flush()


def _in_words(line: ArchiveLine) -> str:
    return f"{line.position} {line.file}: {line.problem}"
