"""Bring a set of pictures in."""

from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from easyread.services import LONGEST_SET_NAME, Became, Outcome, bring_picture, set_slug
from easyread.sets import LIST, SetLine, UnreadableList, read_list


class Command(BaseCommand):
    """`manage.py import_pictures FOLDER [--set NAME] [--dry-run]`."""

    help = (
        f"Bring a folder of pictures in. It holds {LIST} with the columns name, file, author, "
        "licence and, if you like, words, licence_url and description. What became of each line "
        "is told. Do it again after a stop or a change: what is there already is brought up to "
        "date."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help=f"the folder with {LIST}")
        parser.add_argument("--set", default="", help="the name of the set; else the folder's")
        parser.add_argument(
            "--dry-run", action="store_true", help="only say what would become of each line"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"].resolve()
        source = (options["set"] or folder.name).strip()[:LONGEST_SET_NAME]
        if not folder.is_dir():
            raise CommandError(f"There is no folder {folder}.")
        try:
            lines = read_list(folder)
        except UnreadableList as error:
            raise CommandError(str(error)) from error
        counts: Counter[Became] = Counter()
        seen: dict[str, int] = {}
        for line in lines:
            outcome = self._bring(line, folder, source, options["dry_run"], seen)
            counts[outcome.became] += 1
            reason = f": {outcome.reason}" if outcome.reason else ""
            self.stdout.write(f"{line.number}: {line.name}: {outcome.became}{reason}")
        told = ", ".join(f"{counts[each]} {each}" for each in Became)
        trial = " Nothing was changed: this was a trial." if options["dry_run"] else ""
        self.stdout.write(f"{len(lines)} lines of the set “{source}”: {told}.{trial}")

    def _bring(
        self, line: SetLine, folder: Path, source: str, dry_run: bool, seen: dict[str, int]
    ) -> Outcome:
        slug = set_slug(source, line.name)
        if slug in seen:
            return Outcome(Became.REFUSED, f"Line {seen[slug]} has this name as well.")
        seen[slug] = line.number
        return bring_picture(line=line, folder=folder, source=source, dry_run=dry_run)
