"""Bring in the product's pictures and the starter jargon buster."""

from typing import Any

from django.core.management.base import BaseCommand

from easyread import services


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        pictures = services.load_pictures()
        terms = services.load_jargon()
        self.stdout.write(f"{pictures} pictures, {terms} words in the jargon buster.")
