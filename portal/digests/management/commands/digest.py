"""Compile an edition of a list by hand."""

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from portal.digests import services
from portal.digests.compose import compose
from portal.digests.emails import EditionMail
from portal.digests.enums import Cadence, EditionState
from portal.digests.models import DigestList, Edition
from portal.digests.windows import boundary_before


class Command(BaseCommand):
    help = (
        "Compile an edition: from the end of the last one (or one whole period back) until the "
        "given moment. It is sent by the worker."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--list", required=True, help="the list's short name: senate")
        parser.add_argument(
            "--until", required=True, help="2026-11-02T07:00, in London time; not part of it"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="print the text, keep and send nothing"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        digest_list = DigestList.objects.filter(slug=options["list"]).first()
        if digest_list is None:
            known = ", ".join(DigestList.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no list “{options['list']}”. There is: {known}.")
        end = self._moment(options["until"])
        start = self._start(digest_list, end)
        if options["dry_run"]:
            self._print(digest_list, start, end)
            return
        try:
            edition = services.freeze_edition(
                digest_list=digest_list, start=start, end=end, now=timezone.now()
            )
        except services.EditionsWouldOverlap as problem:
            raise CommandError(str(problem)) from problem
        if edition.state == EditionState.EMPTY:
            self.stdout.write("Nothing happened in this time: nothing will be sent.")
        else:
            number = edition.deliveries.count()
            self.stdout.write(f"Edition {edition.pk} is ready: {number} copies for the worker.")

    def _moment(self, words: str) -> datetime:
        try:
            moment = parse_datetime(words)
        except ValueError:
            moment = None
        if moment is None:
            raise CommandError(f"“{words}” is not a moment. Write it like 2026-11-02T07:00.")
        moment = timezone.make_aware(moment) if timezone.is_naive(moment) else moment
        if moment > timezone.now():
            raise CommandError("This moment is still to come: an edition tells of what was.")
        return moment

    def _start(self, digest_list: DigestList, end: datetime) -> datetime:
        earlier = Edition.objects.filter(list=digest_list, period_end__lte=end)
        last = earlier.order_by("-period_end").first()
        if last and last.period_end < end:
            return last.period_end
        return boundary_before(Cadence(digest_list.cadence), end)

    def _print(self, digest_list: DigestList, start: datetime, end: datetime) -> None:
        content = compose(start=start, end=end)
        if not content.has_news:
            self.stdout.write("Nothing happened in this time: nothing would be sent.")
            return
        edition = Edition(
            pk=0, list=digest_list, period_start=start, period_end=end, content=content.as_json()
        )
        mail = EditionMail(edition)
        self.stdout.write(f"Subject: {mail.subject}\n\n{mail.text}")
