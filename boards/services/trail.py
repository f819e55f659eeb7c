"""Adding lines to the trail of minutes. Nothing here changes or deletes one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q
from wagtail.models import Page

from boards.enums import NO_VERSION, MinutesStatus, RecordKind
from boards.models import MinutesPage, MinutesRecord
from boards.rules import chain
from boards.rules.chain import ON_RECORD_SINCE
from boards.selectors.agreed import progress_of
from boards.selectors.contents import contents_of
from boards.selectors.surroundings import surroundings_of
from boards.selectors.trail import last_record

TURN = 7_264_031  # the number of PostgreSQL's advisory lock: one writer at a time
BATCH = 400
NO_REASON = "Published without a reason being given"
AGAIN = "Published again with the same words"


@dataclass(frozen=True)
class Entry:
    """What a new line says; its number, version and seal follow."""

    minutes: int
    kind: RecordKind
    at: datetime
    content: dict[str, Any]
    by: str = ""
    reason: str = ""


@transaction.atomic
def add_lines(*, entries: list[Entry]) -> int:
    """Seal these entries one after the other behind the last line. Returns how many.

    One writer at a time: on PostgreSQL by an advisory lock, on SQLite because a transaction that
    writes is alone. The unique number stands behind both.
    """
    head = _take_turn()
    last, previous = (head.sequence, head.digest) if head else (0, "")
    versions = _versions({entry.minutes for entry in entries if entry.kind not in NO_VERSION})
    records = []
    for sequence, entry in enumerate(entries, start=last + 1):
        version = None
        if entry.kind not in NO_VERSION:
            version = versions[entry.minutes] = versions.get(entry.minutes, 0) + 1
        line = chain.TrailLine(
            sequence=sequence,
            minutes=entry.minutes,
            version=version,
            kind=str(entry.kind),
            at=chain.stamp(entry.at),
            by=entry.by,
            reason=entry.reason,
            content=entry.content,
            previous=previous,
        )
        previous = line.sealed()
        records.append(_record(line, entry.at, previous))
    MinutesRecord.objects.bulk_create(records, batch_size=BATCH)
    return len(records)


def _record(line: chain.TrailLine, at: datetime, digest: str) -> MinutesRecord:
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
        format=line.format,
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
        rows = MinutesRecord.objects.versions().filter(minutes__in=wanted[start : start + BATCH])
        for pk, version in rows.order_by("version").values_list("minutes_id", "version"):
            found[pk] = version or 0
    return found


@transaction.atomic
def record_publication(*, minutes: MinutesPage, by: str, reason: str, now: datetime) -> bool:
    """Put published minutes on record as they are in the database; whether there was news.

    Also ends a withdrawal, and remembers when approved minutes were first out.
    """
    _take_turn()
    content = contents_of([minutes.pk])[minutes.pk]
    last = last_record(minutes)
    kind = _kind(content, last)
    reason = reason.strip()
    if kind == RecordKind.CORRECTED:
        reason = reason or NO_REASON
    if kind is not None:
        add_lines(entries=[Entry(minutes.pk, kind, now, content, by=by, reason=reason)])
    else:
        record_surroundings(minutes=[minutes.pk], by=by, reason=AGAIN, now=now)
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
    return RecordKind.CORRECTED if chain.differing_parts(content, last.content) else None


def _settle(minutes: MinutesPage) -> None:
    """Published minutes are not withdrawn, and approved ones know since when they are out.

    A revision that was saved earlier knows neither, or the moment less exactly: the trail does.
    """
    since = None
    if minutes.is_approved:
        approvals = MinutesRecord.objects.filter(minutes=minutes, kind=RecordKind.APPROVED)
        first = approvals.exclude(reason=ON_RECORD_SINCE).order_by("version").first()
        since = first.at if first else minutes.approved_published_at
    minutes.approved_published_at = since
    minutes.withdrawn_on, minutes.withdrawn_because = None, ""
    MinutesPage.objects.filter(pk=minutes.pk).update(
        approved_published_at=since, withdrawn_on=None, withdrawn_because=""
    )


@transaction.atomic
def record_changes(*, minutes: MinutesPage, by: str, reason: str, now: datetime) -> None:
    """After the meeting was moved or its day corrected: public minutes say it in their trail."""
    last = last_record(minutes)
    if last is None or not minutes.live:
        return
    if chain.differing_parts(contents_of([minutes.pk])[minutes.pk], last.content):
        record_publication(minutes=minutes, by=by, reason=reason, now=now)


@transaction.atomic
def record_visibility(*, pages: Iterable[Page], by: str, reason: str, now: datetime) -> int:
    """After a page was published, taken down, moved, restricted or opened: public minutes at or
    below it, or approved by it, say in their trail what strangers see now. Returns how many lines
    were added: none for minutes of which nothing changed."""
    touched = Q(pk__in=[])
    for page in pages:
        touched |= Q(path__startswith=page.path) | Q(approved_at=page.pk)
    on_record = MinutesPage.objects.live().filter(touched, records__version=1)
    minutes = list(on_record.order_by("pk").values_list("pk", flat=True))
    return record_surroundings(minutes=minutes, by=by, reason=reason, now=now)


@transaction.atomic
def record_surroundings(*, minutes: list[int], by: str, reason: str, now: datetime) -> int:
    """As `record_visibility`, for minutes that are known to be on record."""
    if not minutes:
        return 0
    _take_turn()
    added = 0
    for start in range(0, len(minutes), BATCH):
        batch = minutes[start : start + BATCH]
        recorded = _around_on_record(batch)
        added += add_lines(
            entries=[
                Entry(pk, RecordKind.VISIBILITY, now, {chain.AROUND: around}, by=by, reason=reason)
                for pk, around in surroundings_of(batch).items()
                if chain.differing_around(recorded.get(pk), around)
            ]
        )
    return added


def _around_on_record(minutes: list[int]) -> dict[int, Any]:
    lines = MinutesRecord.objects.filter(minutes__in=minutes, content__has_key=chain.AROUND)
    return dict(lines.order_by("sequence").values_list("minutes_id", f"content__{chain.AROUND}"))


@transaction.atomic
def record_progress(*, actions: list[int], by: str, now: datetime, reason: str = "") -> int:
    """Seal how far these actions are, after it was said. Returns how many lines were added.

    The line holds a digest, not the words: what an owner wrote stands in one place only.
    """
    added = 0
    for start in range(0, len(actions), BATCH):
        found = progress_of(actions[start : start + BATCH])
        entries = []
        for pk, progress in found.items():
            content = {"action": pk, "told": progress.told}
            kind = RecordKind.PROGRESS
            entries.append(Entry(progress.minutes, kind, now, content, by=by, reason=reason))
        added += add_lines(entries=entries)
    return added


def put_progress_on_record(*, now: datetime) -> int:
    """Seal how far all actions are of which something was said, and nothing is on record."""
    known = MinutesRecord.objects.filter(content__has_key="action")
    sealed = set(known.values_list("content__action", flat=True))
    said = [pk for pk, one in progress_of().items() if not one.is_new and pk not in sealed]
    return record_progress(actions=said, by="", reason=ON_RECORD_SINCE, now=now)


@transaction.atomic
def put_on_record(*, now: datetime) -> int:
    """Put all public minutes that have no line yet on record as they are. Returns how many."""
    _take_turn()
    missing = list(
        MinutesPage.objects.live()
        .exclude(pk__in=MinutesRecord.objects.versions().values("minutes"))
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
