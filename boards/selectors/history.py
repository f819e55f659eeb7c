"""What happened with an action, from the day it was agreed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from django.db.models import QuerySet
from django.utils import timezone

from boards.models import ActionPoint, ActionUpdate, MeetingPage
from easyread.visibility import public_pages


@dataclass(frozen=True)
class Step:
    """One line of an action's history. ``page`` is the meeting, where it is one."""

    day: date
    kind: Literal["agreed", "carried", "said"]
    page: Any = None
    words: str = ""
    note: str = ""
    by_owner: bool = False


def history_of(action: ActionPoint, *, now: datetime) -> list[Step]:
    """In order of days: agreed, each meeting to which it was carried forward, what was said.
    Four queries, however long the history is."""
    updates = [
        Step(
            timezone.localdate(update.at),
            "said",
            words=update.get_state_display(),
            note=update.note,
            by_owner=update.by_owner,
        )
        for update in updates_of(action)
    ]
    first = Step(action.agreed_on, "agreed", page=action.meeting)
    return [first, *sorted([*_carried(action, now), *updates], key=lambda step: step.day)]


def updates_of(action: ActionPoint) -> QuerySet[ActionUpdate]:
    """What was said of the action, the first word first."""
    return action.updates.order_by("at", "pk")


def _carried(action: ActionPoint, now: datetime) -> list[Step]:
    """The public meetings of the board that were held while the action was open."""
    held = public_pages(MeetingPage.objects.of_board(action.board).held(now=now))
    later = held.filter(starts_at__date__gt=action.agreed_on).exclude(pk=action.meeting_id)
    if action.closed_on:
        later = later.filter(starts_at__date__lte=action.closed_on)
    return [
        Step(timezone.localdate(meeting.starts_at), "carried", page=meeting)
        for meeting in later.order_by("starts_at", "pk")
    ]
