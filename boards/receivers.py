"""Turns Wagtail's signals into calls of services."""

from typing import Any

from wagtail.models import Page

from boards import services
from boards.models import BoardPage, MeetingPage, MinutesPage


def prepare_published_board(sender: type[BoardPage], instance: BoardPage, **kwargs: Any) -> None:
    services.prepare_board(board=instance)


def record_published_minutes(
    sender: type[MinutesPage], instance: MinutesPage, **kwargs: Any
) -> None:
    services.index_actions(actions=services.record_minutes(minutes=instance))


def follow_published_meeting(
    sender: type[MeetingPage], instance: MeetingPage, **kwargs: Any
) -> None:
    services.follow_meeting(meeting=instance)


def follow_moved_meetings(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    for meeting in MeetingPage.objects.descendant_of(instance, inclusive=True):
        services.follow_meeting(meeting=meeting)
