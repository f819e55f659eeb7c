"""The guarded way to what a screen is about: strangers to a board get 404."""

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from boards import permissions
from boards.models import BoardPage, MeetingPage


def board_or_404(request: HttpRequest, board_id: int) -> BoardPage:
    return get_object_or_404(permissions.boards_looked_after_by(request.user), pk=board_id)


def meeting_or_404(request: HttpRequest, meeting_id: int) -> tuple[MeetingPage, BoardPage]:
    meeting = get_object_or_404(MeetingPage, pk=meeting_id)
    board = BoardPage.objects.parent_of(meeting).get()
    if not permissions.can_look_after(request.user, board):
        raise Http404
    return meeting, board
