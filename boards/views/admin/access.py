"""The guarded way to what a screen is about: strangers to a board get 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from boards import permissions, reach, selectors
from boards.models import BoardPage, MeetingPage, MinutesPage


def board_or_404(request: HttpRequest, board_id: int) -> BoardPage:
    return get_object_or_404(permissions.boards_looked_after_by(request.user), pk=board_id)


def meeting_or_404(request: HttpRequest, meeting_id: int) -> tuple[MeetingPage, BoardPage]:
    meeting = get_object_or_404(reach.meetings_planned_by(request.user), pk=meeting_id)
    return meeting, selectors.board_of(meeting)


def minutes_or_404(request: HttpRequest, minutes_id: int) -> tuple[MinutesPage, BoardPage]:
    """Minutes of a board that one looks after and may publish for."""
    minutes = get_object_or_404(reach.minutes_published_by(request.user), pk=minutes_id)
    return minutes, selectors.board_of(selectors.meeting_of(minutes))
