"""Make the demonstration ready to start: database, data, and a free port."""

import shutil
import socket
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from boards.services import catch_up
from portal.demo.lock import InUse, alone_on


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, required=True)
        parser.add_argument(
            "--anew", action="store_true", help="throw the demonstration's data away first"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("These are not the settings of the demonstration.")
        self._check_port(options["port"])
        try:
            with alone_on(settings.VAR_DIR):
                self._prepare(is_anew=options["anew"])
        except InUse as problem:
            raise CommandError(str(problem)) from problem

    def _prepare(self, *, is_anew: bool) -> None:
        if is_anew:
            self._throw_away()
        call_command("migrate", verbosity=0)
        call_command("seed_demo", stdout=self.stdout)
        call_command("load_pictures", verbosity=0, stdout=StringIO())
        catch_up(now=timezone.now())

    def _check_port(self, port: int) -> None:
        if not 1024 <= port <= 65535:
            raise CommandError("PORT must be a number from 1024 to 65535.")
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as problem:
                raise CommandError(
                    f"Something else uses port {port} already. Choose another: make demo PORT=8010"
                ) from problem

    def _throw_away(self) -> None:
        if "sqlite" not in settings.DATABASES["default"]["ENGINE"]:
            raise CommandError("Only the embedded database is thrown away by this command.")
        for name in ("portal.sqlite3", "portal.sqlite3-wal", "portal.sqlite3-shm"):
            (settings.VAR_DIR / name).unlink(missing_ok=True)
        for name in ("mail", "broker", "media"):
            shutil.rmtree(settings.VAR_DIR / name, ignore_errors=True)
