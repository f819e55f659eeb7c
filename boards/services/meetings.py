"""Planning meetings and starting their minutes."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.html import linebreaks

from boards.enums import MeetingStatus
from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from boards.models.items import key_of
from boards.rules.dates import short_date
from boards.services.attendance import people_expected
from boards.services.closing import MeetingCannotBe, check_board_meets
from boards.services.matters_arising import carried_into_minutes, standing_items
from boards.services.stored_blocks import minute_item, text_block
from easyread.accounts import Account


class MeetingAlreadyPlanned(MeetingCannotBe):
    """The board already has a meeting on that day."""


class MinutesAlreadyStarted(Exception):
    """The meeting already has minutes."""


@transaction.atomic
def plan_meeting(
    *,
    board: BoardPage,
    starts_at: datetime,
    ends_at: datetime,
    place: str,
    access: str,
    how_to_join: str,
    planned_by: Account | None,
    said_of_place: bool = False,
) -> MeetingPage:
    """Make a public meeting and, as a draft, its agenda with the standing items.

    ``said_of_place``: a person said that the board's usual words on access are true there too.
    """
    board = BoardPage.objects.select_for_update().get(pk=board.pk)  # of two, one at a time
    day = timezone.localdate(starts_at)
    check_board_meets(board=board, on=day)
    meetings = MeetingPage.objects.child_of(board)
    taking_place = meetings.exclude(status=MeetingStatus.CANCELLED)
    if taking_place.filter(starts_at__date=day).exists():
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
        access_said_for=place if said_of_place else "",
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
        items=standing_items(board, on=day),
    )
    meeting.add_child(instance=agenda)
    agenda.save_revision(user=planned_by)
    return meeting


@transaction.atomic
def start_minutes(*, meeting: MeetingPage, started_by: Account | None) -> MinutesPage:
    """Make draft minutes: items from the agenda, attendance from the membership."""
    meeting = MeetingPage.objects.select_for_update().get(pk=meeting.pk)
    if MinutesPage.objects.child_of(meeting).exists():
        raise MinutesAlreadyStarted("This meeting already has minutes.")
    board = BoardPage.objects.parent_of(meeting).get()
    day = timezone.localdate(meeting.starts_at)
    agenda = AgendaPage.objects.child_of(meeting).first()
    planned = agenda.get_latest_revision_as_object().items if agenda else []
    minutes = MinutesPage(
        title=f"Minutes, {meeting.title}",
        slug="minutes",
        owner=started_by,
        live=False,
        items=[
            minute_item(
                item.value["title"],
                [
                    *carried_into_minutes(board, item.value, on=day),
                    *_money_into_minutes(item.value["money"] or ""),
                ],
                item.value.get("topics") or "",
                key=key_of(item),
            )
            for item in planned
        ],
    )
    others = list(meeting.joint_with.order_by("title", "pk"))
    minutes.attendance = people_expected(board, day, others)
    meeting.add_child(instance=minutes)
    minutes.save_revision(user=started_by)
    return minutes


def _money_into_minutes(words: str) -> list[dict[str, Any]]:
    """The agenda's explanation of the money: in the minutes it stays with its item."""
    if not words.strip():
        return []
    text = linebreaks(words.strip(), autoescape=True)
    return [text_block(f"<p><b>The money, as the agenda explains it:</b></p>{text}")]
