"""What each part of a document is, decided before the minutes are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .attendance import Attendance, read_attendance
from .characters import words_of
from .headings import choose_headings, front_matter
from .lines import Line
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

    @property
    def first(self) -> int:
        """The index of the first heading, or the end when there is none."""
        return min(self.headings, default=self.end)


def planned(elements: list[Element]) -> Plan:
    lines = [(at, one) for at, one in enumerate(elements) if isinstance(one, Line)]
    front = front_matter(lines)
    guess = sorted(choose_headings(lines, set()))
    limit = guess[2] if len(guess) > 2 else len(elements)
    top = [(at, line) for at, line in lines if at < limit]
    attendance = _attendance_of(top)
    if not attendance.present and not attendance.apologies:
        attendance = _attendance_at_end(lines) or attendance
    headings = choose_headings(lines, attendance.used)
    _drop_headings_of_people(headings, lines, attendance.used)
    _drop_planned_agenda(headings, elements)
    end = _end_of_minutes(elements, headings)
    headings = {at: one for at, one in headings.items() if at < end}
    return Plan(elements, headings, attendance, front, end)


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


def _end_of_minutes(elements: Sequence[Element], headings: dict[int, Heading]) -> int:
    """Where the minutes end: before a paper appended after the list of actions."""
    lists = [
        at for at, one in enumerate(elements)
        if isinstance(one, ActionList) and sum(index < at for index in headings) >= 3
    ]  # fmt: skip
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
