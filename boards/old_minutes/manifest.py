"""Reading manifest.csv: one line a file. Words only; what they mean is for `checking`."""

import csv
from dataclasses import dataclass

from easyread.sent import places_of, rows_of

NAME = "manifest.csv"
MAX_BYTES = 2 * 1024 * 1024
MAX_LINES = 5_000
_COLUMNS = {
    "file": ("file", "file name", "filename", "name"),
    "board": ("board", "board name"),
    "date": ("date", "day", "meeting date", "date of meeting", "held on"),
    "status": ("status", "state"),
    "place": ("place", "venue", "where", "location"),
    "starts": ("start time", "start", "starts", "starts at", "time"),
}
_NEEDED = ("file", "board", "date")
_HOW = (
    "Its first line names the columns: file, board, date, and if you like status, place and "
    "start time."
)


class UnreadableManifest(Exception):
    """The manifest cannot be read at all; `str()` says why and what to do."""


@dataclass(frozen=True)
class Row:
    """One line as it stands in the file. `position` counts the lines after the heading from 1."""

    position: int
    file: str
    board: str
    date: str
    status: str = ""
    place: str = ""
    starts: str = ""


def read_manifest(data: bytes) -> list[Row]:
    """The lines of a manifest, empty ones left out; raises UnreadableManifest.

    Takes what spreadsheets write: commas, semicolons or tabs; UTF-8 or Windows' own characters.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableManifest("The manifest has more than 2 MB. That is no list of files.")
    try:
        lines = list(rows_of(data))
    except csv.Error as error:
        raise UnreadableManifest(f"{NAME} is no list with columns. {_HOW}") from error
    places = _places(lines[0] if lines else [])
    rows: list[Row] = []
    for line in lines[1:]:
        if any(cell.strip() for cell in line):
            rows.append(Row(len(rows) + 1, **_cells(line, places)))
    if not rows:
        raise UnreadableManifest(f"{NAME} names no file.")
    if len(rows) > MAX_LINES:
        raise UnreadableManifest(f"{NAME} names more than {MAX_LINES:,} files. Divide the folder.")
    return rows


def _places(heading: list[str]) -> dict[str, int]:
    places = places_of(heading, _COLUMNS)
    missing = [column for column in _NEEDED if column not in places]
    if missing:
        raise UnreadableManifest(f"{NAME} has no column “{'”, “'.join(missing)}”. {_HOW}")
    return places


def _cells(line: list[str], places: dict[str, int]) -> dict[str, str]:
    return {
        column: " ".join(line[at].split()) for column, at in places.items() if at < len(line)
    } | {column: "" for column in _NEEDED if places[column] >= len(line)}
