"""For health checks: fails when the workers have not done their regular work for too long."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.digests.selectors import age_of_beat


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--max-age", type=int, default=300, help="in seconds")

    def handle(self, *args: Any, **options: Any) -> None:
        old = age_of_beat(now=timezone.now())
        if old is None:
            raise CommandError("No worker has done its regular work yet.")
        if old.total_seconds() > options["max_age"]:
            raise CommandError(f"The last regular work is {old.total_seconds():.0f} seconds old.")
        self.stdout.write("ok")
