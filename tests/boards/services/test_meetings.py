"""From a date to a public meeting, and from a meeting to its minutes."""

from datetime import datetime, timedelta

import pytest

from boards.enums import MeetingStatus, Presence
from boards.models import AgendaPage, Attendance, BoardPage, MeetingPage, MinutesPage
from boards.services import (
    MeetingAlreadyPlanned,
    MinutesAlreadyStarted,
    plan_meeting,
    start_minutes,
)
from boards.services.stored_blocks import agenda_item
from portal.users.models import User
from tests.borough import make_agenda

STANDING = [
    "Welcome and apologies",
    "Minutes of the last meeting",
    "Matters arising",
    "Any other business",
    "Date of the next meeting",
]


def plan(board: BoardPage, starts_at: datetime, by: User | None = None) -> MeetingPage:
    return plan_meeting(
        board=board,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Moss Lane Centre",
        access="Step-free way in",
        how_to_join="Just come",
        planned_by=by,
    )


def titles(page: AgendaPage | MinutesPage) -> list[str]:
    return [item.value["title"] for item in page.get_latest_revision_as_object().items]


def test_a_planned_meeting_is_public_and_its_agenda_is_a_draft(
    carers_board: BoardPage, co_chair: User, now: datetime
) -> None:
    meeting = plan(carers_board, now + timedelta(days=20), co_chair)
    assert meeting.live
    assert meeting.title == "Carers Partnership Board, 6 May 2026"
    assert (meeting.slug, meeting.owner) == ("2026-05-06", co_chair)
    agenda = AgendaPage.objects.child_of(meeting).get()
    assert not agenda.live
    assert titles(agenda) == STANDING
    assert agenda.get_latest_revision().user == co_chair


def test_a_second_meeting_on_the_same_day_is_refused(
    carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    plan(carers_board, now + timedelta(days=20))
    with pytest.raises(MeetingAlreadyPlanned, match="already a meeting on 6 May 2026"):
        plan(carers_board, now + timedelta(days=20, hours=4))
    plan(autism_board, now + timedelta(days=20))
    plan(carers_board, now + timedelta(days=21))
    assert MeetingPage.objects.count() == 3


def test_a_cancelled_meeting_leaves_its_day_to_another(
    carers_board: BoardPage, now: datetime
) -> None:
    cancelled = plan(carers_board, now + timedelta(days=20))
    cancelled.status, cancelled.status_reason = MeetingStatus.CANCELLED, "Snow"
    cancelled.save()
    assert plan(carers_board, now + timedelta(days=20)).slug == "2026-05-06-new"


def test_the_day_of_a_meeting_is_that_of_london(carers_board: BoardPage) -> None:
    just_past_midnight = datetime.fromisoformat("2026-07-01T23:30:00+00:00")
    assert plan(carers_board, just_past_midnight).slug == "2026-07-02"


def test_minutes_start_from_the_agenda_and_the_membership(
    held_meeting: MeetingPage, co_chair: User
) -> None:
    make_agenda(held_meeting, "Buses", "Breaks")
    minutes = start_minutes(meeting=held_meeting, started_by=co_chair)
    assert not minutes.live
    assert titles(minutes) == ["Buses", "Breaks"]
    people = Attendance.objects.filter(minutes=minutes).order_by("sort_order")
    assert [(one.name, one.role, one.is_citizen) for one in people] == [
        ("Ola Penn", "Head of Care", False),
        ("Mo Vale", "Co-chair (citizen)", True),
        ("Sy Reed", "Secretary", True),
    ]
    assert {one.presence for one in people} == {Presence.PRESENT}


def test_minutes_start_from_an_agenda_that_is_only_a_draft(
    held_meeting: MeetingPage,
) -> None:
    agenda = AgendaPage(title="Agenda", slug="agenda", live=False)
    held_meeting.add_child(instance=agenda)
    agenda.items = [agenda_item("Buses", "know", 5, topics="transport")]
    agenda.save_revision()
    minutes = start_minutes(meeting=held_meeting, started_by=None)
    assert titles(minutes) == ["Buses"]
    assert minutes.get_latest_revision_as_object().items[0].value["topics"] == "transport"


def test_minutes_start_empty_where_there_is_no_agenda(held_meeting: MeetingPage) -> None:
    minutes = start_minutes(meeting=held_meeting, started_by=None)
    assert titles(minutes) == []
    assert minutes.attendance.count() == 3


def test_minutes_are_started_once(held_meeting: MeetingPage) -> None:
    start_minutes(meeting=held_meeting, started_by=None)
    with pytest.raises(MinutesAlreadyStarted, match="already has minutes"):
        start_minutes(meeting=held_meeting, started_by=None)
    assert MinutesPage.objects.count() == 1
