"""Minutes of the demonstration that came as Word files, through the portal's own reader."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

from boards.dates import short_date
from boards.imports import read_word
from boards.models import BoardPage, MeetingPage
from boards.services import fill_minutes_from_word
from portal.demo.building import BuiltBoard

FOLDER = Path(__file__).resolve().parent / "documents"
FILES = {
    "carers": "carers-minutes.docx",
    "mental-health": "mental-health-minutes.docx",
    "autism": "autism-minutes.docx",
}


def bring_in_word_minutes(boards: dict[str, BuiltBoard], *, now: datetime) -> int:
    """Read each Word file into the minutes of an extra meeting on the day that it names."""
    brought = 0
    for slug, name in FILES.items():
        if not (FOLDER / name).exists():
            continue
        reading = read_word(FOLDER / name)
        if reading.held_on is None or reading.held_on >= timezone.localdate(now):
            continue
        meeting = _meeting(boards[slug].page, reading.held_on, reading.starts_at)
        minutes = fill_minutes_from_word(meeting=meeting, reading=reading, filled_by=None)
        revision = minutes.get_latest_revision()
        revision.publish()
        brought += 1
    return brought


def _meeting(board: BoardPage, day: date, starts: time | None) -> MeetingPage:
    starts_at = timezone.make_aware(datetime.combine(day, starts or time(14)))
    meeting = MeetingPage(
        title=f"{board.title}, {short_date(day)}",
        slug=f"{day.isoformat()}-extra",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place=board.place,
        access=board.access,
        how_to_join=board.how_to_join,
    )
    board.add_child(instance=meeting)
    return meeting
