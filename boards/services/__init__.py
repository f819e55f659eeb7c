"""Changing the world of boards: one verb each, atomic, keyword-only."""

from boards.services.actions import ClosingNeedsOutcome, report_progress
from boards.services.meetings import (
    MeetingAlreadyPlanned,
    MinutesAlreadyStarted,
    plan_meeting,
    start_minutes,
)
from boards.services.minutes import follow_meeting, index_actions, record_minutes
from boards.services.setting_up import prepare_board
from boards.services.word import fill_minutes_from_word

__all__ = [
    "ClosingNeedsOutcome",
    "MeetingAlreadyPlanned",
    "MinutesAlreadyStarted",
    "fill_minutes_from_word",
    "follow_meeting",
    "index_actions",
    "plan_meeting",
    "prepare_board",
    "record_minutes",
    "report_progress",
    "start_minutes",
]
