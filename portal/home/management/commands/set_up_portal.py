"""Make the first pages, pictures, charter and groups of a new portal."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from portal.home.services import set_up_portal


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--council", default="Your council", help="the council's name")

    def handle(self, *args: Any, **options: Any) -> None:
        set_up_portal(council_name=options["council"])
        self.stdout.write("The portal is set up. Make an account with: manage.py createsuperuser")
