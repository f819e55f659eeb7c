"""The trail of minutes: what is public now, what is on record, and whether both agree."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page

from boards import trail
from boards.enums import RecordKind
from boards.models import (
    BY_PLACE,
    Attendance,
    BoardPage,
    MeetingPage,
    MinutesPage,
    MinutesRecord,
    TrailCheck,
)

BATCH = 400


@dataclass(frozen=True)
class TrailReport:
    """How many lines there are, the digest of the last one, and what is wrong."""

    count: int
    head: str
    problems: list[str]


def contents_of(minutes: list[int]) -> dict[int, dict[str, Any]]:
    """What the database holds of these minutes now, by ``pk``; five queries for all.

    Columns are read as text, so that a spoilt one is told and not stumbled over.
    """
    rows = list(
        MinutesPage.objects.filter(pk__in=minutes)
        .annotate(items_text=Cast("items", TextField()))
        .values(
            *("pk", "path", "title", "slug", "items_text", "status"),
            *("approved_at_id", "approved_item", "corrections"),
        )
    )
    up = Page.steplen
    meetings = _meetings(path__in={row["path"][:-up] for row in rows})
    by_path = {meeting["path"]: meeting for meeting in meetings}
    boards = BoardPage.objects.filter(path__in={row["path"][: -2 * up] for row in rows})
    board_by_path = {path: (pk, title) for path, pk, title in boards.values_list(*BOARD)}
    approving = _meetings(pk__in={row["approved_at_id"] for row in rows} - {None})
    by_pk = {meeting["pk"]: meeting for meeting in approving}
    people = _attendance(minutes)
    return {
        row["pk"]: _content(
            row,
            meeting=by_path.get(row["path"][:-up]),
            board=board_by_path.get(row["path"][: -2 * up]),
            approving=by_pk.get(row["approved_at_id"]),
            people=people.get(row["pk"], []),
        )
        for row in rows
    }


BOARD = ("path", "pk", "title")


def _meetings(**which: Any) -> list[dict[str, Any]]:
    found = MeetingPage.objects.filter(**which).annotate(starts=Cast("starts_at", TextField()))
    return list(found.values("pk", "path", "starts"))


def _attendance(minutes: list[int]) -> dict[int, list[dict[str, Any]]]:
    people: dict[int, list[dict[str, Any]]] = {}
    found = Attendance.objects.filter(minutes__in=minutes).order_by("minutes", BY_PLACE, "pk")
    for pk, name, role, presence, is_citizen in found.values_list(
        "minutes_id", "name", "role", "presence", "is_citizen"
    ):
        person = {"name": name, "role": role, "presence": presence, "is_citizen": is_citizen}
        people.setdefault(pk, []).append(person)
    return people


def _content(
    row: dict[str, Any],
    *,
    meeting: dict[str, Any] | None,
    board: tuple[int, str] | None,
    approving: dict[str, Any] | None,
    people: list[dict[str, Any]],
) -> dict[str, Any]:
    approved = row["approved_at_id"] and {
        "meeting": row["approved_at_id"],
        "day": approving and day_of(approving["starts"]),
        "item": row["approved_item"],
    }
    return {
        "title": row["title"],
        "slug": row["slug"],
        "meeting": meeting and {"id": meeting["pk"], "day": day_of(meeting["starts"])},
        "board": board and {"id": board[0], "title": board[1]},
        "status": row["status"],
        "approved": approved or None,
        "corrections": row["corrections"],
        "attendance": people,
        "items": trail.plain_items(trail.read_json(row["items_text"])),
    }


def day_of(moment: str) -> str:
    """The day in London of a moment that was read as text."""
    try:
        known = datetime.fromisoformat(trail.stamp(moment))
    except ValueError:
        return moment
    return timezone.localdate(known.astimezone(UTC)).isoformat()


def stored_lines() -> Iterator[trail.Line]:
    """All lines in their order, as they are stored."""
    rows = (
        MinutesRecord.objects.annotate(
            at_text=Cast("at", TextField()), content_text=Cast("content", TextField())
        )
        .order_by("sequence", "pk")
        .values_list(
            *("sequence", "minutes_id", "version", "kind", "at_text", "by", "reason"),
            *("content_text", "previous", "digest"),
        )
    )
    for row in rows.iterator(chunk_size=BATCH):
        sequence, minutes, version, kind, at, by, reason, content, previous, digest = row
        yield trail.Line(
            *(sequence, minutes, version, kind, trail.stamp(at), by, reason),
            *(trail.read_json(content), previous, digest),
        )


def trail_report(*, expect: str = "") -> TrailReport:
    """Whether the chain holds, and whether what is public is what the trail says.

    ``expect`` is a digest that was noted outside; it must still be in the chain. So must the last
    line of every earlier check that found nothing wrong.
    """
    chain = trail.Chain().read(stored_lines())
    checks = TrailCheck.objects.filter(problems=[]).exclude(head="").order_by("at", "pk")
    for at, records, head in checks.values_list("at", "records", "head"):
        words = f"Line {records} is not the one that was checked on {timezone.localdate(at)}."
        chain.expect(head, place=records, words=words)
    if expect:
        chain.expect(expect)
    return TrailReport(chain.count, chain.head, [*chain.problems, *_page_problems(chain.last_of)])


def _page_problems(last_of: dict[Any, trail.Line]) -> Iterator[str]:
    pages = list(
        MinutesPage.objects.annotate(withdrawn=Cast("withdrawn_on", TextField()))
        .order_by("pk")
        .values_list("pk", "live", "expired", "withdrawn", "withdrawn_because")
    )
    for gone in sorted(set(last_of) - {pk for pk, *_ in pages}, key=str):
        yield f"Minutes {gone}: they are on record, but the page is gone."
    live = [pk for pk, is_live, *_ in pages if is_live]
    for pk, is_live, expired, withdrawn, because in pages:
        last = last_of.get(pk)
        if is_live:
            yield from _problems_of_public(pk, last, withdrawn)
        elif last and last.kind == RecordKind.WITHDRAWN:
            if (withdrawn, because) != (day_of(last.at), last.reason):
                yield f"Minutes {pk}: the page does not say about the withdrawal what is on record."
        elif withdrawn:
            yield f"Minutes {pk}: they say that they were withdrawn, but that is not on record."
        elif last and not expired:
            yield f"Minutes {pk}: no longer public, but no withdrawal is on record."
    for start in range(0, len(live), BATCH):
        for pk, content in contents_of(live[start : start + BATCH]).items():
            last = last_of.get(pk)
            if last and (differing := trail.differing_parts(content, last.content)):
                yield f"Minutes {pk}: not as they are on record ({', '.join(differing)})."


def _problems_of_public(pk: int, last: trail.Line | None, withdrawn: str | None) -> Iterator[str]:
    if last is None:
        yield f"Minutes {pk}: public, but not on record."
    elif last.kind == RecordKind.WITHDRAWN or withdrawn:
        yield f"Minutes {pk}: withdrawn, but still public."


def last_check() -> TrailCheck | None:
    return TrailCheck.objects.order_by("-at", "-pk").first()


def would_change(minutes: MinutesPage, draft: MinutesPage) -> bool:
    """Whether publishing ``draft`` would change what is on record of public minutes in a way
    that asks for a reason: approving needs none, and so does the first publication."""
    last = MinutesRecord.objects.filter(minutes=minutes).order_by("-version").first()
    if last is None:
        return False
    if last.kind == RecordKind.WITHDRAWN:
        return True
    content = draft_content(draft, last.content)
    if content["status"] == "approved" and last.content["status"] != "approved":
        return False
    return bool(trail.differing_parts(content, last.content))


def draft_content(draft: MinutesPage, recorded: dict[str, Any]) -> dict[str, Any]:
    """What the record would hold if ``draft`` were published; its place stays that on record."""
    approved = {"meeting": draft.approved_at_id, "day": None, "item": draft.approved_item}
    items = json.dumps(draft.items.get_prep_value(), cls=DjangoJSONEncoder)
    people = sorted(draft.attendance.all(), key=lambda one: (one.sort_order or 0, one.pk or 0))
    return recorded | {
        "title": draft.title,
        "slug": draft.slug,
        "status": str(draft.status),
        "approved": approved if draft.approved_at_id else None,
        "corrections": draft.corrections,
        "attendance": [
            {
                "name": person.name,
                "role": person.role,
                "presence": str(person.presence),
                "is_citizen": person.is_citizen,
            }
            for person in people
        ],
        "items": trail.plain_items(trail.read_json(items)),
    }
