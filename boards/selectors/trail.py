"""The trail of minutes: what is public now, what is on record, and whether both agree."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from boards.enums import RecordKind
from boards.models import MinutesPage, MinutesRecord, SettledProblem, TrailCheck, TrailProblem
from boards.rules import chain
from boards.rules.chain import Problem, problem
from boards.rules.dates import long_date
from boards.selectors.agreed import progress_problems, row_problems
from boards.selectors.contents import contents_of
from boards.selectors.surroundings import day_of

BATCH = 400


@dataclass(frozen=True)
class TrailReport:
    """How many lines there are, the digest of the last one, and what is wrong: ``known`` since
    which moment, ``settled`` by whom."""

    count: int
    head: str
    problems: list[Problem]
    known: dict[str, datetime] = field(default_factory=dict)
    settled: dict[str, str] = field(default_factory=dict)

    @property
    def unsettled(self) -> list[Problem]:
        return [words for words in self.problems if words not in self.settled]


def stored_lines() -> Iterator[chain.TrailLine]:
    """All lines in their order, as they are stored."""
    rows = (
        MinutesRecord.objects.annotate(
            at_text=Cast("at", TextField()), content_text=Cast("content", TextField())
        )
        .order_by("sequence", "pk")
        .values_list(
            *("sequence", "minutes_id", "version", "kind", "at_text", "by", "reason"),
            *("content_text", "previous", "digest", "format"),
        )
    )
    for row in rows.iterator(chunk_size=BATCH):
        sequence, minutes, version, kind, at, by, reason, content, *seals = row
        yield chain.TrailLine(
            *(sequence, minutes, version, kind, chain.stamp(at), by, reason),
            *(chain.read_json(content), *seals),
        )


def trail_report(*, expect: str = "") -> TrailReport:
    """Whether the chain holds, and whether what is public is what the trail says.

    ``expect`` is a digest that was noted outside; it must still be in the chain. So must the last
    line of every earlier check, whatever that check found.
    """
    read = chain.Chain().read(stored_lines())
    anchors: dict[tuple[int, str], datetime] = {}
    is_begun = 1 not in read.formats
    checks = TrailCheck.objects.order_by("at", "pk")
    for at, records, head, form in checks.values_list("at", "records", "head", "format"):
        is_begun = is_begun or form >= chain.FORMAT
        if head:
            anchors.setdefault((records, head), at)
    for (records, head), at in anchors.items():
        day = timezone.localdate(at)
        words = f"Line {records} is not the one that was checked on {day}."
        told = problem("checked_line_missing", f"{records}/{day}", words)
        read.expect(head, place=records, told=told)
    if expect:
        read.expect(expect)
    live = set(MinutesPage.objects.live().values_list("pk", flat=True))
    problems = [
        *read.problems,
        *_page_problems(read.minutes),
        *row_problems(read.minutes, live),
        *progress_problems(read.progress, is_begun=is_begun),
    ]
    return _told(read, list(dict.fromkeys(problems)))


def _told(read: chain.Chain, problems: list[Problem]) -> TrailReport:
    """The problems with what is known of them: since when, and who looked into them."""
    since = {one.key: one.since for one in problems_found(last_check())}
    settled = settled_problems()
    return TrailReport(
        count=read.count,
        head=read.head,
        problems=problems,
        known={
            words: first
            for words in problems
            if (first := since.get(words.key) or since.get(words))
        },
        settled={
            words: _settled_words(one)
            for words in problems
            if (one := settled.get(words.key) or settled.get(words))
        },
    )


def problems_found(check: TrailCheck | None) -> list[TrailProblem]:
    return list(check.problems.order_by("pk")) if check else []


def settled_problems() -> dict[str, SettledProblem]:
    """What somebody looked into, by the key of the problem; one query."""
    return {one.key: one for one in SettledProblem.objects.order_by("pk")}


def _settled_words(one: SettledProblem) -> str:
    return f"Settled on {long_date(one.at)} by {one.by}: {one.words}"


def _page_problems(minutes: dict[Any, chain.Known]) -> Iterator[Problem]:
    pages = list(
        MinutesPage.objects.annotate(withdrawn=Cast("withdrawn_on", TextField()))
        .order_by("pk")
        .values_list("pk", "live", "expired", "withdrawn", "withdrawn_because")
    )
    for gone in sorted(set(minutes) - {pk for pk, *_ in pages}, key=str):
        words = f"Minutes {gone}: they are on record, but the page is gone."
        yield problem("minutes_gone", gone, words)
    for pk, is_live, expired, withdrawn, because in pages:
        last = minutes[pk].last if pk in minutes else None
        if is_live:
            yield from _problems_of_public(pk, last, withdrawn)
        elif last and last.kind == RecordKind.WITHDRAWN:
            yield from _problems_of_withdrawn(pk, last, withdrawn, because)
        elif withdrawn:
            words = f"Minutes {pk}: they say that they were withdrawn, but that is not on record."
            yield problem("withdrawal_not_on_record", pk, words)
        elif last and not expired:
            words = f"Minutes {pk}: no longer public, but no withdrawal is on record."
            yield problem("gone_without_withdrawal", pk, words)
    yield from _changed([pk for pk, is_live, *_ in pages if is_live and pk in minutes], minutes)


def _changed(live: list[int], minutes: dict[Any, chain.Known]) -> Iterator[Problem]:
    for start in range(0, len(live), BATCH):
        for pk, content in contents_of(live[start : start + BATCH]).items():
            yield from _differences(pk, content, minutes[pk])


def _differences(pk: int, content: dict[str, Any], known: chain.Known) -> Iterator[Problem]:
    last, around = known.last, content[chain.AROUND]
    if last and (differing := chain.differing_parts(content, last.content)):
        words = f"Minutes {pk}: not as they are on record ({', '.join(differing)})."
        yield problem("minutes_differ", pk, words, chain.parts_compared(content))
    if known.around is None or around is None:
        return
    if differing := chain.differing_around(known.around, around):
        words = f"Minutes {pk}: what is around them is not on record ({', '.join(differing)})."
        if "closed_by" in differing:
            seen = "hidden from strangers" if around["closed_by"] else "public for all"
            words = words.replace("not on record", f"not on record: they are {seen}")
        yield problem("around_differs", pk, words, around)


def _problems_of_withdrawn(
    pk: int, last: chain.TrailLine, withdrawn: str | None, because: str
) -> Iterator[Problem]:
    if (withdrawn, because) != (day_of(last.at), last.reason):
        words = f"Minutes {pk}: the page does not say about the withdrawal what is on record."
        yield problem("withdrawal_differs", pk, words, [withdrawn, because])


def _problems_of_public(
    pk: int, last: chain.TrailLine | None, withdrawn: str | None
) -> Iterator[Problem]:
    if last is None:
        yield problem("not_on_record", pk, f"Minutes {pk}: public, but not on record.")
    elif last.kind == RecordKind.WITHDRAWN or withdrawn:
        yield problem("still_public", pk, f"Minutes {pk}: withdrawn, but still public.")


def last_check() -> TrailCheck | None:
    return TrailCheck.objects.order_by("-at", "-pk").first()


@dataclass(frozen=True)
class CheckView:
    """The last check for its readers: new problems, those known before with the day, and those
    into which somebody looked. At most so many of each as were asked for."""

    check: TrailCheck | None
    new: list[str]
    known: list[tuple[str, datetime]]
    settled: list[tuple[str, SettledProblem]]
    open_count: int

    @property
    def unsettled(self) -> list[str]:
        return [*self.new, *(words for words, _ in self.known)]

    @property
    def more(self) -> int:
        return self.open_count - len(self.unsettled)


def check_view(*, shown: int) -> CheckView:
    """Three queries."""
    check = last_check()
    found, told = problems_found(check), settled_problems()
    unsettled = [one for one in found if one.key not in told]
    new = [one.words for one in unsettled if check and one.since >= check.at]
    known = [(one.words, one.since) for one in unsettled if check and one.since < check.at]
    settled = [(one.words, told[one.key]) for one in found if one.key in told]
    return CheckView(check, new[:shown], known[:shown], settled, len(unsettled))


def would_change(minutes: MinutesPage, draft: MinutesPage) -> bool:
    """Whether publishing ``draft`` would change what is on record of public minutes in a way
    that asks for a reason: approving needs none, and so does the first publication."""
    last = MinutesRecord.objects.versions().filter(minutes=minutes).order_by("-version").first()
    if last is None:
        return False
    if last.kind == RecordKind.WITHDRAWN:
        return True
    content = draft_content(draft, last.content)
    if content["status"] == "approved" and last.content["status"] != "approved":
        return False
    return bool(chain.differing_parts(content, last.content))


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
        "items": chain.plain_items(chain.read_json(items)),
    }


def last_record(minutes: MinutesPage) -> MinutesRecord | None:
    """The last version of the minutes."""
    return MinutesRecord.objects.versions().filter(minutes=minutes).order_by("-version").first()
