"""How the boards of the demonstration came to sign the charter, or not: event by event."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from charter.enums import ONCE_SIGNED, SignUpEventKind, SignUpState, SignWay
from charter.models import CharterVersion, SignUp
from charter.signing.services.changing import PORTAL
from charter.signing.services.keeping import happen
from charter.signing.states import LAPSES_AFTER, REMIND_BEFORE, REVIEW_AFTER
from portal.demo.building import BuiltBoard, BuiltMeeting

Kind = SignUpEventKind
ASKED_BEFORE, THINKING_SINCE = timedelta(days=40), timedelta(days=10)
NOON = time(12)


@dataclass(frozen=True)
class Event:
    """What happened, on a day, and who entered it that day."""

    kind: SignUpEventKind
    on: date
    by: str
    facts: dict[str, Any] = field(default_factory=dict)


def meeting_of(board: BuiltBoard, entry: dict[str, Any]) -> BuiltMeeting:
    """At which meeting it was agreed; the latest held one where none is told."""
    return board.meeting(entry.get("signed_meeting", 0)) or board.meetings[-2]


def sign_up(
    board: BuiltBoard, entry: dict[str, Any], version: CharterVersion, *, today: date
) -> None:
    """What happened, as far as this board went, in its order and with its days."""
    row = SignUp.objects.create(board=board.page, version=version, note=entry.get("note", ""))
    for event in _events(board, entry, today):
        entered = timezone.make_aware(datetime.combine(event.on, NOON))
        happen(row, event.kind, by=event.by, now=entered, on=event.on, **event.facts)


def _events(board: BuiltBoard, entry: dict[str, Any], today: date) -> Iterator[Event]:
    state, one = entry["state"], meeting_of(board, entry)
    people = {person.role: person.name for person in board.text.people}
    secretary, on = people["secretary"], one.day.on
    yield Event(Kind.ASKED, on - ASKED_BEFORE, secretary)
    if state == SignUpState.CONSIDERING:
        yield Event(Kind.CONSIDERING, on + THINKING_SINCE, secretary)
    if state in ONCE_SIGNED:
        citizen, officer = people["co_chair_citizen"], people["co_chair_officer"]
        yield Event(Kind.CITIZEN_SIGNED, on, citizen, {"name": citizen, "way": SignWay.LINK})
        yield Event(Kind.OFFICER_SIGNED, on, officer, {"name": officer, "way": SignWay.ACCOUNT})
        yield Event(Kind.AGREED, on, secretary, {"meeting": one.page})
    if state == SignUpState.SIGNED:
        yield from _reviews(board, on, secretary, today)
    if state == SignUpState.LAPSED:
        due = on + REVIEW_AFTER
        yield Event(Kind.REMINDED, due - REMIND_BEFORE, PORTAL)
        yield Event(Kind.LAPSED, due + LAPSES_AFTER, PORTAL)
    if state == SignUpState.WITHDRAWN:
        left = board.meeting(entry["withdrew_meeting"]) or board.meetings[-2]
        yield Event(Kind.WITHDRAWN, left.day.on, secretary, {"words": entry["words"]})


def _reviews(board: BuiltBoard, signed: date, secretary: str, today: date) -> Iterator[Event]:
    """Looked at again at the last meeting of each year; nobody had to be asked twice."""
    looked = signed
    while (due := looked + REVIEW_AFTER) - REMIND_BEFORE <= today:
        yield Event(Kind.REMINDED, due - REMIND_BEFORE, PORTAL)
        in_time = [
            one.day.on
            for one in board.meetings
            if due - REMIND_BEFORE <= one.day.on <= min(due + LAPSES_AFTER, today)
        ]
        if not in_time:
            return
        looked = in_time[0]
        yield Event(Kind.REVIEWED, looked, secretary)
