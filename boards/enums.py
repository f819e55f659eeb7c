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
