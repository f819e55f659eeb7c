"""Check that published minutes are what their trail says, and that the trail is whole."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from boards.rules.dates import long_date
from boards.selectors.trail import TrailReport, trail_report


class Command(BaseCommand):
    help = (
        "Check the trail of published minutes. Prints the number of lines and the digest of the "
        "last one, and one line for each problem: known since when, or settled by whom. The exit "
        "code is 1 if there is any problem that nobody has settled, otherwise 0."
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
            self.stdout.write(json.dumps(asdict(report), indent=2, default=datetime.isoformat))
        else:
            self.stdout.write(f"Lines: {report.count}")
            self.stdout.write(f"Digest of the last line: {report.head or 'none'}")
            for problem in report.problems:
                self.stdout.write(" ".join([problem, *_known(problem, report)]))
            self.stdout.write(f"Problems: {len(report.unsettled)}")
            if report.settled:
                self.stdout.write(f"Settled: {len(report.settled)}")
        if report.unsettled:
            sys.exit(1)


def _known(problem: str, report: TrailReport) -> Iterator[str]:
    if problem in report.known:
        yield f"Known since {long_date(report.known[problem])}."
    if problem in report.settled:
        yield report.settled[problem]
