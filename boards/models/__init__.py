from boards.models.actions import ActionPoint, ActionTopic, ActionUpdate, Decision
from boards.models.agendas import AgendaPage
from boards.models.boards import BoardPage, BoardsIndexPage, BoardTopic
from boards.models.deadlines import Deadline
from boards.models.items import ItemNumber
from boards.models.joint import JointInvitation
from boards.models.letters import Letter
from boards.models.lineage import Lineage
from boards.models.links import PersonalLink
from boards.models.matters import PassedMatter
from boards.models.meetings import MeetingPage, same_words
from boards.models.members import BY_PLACE, Member
from boards.models.minutes import Attendance, MinutesPage
from boards.models.papers import AgendaPaper, Pack, Paper, PaperShare, PaperVersion
from boards.models.proposals import Proposal
from boards.models.readings import ArchiveFile, ArchiveJob, WordReading
from boards.models.scheduled import ScheduledProblem
from boards.models.topics import TopicMention
from boards.models.trail import MinutesRecord, SettledProblem, TrailCheck, TrailProblem
from boards.models.visits import Visit

__all__ = [
    "BY_PLACE",
    "ActionPoint",
    "ActionTopic",
    "ActionUpdate",
    "AgendaPage",
    "AgendaPaper",
    "ArchiveFile",
    "ArchiveJob",
    "Attendance",
    "BoardPage",
    "BoardTopic",
    "BoardsIndexPage",
    "Deadline",
    "Decision",
    "ItemNumber",
    "JointInvitation",
    "Letter",
    "Lineage",
    "MeetingPage",
    "Member",
    "MinutesPage",
    "MinutesRecord",
    "Pack",
    "Paper",
    "PaperShare",
    "PaperVersion",
    "PassedMatter",
    "PersonalLink",
    "Proposal",
    "ScheduledProblem",
    "SettledProblem",
    "TopicMention",
    "TrailCheck",
    "TrailProblem",
    "Visit",
    "WordReading",
    "same_words",
]
