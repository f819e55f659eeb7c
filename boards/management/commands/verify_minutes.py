"""Check that published minutes are what their trail says, and that the trail is whole."""

import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from boards.selectors.trail import trail_report


class Command(BaseCommand):
    help = (
        "Check the trail of published minutes. Prints the number of lines and the digest of the "
        "last one, and one line for each problem. The exit code is 1 if there is any."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--expect",
            default="",
            metavar="DIGEST",
            help="a digest that was printed before: it must still be in the trail",
        )
        parser.add_argument("--json", action="store_true", help="the same for a machine to read")

    def handle(self, *args: Any, **options: Any) -> None:
        report = trail_report(expect=options["expect"])
        if options["json"]:
            self.stdout.write(json.dumps(asdict(report), indent=2))
        else:
            self.stdout.write(f"Lines: {report.count}")
            self.stdout.write(f"Digest of the last line: {report.head or 'none'}")
            for problem in report.problems:
                self.stdout.write(problem)
            self.stdout.write(f"Problems: {len(report.problems)}")
        if report.problems:
            sys.exit(1)
