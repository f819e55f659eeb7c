"""What came of what was agreed."""

from boards.enums import ActionState
from boards.models.actions import ActionPointQuerySet
from boards.selectors.actions import public_actions


def outcomes(*, board: str = "") -> ActionPointQuerySet:
    """Done actions that are public, the newest first; of one board where its slug is given."""
    done = public_actions().filter(state=ActionState.DONE).with_places()
    if board:
        done = done.filter(board__slug=board)
    return done.order_by("-closed_on", "-pk")
