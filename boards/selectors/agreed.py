"""Decisions and actions: whether their rows are what the minutes say, and how far actions are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast

from boards.enums import UNFINISHED, ActionState
from boards.models import ActionPoint, ActionUpdate, BoardPage, Decision
from boards.rules import chain
from boards.rules.chain import Problem, problem

BATCH = 400
OF_BOTH = ("pk", "minutes_id", "key", "board_id", "position", "item_title", "text", "is_withdrawn")
OF_ACTIONS = ("meeting_id", "item_position", "owner", "due", "due_words", "agreed", "late", "state")


@dataclass(frozen=True)
class Progress:
    """How far an action is: ``told`` is the digest of what readers see of it. ``is_new`` as long
    as nobody said anything."""

    minutes: int
    is_new: bool
    told: str


def progress_of(actions: list[int] | None = None) -> dict[int, Progress]:
    """Of these actions, or of all; two queries."""
    points, updates = ActionPoint.objects.all(), ActionUpdate.objects.all()
    if actions is not None:
        points, updates = points.filter(pk__in=actions), updates.filter(action__in=actions)
    said = (
        updates.annotate(at_text=Cast("at", TextField()))
        .order_by("action_id", "pk")
        .values_list("action_id", "at_text", "by_owner", "state", "note")
    )
    histories = {
        action: chain.digest_of([[chain.stamp(at), *told] for _, at, *told in updates])
        for action, updates in groupby(said.iterator(chunk_size=BATCH), key=itemgetter(0))
    }
    rows = points.annotate(closed=Cast("closed_on", TextField())).order_by("pk")
    columns = rows.values_list("pk", "minutes_id", "state", "outcome", "closed")
    found = {}
    for pk, minutes, *now in columns.iterator(chunk_size=BATCH):
        is_new = now == [ActionState.OPEN, "", None] and pk not in histories
        found[pk] = Progress(minutes, is_new, chain.digest_of([*now, histories.get(pk, "")]))
    return found


def progress_problems(on_record: dict[Any, Any], *, is_begun: bool) -> Iterator[Problem]:
    """Where what is said of an action is not what its last line seals. ``is_begun`` once all that
    was said before there were such lines has been put on record."""
    found = progress_of()
    for pk, progress in found.items():
        is_held = pk in on_record or (is_begun and not progress.is_new)
        if is_held and on_record.get(pk) != progress.told:
            words = f"Action {pk}: how far it is, and what was said of it, is not on record."
            yield problem("progress_not_on_record", pk, words, progress.told)
    for pk in sorted(set(on_record) - set(found)):
        yield problem("action_gone", pk, f"Action {pk}: it is on record, but it is gone.")


def row_problems(minutes: dict[Any, chain.Known], live: set[int]) -> Iterator[Problem]:
    """Where decisions and actions of public minutes are not what the last version says.

    What the text no longer holds keeps the words of the last version that held it. Three queries.
    """
    days = dict(BoardPage.objects.live().values_list("pk", "action_days"))
    seen: dict[int, set[str]] = {pk: set() for pk in live}
    for what, row in _rows():
        known = minutes.get(row["minutes_id"])
        if row["minutes_id"] not in live or known is None or known.last is None:
            continue
        name = f"{what} {row['pk']} of minutes {row['minutes_id']}"
        key = chain.plain_key(row["key"])
        expected = _expected(known, key, row, days)
        if expected is not None:
            seen[row["minutes_id"]].add(key)
            if differing := [column for column in expected if row.get(column) != expected[column]]:
                words = f"{name}: not as the minutes have it ({', '.join(sorted(differing))})."
                found = {column: row.get(column) for column in differing}
                yield problem("row_differs", f"{what} {row['pk']}", words, found)
        elif known.is_whole or not row["is_withdrawn"]:
            words = f"{name}: the minutes do not hold it."
            yield problem("row_not_in_minutes", f"{what} {row['pk']}", words, row["text"])
    for pk in sorted(live & set(minutes)):
        if missing := set(minutes[pk].agreed) - seen[pk]:
            words = f"Minutes {pk}: decisions or actions are missing ({len(missing)})."
            yield problem("rows_missing", pk, words, sorted(missing))


def _rows() -> Iterator[tuple[str, dict[str, Any]]]:
    key = Cast("block_id", TextField())
    decisions = Decision.objects.annotate(key=key).order_by("pk").values(*OF_BOTH)
    for row in decisions.iterator(chunk_size=BATCH):
        yield "Decision", row
    as_text = {"due": "due_on", "agreed": "agreed_on", "late": "late_from"}
    casts = {name: Cast(column, TextField()) for name, column in as_text.items()}
    actions = ActionPoint.objects.annotate(key=key, **casts).order_by("pk")
    for row in actions.values(*OF_BOTH, *OF_ACTIONS).iterator(chunk_size=BATCH):
        yield "Action", row | {column: row[name] for name, column in as_text.items()}


def _expected(
    known: chain.Known, key: str, row: dict[str, Any], days: dict[int, int]
) -> dict[str, Any] | None:
    """The columns that the row must have; None for what no version holds."""
    if key not in known.agreed or known.last is None:
        return None
    expected = known.agreed[key] | {"is_withdrawn": key not in known.current}
    if expected["is_withdrawn"] or not isinstance(known.last.content, dict):
        return expected
    board, meeting = (known.last.content.get(name) or {} for name in ("board", "meeting"))
    expected["board_id"] = board.get("id")
    if "meeting_id" in row:
        expected |= {"meeting_id": meeting.get("id"), "agreed_on": meeting.get("day")}
        if late := _late_from(expected, row["state"], days.get(expected["board_id"])):
            expected["late_from"] = late
    return expected


def _late_from(expected: dict[str, Any], state: str, days: int | None) -> str | None:
    """None where it cannot be told: of a finished action, by a rule that was in force then."""
    try:
        if expected.get("due_on"):
            return (date.fromisoformat(expected["due_on"]) + timedelta(days=1)).isoformat()
        if state in UNFINISHED and days is not None:
            agreed = date.fromisoformat(expected["agreed_on"])
            return (agreed + timedelta(days=days + 1)).isoformat()
    except (TypeError, ValueError):
        pass
    return None
