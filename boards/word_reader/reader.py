"""Read a Word file of minutes from end to end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from .actions import Scene, action_from, is_nothing
from .attendance import Attendance
from .characters import words_of
from .closing import SAME, Listed, Placed, is_finished, likeness, merge, settle_promises
from .columns import take_cell
from .dates import FoundTimes, find_dates, find_times
from .details import Details, earlier_than_last, next_meeting, read_details
from .document import header_text, lines_of
from .due import Calendar
from .labels import is_about_old_actions, is_action_list_heading
from .lines import Line
from .minutes import Builder, OpenItem
from .opening import open_word
from .own_columns import with_known_columns
from .planning import Plan, planned
from .reading import Item, Part, Reading, TextPart
from .sources import with_sources
from .tables import ActionCell, ActionList, ListedAction, stream

_CONTACT = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}|(?<![\d-])(?:\+44\s?|0)(?:\d[\s-]?){9,10}(?!\d)",
    re.IGNORECASE,
)
_FOOTER = re.compile(r"page\s+\d+(?:\s*(?:of|/)\s*\d+)?|\d+\s*\|\s*page", re.IGNORECASE)
_CLOSED = re.compile(
    r"\bmeeting\s+(?:was\s+)?(?:then\s+)?(?:closed|ended|finished|concluded)\s+at\b", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"(?:in progress|in hand|on-?going|outstanding|carried|overdue|started|under ?way|awaiting)\b",
    re.IGNORECASE,
)
_COMPARED = 100  # sentences, to bound the time
_SIGNATURE = re.compile(
    r"(?:signed|chair[’']?s? signature|signature)\b.*|.*_{6,}.*|.*\.{12,}.*", re.IGNORECASE
)


def read_word(source: Path | BinaryIO, *, file_name: str = "") -> Reading:
    """Read the minutes in a .docx, and in a .doc or .odt on a machine that has LibreOffice.

    What the file is, its content says. `file_name` is looked at for the date only; for a path it
    defaults to the path's name. Raises UnreadableWordFile, whose words are fit for the screen, for
    anything else.
    """
    if isinstance(source, Path) and not file_name:
        file_name = source.name
    parts = open_word(source)
    lines, told = with_sources(
        [line for line in lines_of(parts) if not _FOOTER.fullmatch(line.flat)]
    )
    plan = planned(stream(with_known_columns(lines)))
    details = _details(plan, header_text(parts), file_name)
    texts = [line.flat for line in lines if line.text and not line.is_endless]
    details.times = _with_end(details.times, texts)
    calendar = Calendar(details.held_on, next_meeting(texts, details.held_on))
    builder = Builder(Scene(plan.roster, calendar), keeps_all=not plan.headings)
    old_lists = _build(plan, builder)
    _settle(builder)
    doubts = [*details.doubts, *plan.attendance.doubts]
    doubts.extend(filter(None, [earlier_than_last(texts, details.held_on)]))
    doubts.extend(_doubts_about_text(plan, builder, texts, old_lists))
    return replace(_reading(details, plan.attendance, builder, doubts), source=told)


def _with_end(times: FoundTimes, texts: Sequence[str]) -> FoundTimes:
    """The times with "The meeting closed at …" where the top says no end."""
    closed = [text[found.end() :][:40] for text in texts if (found := _CLOSED.search(text))]
    end = find_times(closed[0]).starts_at if len(closed) == 1 else None
    if times.ends_at or end is None or (times.starts_at and end <= times.starts_at):
        return times
    return replace(times, ends_at=end)


def _details(plan: Plan, header: str, file_name: str) -> Details:
    top = [one for one in plan.elements[: max(plan.first, 1)] if isinstance(one, Line)]
    if not plan.headings:
        top = top[:15]
    return read_details(
        [line for line in top if line.text and not line.is_endless][:60], header, file_name
    )


def _build(plan: Plan, builder: Builder) -> int:
    """Feed the stream to the builder; returns how many lists were read as old actions."""
    last = max(plan.headings, default=-1)
    labels = [
        at
        for at, one in enumerate(plan.elements)
        if isinstance(one, Line) and is_action_list_heading(one.flat) and one.text
    ]
    lists = [at for at, one in enumerate(plan.elements) if isinstance(one, ActionList)]
    old_lists = 0
    before = ""
    for at, one in enumerate(plan.elements[: plan.end]):
        if isinstance(one, ActionCell):
            take_cell(builder, one)
        elif isinstance(one, ActionList):
            whole = (
                at < plan.first or (at > last and len(lists) == 1) or (at > last and bool(labels))
            )
            old_lists += _take_list(one, builder, before, whole_file=whole)
        elif at in plan.headings:
            heading = plan.headings[at]
            builder.start_item(heading, one.source if isinstance(one, Line) else -1)
            if heading.rest is not None:
                builder.take(heading.rest)
        elif one.text:
            before = one.flat
            alone = at in labels and (at < plan.first or (at > last and len(labels) == 1))
            whole = alone and (one.emphasised or one.level > 0 or _says_list(one))
            if _belongs(plan, at, one):
                builder.take(one, closing=whole and len(plan.headings) != 1)
    return old_lists


def _says_list(line: Line) -> bool:
    """Whether a plain line announces a list of the whole meeting rather than of one item."""
    return re.search(r"list|summary|log|sheet|table|next", line.flat, re.IGNORECASE) is not None


def _belongs(plan: Plan, at: int, line: Line) -> bool:
    """Whether a line is part of the minutes rather than of their top or their foot."""
    if at in plan.front or line.role == "people" or _SIGNATURE.fullmatch(line.flat):
        return False
    return at not in plan.attendance.used or at > plan.first


def _in_one_line(row: ListedAction) -> str:
    words = [row.ref, row.text, row.owner, row.due, row.status]
    return " – ".join(word for word in words if word)


def _says_old(heading: str, calendar: Calendar) -> bool:
    """Whether the words above a list of actions say that it is an earlier meeting's."""
    if not is_about_old_actions(heading):
        return False
    dates = [found.on for found in find_dates(heading[:300]) if found.on]
    other_day = bool(dates and calendar.held_on) and calendar.held_on not in dates
    return other_day or re.search(r"\b(?:last|previous)\b", heading, re.IGNORECASE) is not None


def _take_list(one: ActionList, builder: Builder, before: str, *, whole_file: bool) -> int:
    """A table of actions; returns 1 when it was one of an earlier meeting."""
    old_item = builder.scene.about_old_actions and not whole_file
    old_sheet = not builder.items and one.rows and all(row.status for row in one.rows)
    if one.rows and (old_item or old_sheet or _says_old(before, builder.scene.calendar)):
        for row in one.rows:
            builder.add(TextPart(_in_one_line(row), row.source))
        return 1
    held_on = builder.scene.calendar.held_on
    stages = [row.status for row in one.rows]
    news = any(not stage or re.match(r"new\b", stage, re.IGNORECASE) for stage in stages)
    for row in one.rows:
        if is_nothing(row.text) or is_finished(row):
            continue
        if news and _GOES_ON.match(row.status):
            builder.add(TextPart(_in_one_line(row), row.source))
            continue
        action = action_from(row.text, builder.scene, row.owner, row.due)
        action = replace(action, source=row.source)
        if action.due_on and held_on and action.due_on < held_on:
            builder.add(TextPart(_in_one_line(row), row.source))
            continue
        if whole_file:
            builder.listed.append(Listed(action, row.ref, row.item))
        else:
            builder.add(action, row.ref)
    return 0


def _doubts_about_text(
    plan: Plan, builder: Builder, texts: Sequence[str], old_lists: int
) -> list[str]:
    doubts: list[str] = []
    if not plan.headings:
        doubts.append("No items were found.")
    if old_lists:
        doubts.append("A list of actions was read as one of an earlier meeting and kept as text.")
    if plan.end < len(plan.elements):
        doubts.append("Another paper follows after the minutes; it was left out.")
    for text in _still_possible(builder)[:5]:
        doubts.append(f"This may be an action, but the file does not mark it: “{text[:200]}”")
    if any(_CONTACT.search(text) for text in texts):
        doubts.append("The text holds an e-mail address or a telephone number.")
    numbers = [one.number for one in plan.headings.values() if one.number]
    twice = sorted({one for one in numbers if numbers.count(one) > 1})
    if twice:
        doubts.append(f"The same number stands before more than one item: {', '.join(twice)}.")
    return doubts


def _reading(
    details: Details, attendance: Attendance, builder: Builder, doubts: list[str]
) -> Reading:
    for row in merge(builder.placed, builder.listed):
        _place_listed(row, builder)
    return Reading(
        title=details.title,
        held_on=details.held_on,
        starts_at=details.times.starts_at,
        ends_at=details.times.ends_at,
        place=details.place,
        present=tuple(one.person for one in attendance.present),
        apologies=tuple(one.person for one in attendance.apologies),
        items=tuple(Item(one.number, one.title, _parts(one), one.source) for one in builder.items),
        unplaced=_parts(builder.loose),
        doubts=tuple(dict.fromkeys(doubts)),
    )


def _settle(builder: Builder) -> None:
    """Take out the promises in running text that are actions already, or rather none."""
    again, outweighed = settle_promises(builder.placed, builder.listed)
    for one in [*again, *outweighed]:
        builder.placed.remove(one)
        builder.items[one.item].parts.remove(one)
    for one in outweighed:
        builder.possible.append((one.item, f"{one.action.owner}: {one.action.text}"))


def _still_possible(builder: Builder) -> list[str]:
    """Sentences that may be actions and did not become one through a name or a list."""
    actions = [one.action for one in builder.placed] + [one.action for one in builder.listed]
    known = [words_of(one.text) for one in actions[:_COMPARED]]
    return [
        text
        for _, text in builder.possible[:_COMPARED]
        if all(likeness(words, words_of(text)) < SAME for words in known)
    ]


def _place_listed(row: Listed, builder: Builder) -> None:
    """An action that only the list has goes to the item the list names, else to no item."""
    number = re.match(r"(?:item\s*)?(\d{1,2})\b", row.item or "", re.IGNORECASE)
    words = words_of(re.sub(r"^[\d.\s]+", "", row.item))
    matches = [
        one
        for one in builder.items
        if (number and one.number == number.group(1)) or (words and words == words_of(one.title))
    ]
    mine = words_of(row.action.text)
    said = {at for at, text in builder.possible if likeness(mine, words_of(text)) >= SAME}
    if not matches and len(said) == 1:
        matches = [builder.items[said.pop()]]
    target = matches[0] if len(matches) == 1 else builder.loose
    target.parts.append(Placed(row.action, -1))


def _parts(item: OpenItem) -> tuple[Part, ...]:
    return tuple(one.action if isinstance(one, Placed) else one for one in item.parts)
