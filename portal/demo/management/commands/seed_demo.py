"""Load the demonstration, or any size for load work."""

from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.demo import services

MOST_BOARDS = 1_000
MOST_MEETINGS = 50_000


class Command(BaseCommand):
    help = (
        "Load the made-up borough of Brackenford. With --boards and --meetings: that many boards "
        "with that many held meetings in all, with agendas, minutes and actions, for load work."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--boards", type=int, help=f"1 to {MOST_BOARDS}")
        parser.add_argument("--meetings", type=int, help=f"in all; up to {MOST_MEETINGS}")

    def handle(self, *args: Any, **options: Any) -> None:
        boards, meetings = options["boards"], options["meetings"]
        began = monotonic()
        if boards is None and meetings is None:
            if services.is_seeded():
                self.stdout.write("The demonstration is there already; its data is kept.")
                return
            services.seed_borough(now=timezone.now(), say=self._say)
        else:
            self._check(boards, meetings)
            services.seed_size(boards=boards, meetings=meetings, now=timezone.now(), say=self._say)
        services.index_everything()
        self._say(f"search index; all in {monotonic() - began:.0f} seconds")

    def _say(self, words: str) -> None:
        self.stdout.write(f"  {words}")

    def _check(self, boards: int | None, meetings: int | None) -> None:
        if boards is None or meetings is None:
            raise CommandError("Give both --boards and --meetings, or neither.")
        if not 1 <= boards <= MOST_BOARDS:
            raise CommandError(f"--boards must be from 1 to {MOST_BOARDS}.")
        if not boards <= meetings <= MOST_MEETINGS:
            raise CommandError(f"--meetings must be from the number of boards to {MOST_MEETINGS}.")
