"""Planning meetings and starting their minutes."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from boards.dates import short_date
from boards.enums import ItemPurpose
from boards.models import AgendaPage, Attendance, BoardPage, MeetingPage, MinutesPage

STANDING_OPENING = (
    ("Welcome and apologies", ItemPurpose.KNOW, 5),
    ("Minutes of the last meeting", ItemPurpose.DECIDE, 5),
    ("Matters arising", ItemPurpose.DISCUSS, 15),
)
STANDING_END = (
    ("Any other business", ItemPurpose.DISCUSS, 10),
    ("Date of the next meeting", ItemPurpose.KNOW, 5),
)


class MeetingAlreadyPlanned(Exception):
    """The board already has a meeting on that day."""


class MinutesAlreadyStarted(Exception):
    """The meeting already has minutes."""


def agenda_item(title: str, purpose: str, minutes: int | None, **more: Any) -> dict[str, Any]:
    """A block of an agenda as it is stored."""
    value: dict[str, Any] = {
        "title": title,
        "purpose": purpose,
        "presenter": "",
        "minutes": minutes,
        "summary": "",
        "money": "",
        "topics": "",
        "papers": [],
    }
    return {"type": "item", "id": str(uuid.uuid4()), "value": value | more}


def minute_item(title: str, content: list[dict[str, Any]], topics: str = "") -> dict[str, Any]:
    """A block of minutes as it is stored; ``content`` holds its text, decisions and actions."""
    value = {"title": title, "topics": topics, "content": content}
    return {"type": "item", "id": str(uuid.uuid4()), "value": value}


@transaction.atomic
def plan_meeting(
    *,
    board: BoardPage,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    access: str,
    how_to_join: str,
    planned_by: Any,
) -> MeetingPage:
    """Make a public meeting and, as a draft, its agenda with the standing items."""
    day = timezone.localdate(starts_at)
    meetings = MeetingPage.objects.child_of(board)
    if meetings.filter(starts_at__date=day).exists():
        raise MeetingAlreadyPlanned(f"There is already a meeting on {short_date(day)}.")
    slug = day.isoformat()
    while meetings.filter(slug=slug).exists():  # of a meeting that was moved to another day
        slug += "-new"
    title = f"{board.title[:200]}, {short_date(day)}"
    meeting = MeetingPage(
        title=title,
        slug=slug,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        access=access,
        how_to_join=how_to_join,
        owner=planned_by,
        live=False,
    )
    board.add_child(instance=meeting)
    meeting.save_revision(user=planned_by).publish(user=planned_by)
    meeting.refresh_from_db()
    agenda = AgendaPage(
        title=f"Agenda, {title}",
        slug="agenda",
        owner=planned_by,
        live=False,
        items=[agenda_item(*item) for item in (*STANDING_OPENING, *STANDING_END)],
    )
    meeting.add_child(instance=agenda)
    agenda.save_revision(user=planned_by)
    return meeting


@transaction.atomic
def start_minutes(*, meeting: MeetingPage, started_by: Any) -> MinutesPage:
    """Make draft minutes: items from the agenda, attendance from the membership."""
    if MinutesPage.objects.child_of(meeting).exists():
        raise MinutesAlreadyStarted("This meeting already has minutes.")
    board = BoardPage.objects.parent_of(meeting).get()
    agenda = AgendaPage.objects.child_of(meeting).first()
    planned = agenda.get_latest_revision_as_object().items if agenda else []
    minutes = MinutesPage(
        title=f"Minutes, {meeting.title}",
        slug="minutes",
        owner=started_by,
        live=False,
        items=[
            minute_item(item.value["title"], [], item.value.get("topics") or "") for item in planned
        ],
    )
    minutes.attendance = [
        Attendance(
            name=member.name,
            role=member.job or member.get_role_display(),
            is_citizen=member.is_citizen,
            sort_order=order,
        )
        for order, member in enumerate(board.members.order_by("sort_order", "pk"))
    ]
    meeting.add_child(instance=minutes)
    minutes.save_revision(user=started_by)
    return minutes
