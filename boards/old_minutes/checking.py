"""What is wrong with a manifest, found before anything is brought in."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import PurePosixPath

from boards.old_minutes.manifest import NAME, Row
from easyread.directions import without_turns

KINDS = (".docx", ".odt", ".doc")
FIRST_YEAR = 1970
LONGEST_NAME = 300  # characters of a file's name
LONGEST_PLACE = 255
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*(am|pm)?", re.IGNORECASE)
_STATUSES = {"": False, "draft": False, "approved": True}


@dataclass(frozen=True)
class ArchiveLine:
    """A line that was checked: what is to be brought in, or in `problem` why it cannot be."""

    position: int
    file: str
    board: int | None = None
    held_on: date | None = None
    starts: time | None = None
    place: str = ""
    is_approved: bool = False
    sha256: str = ""
    problem: str = ""


def check_lines(
    rows: list[Row], *, files: Mapping[str, str], boards: Mapping[str, int], today: date
) -> list[ArchiveLine]:
    """All lines with all their problems, then one line for each file that no line names.

    `files` are the names in the folder with their SHA-256, `boards` the boards' keys by every
    title and slug.
    """
    known = {name.casefold(): key for name, key in boards.items()}
    stored = {same_name(name): name for name in files}
    lines = [
        _line(row, files, stored=stored, known=known, boards=list(boards), today=today)
        for row in rows
    ]
    lines = list(_without_doubles(lines))
    named = {line.file for line in lines}
    strangers = sorted(name for name in files if name not in named and name != NAME)
    return lines + [
        ArchiveLine(position, name[:LONGEST_NAME], problem=f"{NAME} does not name this file.")
        for position, name in enumerate(strangers, start=len(lines) + 1)
    ]


def same_name(name: str) -> str:
    """What two ways to write one name have in common: é may be one sign or two, and programs
    keep capitals or not."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _line(
    row: Row,
    files: Mapping[str, str],
    *,
    stored: Mapping[str, str],
    known: Mapping[str, int],
    boards: list[str],
    today: date,
) -> ArchiveLine:
    problems: list[str] = []
    name = row.file.replace("\\", "/").removeprefix("./")
    if name not in files:
        name = stored.get(same_name(name), name)
    held_on = _day(row.date, today, problems)
    line = ArchiveLine(
        position=row.position,
        file=name[:LONGEST_NAME] or "(no file named)",
        board=known.get(row.board.casefold()),
        held_on=held_on,
        starts=_time(row.starts, problems),
        place=without_turns(row.place)[:LONGEST_PLACE],
        is_approved=_STATUSES.get(row.status.casefold(), False),
        sha256=files.get(name, ""),
    )
    if line.board is None:
        problems.append(_no_board(row.board, boards))
    if row.status.casefold() not in _STATUSES:
        problems.append(f"The status “{row.status[:40]}” is neither draft nor approved.")
    problems.extend(_about_file(name, files))
    return replace(line, problem=" ".join(problems))


def _about_file(name: str, files: Mapping[str, str]) -> Iterator[str]:
    if not name:
        yield "No file is named."
    elif PurePosixPath(name).suffix.lower() not in KINDS:
        yield "Only .docx, .odt and .doc files can be read."
    elif name not in files:
        near = difflib.get_close_matches(name, files, n=1, cutoff=0.7)
        yield "This file is not in the folder." + (f" Do you mean “{near[0]}”?" if near else "")


def _no_board(words: str, boards: list[str]) -> str:
    if not words:
        return "No board is named."
    lowered = {name.casefold(): name for name in boards}
    near = difflib.get_close_matches(words.casefold(), lowered, n=1, cutoff=0.6)
    hint = f" Do you mean “{lowered[near[0]]}”?" if near else ""
    return f"There is no board “{words[:100]}”.{hint}"


def _day(words: str, today: date, problems: list[str]) -> date | None:
    day = _read_day(words)
    if not words:
        problems.append("No date is given.")
    elif day is None:
        problems.append(f"“{words[:40]}” is no date. Write it like 2019-03-12 or 12/03/2019.")
    elif day > today:
        problems.append(f"The date {words[:40]} is in the future.")
    elif day.year < FIRST_YEAR:
        problems.append(f"The date {words[:40]} is too long ago. Is the year right?")
    else:
        return day
    return None


def _read_day(words: str) -> date | None:
    day = re.sub(r"[T ]00:00(:00)?$", "", words)
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(day, form).date()
    return None


def _time(words: str, problems: list[str]) -> time | None:
    if not words:
        return None
    found = _CLOCK.fullmatch(words.replace(" ", ""))
    if found:
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 99
        if hour < 24 and minute < 60:
            return time(hour, minute)
    problems.append(f"“{words[:40]}” is no time. Write it like 14:00 or 2pm.")
    return None


def _without_doubles(lines: list[ArchiveLine]) -> Iterator[ArchiveLine]:
    """Each line, with what it repeats of an earlier one as its problem."""
    meetings: dict[tuple[int, date], int] = {}
    names: dict[str, int] = {}
    contents: dict[str, int] = {}
    for line in lines:
        words = []
        if line.file in names:
            words.append(f"Line {names[line.file]} names the same file.")
        elif line.sha256 and line.sha256 in contents:
            words.append(f"Its content is the same as that of line {contents[line.sha256]}.")
        if line.board is not None and line.held_on is not None:
            meeting = (line.board, line.held_on)
            if meeting in meetings:
                words.append(f"Line {meetings[meeting]} is about the same board and day.")
            meetings.setdefault(meeting, line.position)
        names.setdefault(line.file, line.position)
        contents.setdefault(line.sha256, line.position)
        yield replace(line, problem=" ".join(filter(None, [line.problem, *words])))
