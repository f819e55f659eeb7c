"""After an update of the portal: note for old pages and papers what is now noted by itself."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from boards.services import catch_up


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        catch_up(now=timezone.now())
        self.stdout.write("Everything is noted.")
