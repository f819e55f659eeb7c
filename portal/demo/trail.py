"""The trail of the demonstration's minutes: published, approved, one corrected, one withdrawn."""

import json
from datetime import datetime, timedelta

from boards.enums import MinutesStatus, RecordKind
from boards.models import MinutesPage
from boards.selectors.contents import contents_of
from boards.services import withdraw_minutes
from boards.services.trail import Entry, add_lines, put_progress_on_record
from portal.demo import content as texts
from portal.demo.building import BuiltBoard
from portal.demo.calendar import CORRECTED_AFTER
from portal.demo.content import EasyText

APPROVED_UNDER = 2  # the item by which these boards approve minutes
CORRECTED = "carers"
WITHDRAWN = "over-fifties"
WITHDRAWN_AFTER = timedelta(days=120)
SECRETARY = "Brackenford secretary"
LEFT_OUT = "{name} was there, and was missing from the list."
WRONG_WORDS = "The minutes said “{was}”. It is “{became}”."
NAMED = (
    "They named a neighbour who had not agreed to be named. We will publish them again without "
    "the name."
)


def add_trail(boards: dict[str, BuiltBoard], *, now: datetime) -> int:
    """Put all public minutes on record as it would have happened. Returns how many lines."""
    MinutesPage.objects.filter(status=MinutesStatus.APPROVED).update(approved_item=APPROVED_UNDER)
    corrected = boards[CORRECTED].meetings[-3].minutes
    reworded = _reworded(boards)
    pages = list(
        MinutesPage.objects.live()
        .filter(records__isnull=True)
        .values_list("pk", "first_published_at", "approved_published_at")
    )
    contents = contents_of([pk for pk, *_ in pages])
    entries: list[Entry] = []
    for pk, published, approved in pages:
        entries += _history(
            pk,
            contents[pk],
            published or now,
            approved,
            is_corrected=corrected is not None and pk == corrected.pk,
            reworded=reworded.get(pk),
        )
    lines = add_lines(entries=sorted(entries, key=lambda entry: entry.at))
    withdrawn = boards[WITHDRAWN].meetings[0].minutes
    if withdrawn is not None and withdrawn.live:
        moment = boards[WITHDRAWN].meetings[0].page.ends_at + WITHDRAWN_AFTER
        withdraw_minutes(minutes=withdrawn, reason=NAMED, withdrawn_by=None, now=min(moment, now))
        lines += 1
    return lines + put_progress_on_record(now=now)


def _reworded(boards: dict[str, BuiltBoard]) -> dict[int, EasyText]:
    """The minutes that say something else now than when their easy read was made."""
    found = {}
    for text in texts.easy_reads():
        one = boards[text.board].meeting(text.meeting)
        if text.was and one is not None and one.minutes is not None:
            found[one.minutes.pk] = text
    return found


def _history(
    pk: int,
    content: dict[str, object],
    published: datetime,
    approved: datetime | None,
    *,
    is_corrected: bool,
    reworded: EasyText | None,
) -> list[Entry]:
    """What happened to one meeting's minutes, ending with what they are now."""
    draft = content | {"status": str(MinutesStatus.DRAFT), "approved": None, "corrections": ""}
    people = content["attendance"]
    entries = [Entry(pk, RecordKind.PUBLISHED, published, draft, by=SECRETARY)]
    if is_corrected and isinstance(people, list) and people:
        first = draft | {"attendance": people[1:]}
        entries = _corrected(pk, published, first, draft, LEFT_OUT.format(name=people[0]["name"]))
    if reworded is not None:
        first = json.loads(json.dumps(draft).replace(reworded.became, reworded.was))
        reason = WRONG_WORDS.format(was=reworded.was, became=reworded.became)
        entries = _corrected(pk, published, first, draft, reason)
    if content["status"] == MinutesStatus.APPROVED:
        moment = max(approved or published, entries[-1].at)
        entries.append(Entry(pk, RecordKind.APPROVED, moment, content, by=SECRETARY))
    return entries


def _corrected(
    pk: int, published: datetime, first: dict[str, object], then: dict[str, object], reason: str
) -> list[Entry]:
    moment = published + CORRECTED_AFTER
    return [
        Entry(pk, RecordKind.PUBLISHED, published, first, by=SECRETARY),
        Entry(pk, RecordKind.CORRECTED, moment, then, by=SECRETARY, reason=reason),
    ]
