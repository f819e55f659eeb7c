"""For health checks: fails when some regular work was not done for too long, and names it."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.digests.selectors import silent_work


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--max-age", type=int, default=300, help="in seconds")

    def handle(self, *args: Any, **options: Any) -> None:
        patience = timedelta(seconds=options["max_age"])
        silent = silent_work(now=timezone.now(), patience=patience)
        if silent:
            raise CommandError("\n".join(_told(name, age) for name, age in silent.items()))
        self.stdout.write("ok")


def _told(name: str, age: timedelta | None) -> str:
    since = "never done yet" if age is None else f"last done {age.total_seconds():.0f} seconds ago"
    return f"Silent: {name}, {since}."
