"""What each part of a document is, decided before the minutes are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .attendance import Attendance, read_attendance
from .characters import words_of
from .headings import choose_headings, front_matter, is_closing_item
from .labels import is_action_list_heading
from .lines import Line
from .own_labels import with_known_labels
from .people import Roster
from .series import headings_of_series
from .signs import tabs_before_owners
from .speakers import add_speakers
from .tables import ActionList, Element
from .titles import Heading


@dataclass
class Plan:
    """What each element of the stream is, decided before the items are built."""

    elements: list[Element]
    headings: dict[int, Heading]
    attendance: Attendance
    front: set[int]
    end: int
    roster: Roster

    @property
    def first(self) -> int:
        """The index of the first heading, or the end when there is none."""
        return min(self.headings, default=self.end)


def planned(elements: list[Element]) -> Plan:
    lines = [(at, one) for at, one in enumerate(elements) if isinstance(one, Line)]
    front = front_matter(lines)
    known = choose_headings(lines, set())
    series, bare = headings_of_series(lines, known, set())
    guess = sorted(series or known)
    limit = guess[2] if len(guess) > 2 else len(elements)
    top = [(at, line) for at, line in lines if at < limit and at not in series.keys() | bare]
    attendance = _attendance_of(top)
    if not attendance.present and not attendance.apologies:
        attendance = _attendance_at_end(lines) or attendance
    roster = attendance.roster
    add_speakers(roster, [line.flat for _, line in lines if not line.is_endless])
    tabs = tabs_before_owners(lines, roster)
    lines = [(at, tabs.get(at, line)) for at, line in lines]
    labels = with_known_labels(
        [one for one in lines if one[0] not in bare and one[0] not in attendance.used],
        roster,
        series,
    )
    elements = [
        Line(()) if at in bare else labels.get(at, tabs.get(at, one))
        for at, one in enumerate(elements)
    ]
    lines = [(at, one) for at, one in enumerate(elements) if isinstance(one, Line)]
    headings = choose_headings(lines, attendance.used | bare, series)
    if series:
        front = {at for at in front if at < min(series)}
    _drop_headings_of_people(headings, lines, attendance.used)
    _drop_planned_agenda(headings, elements)
    end = _end_of_minutes(elements, headings)
    headings = {at: one for at, one in headings.items() if at < end}
    return Plan(elements, headings, attendance, front, end, roster)


def _attendance_of(lines: Sequence[tuple[int, Line]]) -> Attendance:
    """The attendance in some lines of the stream, with `used` as indices of the stream."""
    found = read_attendance([line for _, line in lines])
    found.used = {lines[at][0] for at in found.used}
    return found


def _attendance_at_end(lines: Sequence[tuple[int, Line]]) -> Attendance | None:
    for start, (_, line) in enumerate(lines):
        if re.fullmatch(
            r"(?:present|attendees|attendance|in attendance|those present)\s*:?.*", line.flat, re.I
        ):
            found = _attendance_of(lines[start : start + 120])
            if len(found.present) >= 2:
                return found
    return None


def _drop_headings_of_people(
    headings: dict[int, Heading], lines: Sequence[tuple[int, Line]], used: set[int]
) -> None:
    """A heading over nothing but the attendance is no item when its number comes again."""
    order = sorted(headings)
    for at, following in pairwise(order):
        inside = [index for index, line in lines if at < index < following and line.text]
        if inside and all(index in used for index in inside):
            number = headings[at].number
            if not number or any(headings[other].number == number for other in order if other > at):
                del headings[at]


def _drop_planned_agenda(headings: dict[int, Heading], elements: Sequence[Element]) -> None:
    """A list of titles before the minutes, each of which comes again, is the planned agenda."""
    order = sorted(headings)
    words = {at: words_of(headings[at].title) for at in order}
    for at, following in pairwise(order):
        between = [
            one for one in elements[at + 1 : following] if not isinstance(one, Line) or one.text
        ]
        again = any(words[other] == words[at] for other in order if other > at)
        if again and not between and headings[at].rest is None:
            del headings[at]


def _appended(elements: Sequence[Element], headings: dict[int, Heading]) -> int | None:
    """Where a paper begins that was appended: numbers start again after the last usual item."""
    order = sorted(headings)
    for before, at in pairwise(order):
        count = sum(other < at for other in order)
        if count < 3 or headings[at].number != "1" or not is_closing_item(headings[before].title):
            continue
        lists = [index for index in range(before + 1, at) if _is_action_list(elements[index])]
        between = range(max(lists, default=before) + 1, at)
        return next((index for index in between if _stands_out(elements[index])), at)
    return None


def _is_action_list(element: Element) -> bool:
    return isinstance(element, ActionList) or (
        isinstance(element, Line) and is_action_list_heading(element.flat)
    )


def _stands_out(element: Element) -> bool:
    return (
        isinstance(element, Line)
        and bool(element.text)
        and (element.emphasised or element.level > 0)
    )


def _end_of_minutes(elements: Sequence[Element], headings: dict[int, Heading]) -> int:
    """Where the minutes end: before a paper appended after the items or the list of actions."""
    appended = _appended(elements, headings)
    if appended is not None:
        return appended
    lists = [
        at
        for at, one in enumerate(elements)
        if isinstance(one, ActionList) and sum(index < at for index in headings) >= 3
    ]
    for at in lists[-1:]:
        before = [headings[index].number for index in headings if index < at]
        after = [index for index in sorted(headings) if index > at]
        highest = max((int(re.sub(r"\D", "", one) or 0) for one in before), default=0)
        for index in after:
            number = int(re.sub(r"\D", "", headings[index].number) or 0)
            if highest and 0 < number <= highest:
                return _next_text(elements, at)
        if not after and _is_long(elements[at + 1 :]):
            return _next_text(elements, at)
    return len(elements)


def _next_text(elements: Sequence[Element], at: int) -> int:
    return next(
        (
            index
            for index in range(at + 1, len(elements))
            if not isinstance(one := elements[index], Line)
            or (one.text and not re.search(r"next meeting", one.flat, re.IGNORECASE))
        ),
        len(elements),
    )


def _is_long(rest: Sequence[Element]) -> bool:
    texts = [one for one in rest if isinstance(one, Line) and one.text]
    return sum(len(line.flat.split()) for line in texts) > 120 and any(
        line.emphasised or line.level for line in texts
    )
