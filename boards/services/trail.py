"""Adding lines to the trail of minutes. Nothing here changes or deletes one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from boards import trail
from boards.enums import MinutesStatus, RecordKind
from boards.models import MinutesPage, MinutesRecord, TrailCheck
from boards.selectors.trail import contents_of, trail_report

TURN = 7_264_031  # the number of PostgreSQL's advisory lock: one writer at a time
BATCH = 400
NO_REASON = "Published without a reason being given"
ON_RECORD_SINCE = "On record since this day"
PUBLICATION = "publication"  # the attribute by which a revision carries why it is published


@dataclass(frozen=True)
class Publication:
    """By whom, why and when something is published."""

    by: str
    reason: str
    now: datetime


@dataclass(frozen=True)
class Entry:
    """What a new line says; its number, version and seal follow."""

    minutes: int
    kind: RecordKind
    at: datetime
    content: dict[str, Any]
    by: str = ""
    reason: str = ""


def name_of(user: Any) -> str:
    """The account's name as the trail keeps it; empty for nobody."""
    if user is None or not user.is_authenticated:
        return ""
    return str(user.get_full_name() or user.get_username())[:160]


@transaction.atomic
def add_lines(*, entries: list[Entry]) -> int:
    """Seal these entries one after the other behind the last line. Returns how many.

    One writer at a time: on PostgreSQL by an advisory lock, on SQLite because a transaction that
    writes is alone. The unique number stands behind both.
    """
    head = _take_turn()
    last, previous = (head.sequence, head.digest) if head else (0, "")
    versions = _versions({entry.minutes for entry in entries})
    records = []
    for sequence, entry in enumerate(entries, start=last + 1):
        versions[entry.minutes] = versions.get(entry.minutes, 0) + 1
        line = trail.Line(
            sequence=sequence,
            minutes=entry.minutes,
            version=versions[entry.minutes],
            kind=str(entry.kind),
            at=trail.stamp(entry.at),
            by=entry.by,
            reason=entry.reason,
            content=entry.content,
            previous=previous,
        )
        previous = line.sealed()
        records.append(_record(line, entry.at, previous))
    MinutesRecord.objects.bulk_create(records, batch_size=BATCH)
    return len(records)


def _record(line: trail.Line, at: datetime, digest: str) -> MinutesRecord:
    return MinutesRecord(
        sequence=line.sequence,
        minutes_id=line.minutes,
        version=line.version,
        kind=line.kind,
        at=at,
        by=line.by,
        reason=line.reason,
        content=line.content,
        previous=line.previous,
        digest=digest,
    )


def _take_turn() -> MinutesRecord | None:
    """The last line, with nobody else adding one until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
    return MinutesRecord.objects.defer("content").order_by("-sequence").first()


def _versions(minutes: set[int]) -> dict[int, int]:
    wanted = sorted(minutes)
    found: dict[int, int] = {}
    for start in range(0, len(wanted), BATCH):
        rows = MinutesRecord.objects.filter(minutes__in=wanted[start : start + BATCH])
        for pk, version in rows.order_by("version").values_list("minutes_id", "version"):
            found[pk] = version
    return found


def last_record(minutes: MinutesPage) -> MinutesRecord | None:
    return MinutesRecord.objects.filter(minutes=minutes).order_by("-version").first()


@transaction.atomic
def record_publication(*, minutes: MinutesPage, publication: Publication) -> bool:
    """Put published minutes on record as they are in the database; whether there was news.

    Also ends a withdrawal, and remembers when approved minutes were first out.
    """
    _take_turn()
    content = contents_of([minutes.pk])[minutes.pk]
    last = last_record(minutes)
    kind = _kind(content, last)
    reason = publication.reason.strip()
    if kind == RecordKind.CORRECTED:
        reason = reason or NO_REASON
    if kind is not None:
        entry = Entry(minutes.pk, kind, publication.now, content, by=publication.by, reason=reason)
        add_lines(entries=[entry])
    _settle(minutes)
    return kind is not None


def _kind(content: dict[str, Any], last: MinutesRecord | None) -> RecordKind | None:
    """What kind of publication this is; None where nothing was changed."""
    is_approved = content["status"] == MinutesStatus.APPROVED
    if last is None:
        return RecordKind.APPROVED if is_approved else RecordKind.PUBLISHED
    if last.kind == RecordKind.WITHDRAWN:
        return RecordKind.CORRECTED
    if is_approved and last.content["status"] != MinutesStatus.APPROVED:
        return RecordKind.APPROVED
    return RecordKind.CORRECTED if trail.differing_parts(content, last.content) else None


def _settle(minutes: MinutesPage) -> None:
    """Published minutes are not withdrawn, and approved ones know since when they are out.

    A revision that was saved earlier knows neither: the trail does.
    """
    since = None
    if minutes.is_approved:
        approvals = MinutesRecord.objects.filter(minutes=minutes, kind=RecordKind.APPROVED)
        first = approvals.exclude(reason=ON_RECORD_SINCE).order_by("version").first()
        since = minutes.approved_published_at or (first.at if first else None)
    minutes.approved_published_at = since
    minutes.withdrawn_on, minutes.withdrawn_because = None, ""
    MinutesPage.objects.filter(pk=minutes.pk).update(
        approved_published_at=since, withdrawn_on=None, withdrawn_because=""
    )


@transaction.atomic
def follow_trail(*, minutes: MinutesPage, by: str, reason: str, now: datetime) -> None:
    """After the meeting was moved or its day corrected: public minutes say it in their trail."""
    last = last_record(minutes)
    if last is None or not minutes.live:
        return
    if trail.differing_parts(contents_of([minutes.pk])[minutes.pk], last.content):
        record_publication(minutes=minutes, publication=Publication(by, reason, now))


@transaction.atomic
def put_on_record(*, now: datetime) -> int:
    """Put all public minutes that have no line yet on record as they are. Returns how many."""
    _take_turn()
    missing = list(
        MinutesPage.objects.live()
        .filter(records__isnull=True)
        .order_by(F("first_published_at").asc(nulls_first=True), "pk")
        .values_list("pk", flat=True)
    )
    return sum(add_lines(entries=entries) for entries in _first_entries(missing, now))


def _first_entries(minutes: list[int], now: datetime) -> Iterator[list[Entry]]:
    for start in range(0, len(minutes), BATCH):
        batch = minutes[start : start + BATCH]
        contents = contents_of(batch)
        yield [
            Entry(
                pk,
                _kind(contents[pk], None) or RecordKind.PUBLISHED,
                now,
                contents[pk],
                reason=ON_RECORD_SINCE,
            )
            for pk in batch
        ]


def begin_trail(*, now: datetime) -> int:
    """Put on record what was public before there was a trail. Returns how many minutes.

    Does nothing once the trail was checked: from then on, public minutes without a line are a
    problem to be told, not to be mended in silence.
    """
    return 0 if TrailCheck.objects.exists() else put_on_record(now=now)


@transaction.atomic
def check_trail(*, now: datetime) -> TrailCheck:
    """Check the trail and keep what was found."""
    begin_trail(now=now)
    report = trail_report()
    return TrailCheck.objects.create(
        at=now, records=report.count, head=report.head, problems=report.problems
    )
