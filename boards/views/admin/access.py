"""The guarded way to what a screen is about: strangers to a board get 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from boards import permissions, reach, selectors
from boards.models import BoardPage, MeetingPage


def board_or_404(request: HttpRequest, board_id: int) -> BoardPage:
    return get_object_or_404(permissions.boards_looked_after_by(request.user), pk=board_id)


def meeting_or_404(request: HttpRequest, meeting_id: int) -> tuple[MeetingPage, BoardPage]:
    meeting = get_object_or_404(reach.meetings_planned_by(request.user), pk=meeting_id)
    return meeting, selectors.board_of(meeting)
