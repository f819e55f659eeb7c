from boards.models.actions import ActionPoint, ActionTopic, ActionUpdate, Decision
from boards.models.agendas import AgendaPage
from boards.models.boards import BoardPage, BoardsIndexPage, BoardTopic
from boards.models.meetings import MeetingPage
from boards.models.members import Member
from boards.models.minutes import Attendance, MinutesPage
from boards.models.papers import Paper

__all__ = [
    "ActionPoint",
    "ActionTopic",
    "ActionUpdate",
    "AgendaPage",
    "Attendance",
    "BoardPage",
    "BoardTopic",
    "BoardsIndexPage",
    "Decision",
    "MeetingPage",
    "Member",
    "MinutesPage",
    "Paper",
]
