"""As Wagtail's own command, which would stop at the first page that cannot be published."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from boards.services import publish_what_is_due


class Command(BaseCommand):
    help = "Publishes, or takes down, the pages whose day has come; each by itself."

    def handle(self, *args: Any, **options: Any) -> None:
        done = publish_what_is_due(now=timezone.now())
        self.stdout.write(f"{len(done.well)} done, {len(done.badly)} could not be.")
