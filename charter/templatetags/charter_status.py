"""For pages of boards, which know nothing of the charter: how a board stands to it."""

from django import template
from django.utils import timezone

from boards.models import BoardPage
from charter import selectors

register = template.Library()


@register.simple_tag
def charter_status(board: BoardPage) -> selectors.BoardStanding | None:
    """The board's standing, or None where no charter is in force or none is asked of it."""
    return selectors.standing_of(board, today=timezone.localdate())
