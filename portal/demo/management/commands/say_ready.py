"""Wait until the portal answers, then say where it is and who can sign in."""

import signal
import time
import urllib.error
import urllib.request
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.demo.cast import ACCOUNTS, PASSWORD

PATIENCE_SECONDS = 60


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        address = f"http://127.0.0.1:{options['port']}/"
        self._wait(f"{address}health/")
        self.stdout.write(f"\nReady: {address}\n")
        self.stdout.write(f"Sign in at {address}admin/ with the password {PASSWORD} as")
        for account in ACCOUNTS:
            self.stdout.write(f"  {account.username:<10} {account.who}")
        self.stdout.write("Stop with Ctrl+C.\n")
        self.stdout.flush()
        signal.pause()  # the runner ends everything when one of its processes ends

    def _wait(self, address: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(address, timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        raise CommandError("The portal did not start. The lines above say why.")
