"""Reading the world of boards: querysets or frozen dataclasses, never a change."""

from boards.selectors.actions import (
    ActionFilter,
    ActionRow,
    action_rows,
    latest_outcomes,
    public_actions,
    topics_in_use,
    visible_actions,
)
from boards.selectors.boards import (
    BoardCard,
    board_cards,
    board_overview,
    meeting_rows,
    past_meetings,
)
from boards.selectors.meetings import (
    agenda_view,
    boards_of,
    meeting_of,
    meeting_view,
    minutes_view,
    upcoming_meetings,
)
from boards.selectors.tasks import BoardInHand, board_tasks, boards_in_hand

__all__ = [
    "ActionFilter",
    "ActionRow",
    "BoardCard",
    "BoardInHand",
    "action_rows",
    "agenda_view",
    "board_cards",
    "board_overview",
    "board_tasks",
    "boards_in_hand",
    "boards_of",
    "latest_outcomes",
    "meeting_of",
    "meeting_rows",
    "meeting_view",
    "minutes_view",
    "past_meetings",
    "public_actions",
    "topics_in_use",
    "upcoming_meetings",
    "visible_actions",
]
