"""Reading the world of boards: querysets or frozen dataclasses, never a change."""

from boards.selectors.actions import (
    ActionFilter,
    ActionRow,
    action_rows,
    latest_outcomes,
    public_actions,
    public_decisions,
    topics_in_use,
    visible_actions,
)
from boards.selectors.boards import (
    BoardCard,
    board_cards,
    board_lists,
    board_overview,
    meeting_rows,
    past_meetings,
)
from boards.selectors.closing import closing_to_do
from boards.selectors.coming import meetings_by_month, upcoming_meetings
from boards.selectors.earlier_minutes import withdrawal_view
from boards.selectors.easy_read_figures import pages_of_originals, parity_of
from boards.selectors.items import number_of_item
from boards.selectors.lineage import board_once_called, going_on, kin_of
from boards.selectors.matters import matters_of, matters_to_do
from boards.selectors.meetings import (
    agenda_view,
    board_of,
    boards_of,
    meeting_of,
    meeting_view,
    minutes_view,
)
from boards.selectors.papers import strangers_among
from boards.selectors.public import (
    as_stored,
    is_public,
    minutes_of,
    public_agendas,
    public_boards,
    public_meetings,
    public_minutes,
    within,
)
from boards.selectors.to_do import BoardInHand, board_to_do, boards_in_hand

__all__ = [
    "ActionFilter",
    "ActionRow",
    "BoardCard",
    "BoardInHand",
    "action_rows",
    "agenda_view",
    "as_stored",
    "board_cards",
    "board_lists",
    "board_of",
    "board_once_called",
    "board_overview",
    "board_to_do",
    "boards_in_hand",
    "boards_of",
    "closing_to_do",
    "going_on",
    "is_public",
    "kin_of",
    "latest_outcomes",
    "matters_of",
    "matters_to_do",
    "meeting_of",
    "meeting_rows",
    "meeting_view",
    "meetings_by_month",
    "minutes_of",
    "minutes_view",
    "number_of_item",
    "pages_of_originals",
    "parity_of",
    "past_meetings",
    "public_actions",
    "public_agendas",
    "public_boards",
    "public_decisions",
    "public_meetings",
    "public_minutes",
    "strangers_among",
    "topics_in_use",
    "upcoming_meetings",
    "visible_actions",
    "withdrawal_view",
    "within",
]
