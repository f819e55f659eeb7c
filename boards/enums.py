"""The field's fixed words."""

from django.db.models import TextChoices


class BoardKind(TextChoices):
    PARTNERSHIP_BOARD = "partnership_board", "Partnership board"
    FORUM = "forum", "Forum"
    SENATE = "senate", "Senate"
    TASK_AND_FINISH = "task_and_finish", "Task and finish group"


class Role(TextChoices):
    """What a person does on a board."""

    CO_CHAIR_OFFICER = "co_chair_officer", "Co-chair (council officer)"
    CO_CHAIR_CITIZEN = "co_chair_citizen", "Co-chair (citizen)"
    SECRETARY = "secretary", "Secretary"
    FACILITATOR = "facilitator", "Facilitator"
    REPRESENTATIVE = "representative", "Representative"
    MEMBER = "member", "Member"


class Chosen(TextChoices):
    """How a member came to the seat."""

    ELECTED = "elected", "Elected"
    NOMINATED = "nominated", "Nominated"
    APPOINTED = "appointed", "Appointed"
    INVITED = "invited", "Invited"


class MeetingStatus(TextChoices):
    """Set by hand; that a meeting was held follows from the clock."""

    PLANNED = "planned", "Planned"
    CHANGED = "changed", "Changed"
    CANCELLED = "cancelled", "Cancelled"


class ItemKind(TextChoices):
    """What an item of an agenda is: some have a place and a task of their own."""

    TOPIC = "topic", "A topic"
    WELCOME = "welcome", "Welcome and apologies"
    LAST_MINUTES = "last_minutes", "Minutes of the last meeting"
    MATTERS_ARISING = "matters_arising", "Matters arising: open actions are listed"
    MINUTES_AND_MATTERS = "minutes_and_matters", "Minutes of the last meeting and matters arising"
    ANY_OTHER = "any_other", "Any other business"
    NEXT_DATE = "next_date", "Date of the next meeting"


class ItemPurpose(TextChoices):
    """Why an item is on the agenda."""

    KNOW = "know", "To know"
    DISCUSS = "discuss", "To discuss"
    DECIDE = "decide", "To decide"


class MinutesStatus(TextChoices):
    DRAFT = "draft", "Draft"
    APPROVED = "approved", "Approved"


class Presence(TextChoices):
    PRESENT = "present", "Was there"
    APOLOGIES = "apologies", "Sent apologies"


class ActionState(TextChoices):
    """How far an action point is. That it is late follows from the clock."""

    OPEN = "open", "Open"
    IN_PROGRESS = "in_progress", "In progress"
    DONE = "done", "Done"
    DROPPED = "dropped", "Dropped"


UNFINISHED = (ActionState.OPEN, ActionState.IN_PROGRESS)
FINISHED = (ActionState.DONE, ActionState.DROPPED)


class DeadlineKind(TextChoices):
    """What is to be out by a day."""

    AGENDA = "agenda", "Agenda and papers"
    DRAFT_MINUTES = "draft_minutes", "Draft minutes"
    APPROVED_MINUTES = "approved_minutes", "Approved minutes"


class ProposalState(TextChoices):
    """What became of an item that someone proposed."""

    NEW = "new", "Waiting for an answer"
    ON_AGENDA = "on_agenda", "On the agenda"
    ANSWERED = "answered", "Answered"


class RecordKind(TextChoices):
    """Why a line was added to the trail of minutes. The last two are no versions."""

    PUBLISHED = "published", "Published as a draft"
    CORRECTED = "corrected", "Corrected"
    APPROVED = "approved", "Approved"
    WITHDRAWN = "withdrawn", "Withdrawn"
    VISIBILITY = "visibility", "Who can see them, or where, was changed"
    PROGRESS = "progress", "How far an action is"


NO_VERSION = (RecordKind.VISIBILITY, RecordKind.PROGRESS)


class LetterState(TextChoices):
    """How far one e-mail is. What may have been sent is never blindly sent again."""

    PENDING = "pending", "Waiting"
    CLAIMED = "claimed", "Taken up"
    HANDING_OVER = "handing_over", "Being handed over"
    SENT = "sent", "Sent"
    FAILED = "failed", "Refused"
    UNKNOWN = "unknown", "Not known"


class ReadingState(TextChoices):
    """What became of a Word file that was read."""

    WAITING = "waiting", "To be checked"
    TAKEN_OVER = "taken_over", "Taken over into the minutes"
    DROPPED = "dropped", "Dropped"


class PartKind(TextChoices):
    """What a piece of the minutes is."""

    TEXT = "text", "Text"
    DECISION = "decision", "Decision"
    ACTION = "action", "Action"


class ArchiveState(TextChoices):
    """How far a job is that brings old minutes in."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    STOPPED = "stopped", "Stopped"


class FileOutcome(TextChoices):
    """What became of one file of a job."""

    WAITING = "waiting", "Waiting"
    PUBLISHED = "published", "Brought in and public"
    DRAFT = "draft", "Brought in as a draft: to be checked"
    SKIPPED = "skipped", "Left out: it is there already"
    FAILED = "failed", "Could not be brought in"


class MentionKind(TextChoices):
    """Where a topic was taken up."""

    AGENDA = "agenda", "Agenda"
    MINUTES = "minutes", "Minutes"


class InvitationState(TextChoices):
    """What became of asking a board to hold a meeting together."""

    WAITING = "waiting", "Waits for an answer"
    ACCEPTED = "accepted", "Said yes"
    DECLINED = "declined", "Said no"
    TAKEN_BACK = "taken_back", "Was taken back"


class Audience(TextChoices):
    """Who may see a page."""

    EVERYONE = "everyone", "Everyone"
    ACCOUNTS = "accounts", "Everyone with an account here"
    THE_BOARD = "the_board", "Only those who look after this board"


class LinkPurpose(TextChoices):
    """What somebody may do by a link in a letter, without an account."""

    REPORT_ACTION = "report_action", "Say how far an action is"
    SIGN_CHARTER = "sign_charter", "Sign the charter"
