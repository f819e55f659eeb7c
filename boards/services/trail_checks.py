"""Beginning and checking the trail of minutes, and looking into what a check found."""

from datetime import datetime

from django.db import connections, transaction

from boards.models import MinutesPage, MinutesRecord, SettledProblem, TrailCheck, TrailProblem
from boards.rules import chain
from boards.rules.chain import ON_RECORD_SINCE
from boards.selectors.trail import last_check, problems_found, settled_problems, trail_report
from boards.services.trail import (
    put_on_record,
    put_progress_on_record,
    record_surroundings,
)
from easyread.accounts import Account, name_of

SQLITE_GUARD = """
CREATE TRIGGER IF NOT EXISTS boards_trail_is_kept BEFORE UPDATE ON boards_minutesrecord
BEGIN
    SELECT RAISE(ABORT, 'Lines of the trail are added, never changed.');
END
"""


class SettlingNeedsWords(Exception):
    """Nobody said what the problem was."""


class NotAProblem(Exception):
    """The last check did not find this."""


@transaction.atomic
def begin_trail(*, now: datetime) -> int:
    """Put on record what was there before the trail held it. Returns how many lines.

    Does nothing once the trail was checked in today's format: from then on, what is not on record
    is a problem to be told, not to be mended in silence.
    """
    checks = TrailCheck.objects.order_by()
    if checks.filter(format__gte=chain.FORMAT).exists():
        return 0
    added = 0 if checks.exists() else put_on_record(now=now)
    if not added and not MinutesRecord.objects.filter(format=1).exists():
        return 0  # the trail has held all from the first line on
    seen = MinutesRecord.objects.filter(content__has_key=chain.AROUND).values("minutes")
    unseen = MinutesPage.objects.live().filter(records__version=1).exclude(pk__in=seen)
    minutes = list(unseen.order_by("pk").values_list("pk", flat=True))
    added += record_surroundings(minutes=minutes, by="", reason=ON_RECORD_SINCE, now=now)
    return added + put_progress_on_record(now=now)


@transaction.atomic
def check_trail(*, now: datetime) -> TrailCheck:
    """Check the trail and keep what was found, and since when it is known."""
    begin_trail(now=now)
    report = trail_report()
    _give_keys(report.problems)
    check = TrailCheck.objects.create(
        at=now, records=report.count, head=report.head, format=chain.FORMAT
    )
    TrailProblem.objects.bulk_create(
        TrailProblem(found_by=check, key=words.key, words=words, since=report.known.get(words, now))
        for words in report.problems
    )
    return check


def _give_keys(problems: list[chain.Problem]) -> None:
    """What was settled when a problem was known by its words stays settled when these change."""
    settled = settled_problems()
    for words in problems:
        if words in settled and words.key not in settled:
            SettledProblem.objects.filter(key=words).update(key=words.key)


@transaction.atomic
def settle_problem(
    *, problem: str, words: str, settled_by: Account, now: datetime
) -> SettledProblem:
    """Keep what somebody found who looked into a problem of the last check. It stays in the list,
    and fails no check any more; another change of the same thing is another problem."""
    found = [one for one in problems_found(last_check()) if one.words == problem]
    if not found:
        raise NotAProblem("The last check did not find this problem.")
    if not words.strip():
        raise SettlingNeedsWords("Say what you found.")
    told = {"words": words.strip(), "by": name_of(settled_by), "at": now}
    settled, _ = SettledProblem.objects.get_or_create(key=found[0].key, defaults=told)
    return settled


def guard_trail(*, using: str = "default") -> None:
    """Let SQLite refuse to change a line, again after a migration that made the table anew: a
    trigger goes with its table. PostgreSQL changes tables in place and keeps its own."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            if "boards_minutesrecord" in connection.introspection.table_names(cursor):
                cursor.execute(SQLITE_GUARD)
