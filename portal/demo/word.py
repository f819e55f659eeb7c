"""Minutes of the demonstration that came as Word files, through the portal's own reader."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

from boards.enums import ActionState
from boards.models import ActionPoint, BoardPage, MeetingPage, MinutesPage
from boards.rules.dates import short_date
from boards.services import fill_minutes_from_word, publish_minutes, report_progress
from boards.word_reader import read_word
from easyread.publishing import Publication
from portal.demo import content
from portal.demo.building import BuiltBoard
from portal.demo.calendar import MINUTES_AFTER

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
        reading = read_word(FOLDER / name)
        if reading.held_on is None or reading.held_on >= timezone.localdate(now):
            continue
        meeting = _meeting(boards[slug].page, reading.held_on, reading.starts_at)
        minutes = fill_minutes_from_word(meeting=meeting, reading=reading, filled_by=None)
        published = min(meeting.starts_at + MINUTES_AFTER, now)
        publish_minutes(Publication(minutes.get_latest_revision(), now=published))
        MinutesPage.objects.filter(pk=minutes.pk).update(first_published_at=published)
        _tell_outcomes(meeting, now)
        brought += 1
    return brought


def _tell_outcomes(meeting: MeetingPage, now: datetime) -> None:
    """Report through the portal's own service what became of the meeting's actions."""
    for text in content.word_outcomes():
        action = ActionPoint.objects.filter(
            meeting=meeting, text__startswith=text["begins"]
        ).first()
        reported = meeting.starts_at + timedelta(days=text["days"])
        if action is not None and reported < now:
            report_progress(
                action=action,
                state=ActionState.DONE,
                note="",
                outcome=text["outcome"],
                reported_by=None,
                now=reported,
            )


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
