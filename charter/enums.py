"""The charter's fixed words."""

from django.db.models import TextChoices


class SignUpState(TextChoices):
    """How a board stands to a version; it follows from what happened (`SignUpEvent`)."""

    NOT_ASKED = "not_asked", "Not asked yet"
    INVITED = "invited", "Asked to sign"
    CONSIDERING = "considering", "Thinking about it"
    SIGNING = "signing", "Being signed"
    SIGNED = "signed", "Signed"
    DECLINED = "declined", "Said no"
    LAPSED = "lapsed", "Lapsed"
    WITHDRAWN = "withdrawn", "Withdrawn"


class SignUpEventKind(TextChoices):
    """What can happen between a board and a version."""

    ASKED = "asked", "Asked to sign"
    CONSIDERING = "considering", "Wants to think about it"
    OFFICER_SIGNED = "officer_signed", "Signed by the co-chair who is an officer"
    CITIZEN_SIGNED = "citizen_signed", "Signed by the co-chair who is a citizen"
    AGREED = "agreed", "Agreed at a meeting"
    DECLINED = "declined", "Said no"
    WITHDRAWN = "withdrawn", "Withdrawn"
    REMINDED = "reminded", "Reminded by e-mail"
    REVIEWED = "reviewed", "Looked at again"
    LAPSED = "lapsed", "Lapsed: it was not looked at again in time"
    TAKEN_OVER = "taken_over", "Taken over from a board that ended"
    PUT_RIGHT = "put_right", "A mistake was put right"


class SignWay(TextChoices):
    """How a co-chair signed."""

    ACCOUNT = "account", "Signed in"
    LINK = "link", "By a link in an e-mail"
    PAPER = "paper", "On paper"
    TAKEN_OVER = "taken_over", "Taken over"
    BEFORE = "before", "Entered before each step was kept"


class Answer(TextChoices):
    """What a co-chair can say when her board is asked."""

    SIGN = "sign", "Yes, I sign"
    CONSIDER = "consider", "We want to think about it first"
    DECLINE = "decline", "Our board says no"


class AssessmentState(TextChoices):
    """How far a board is with a principle."""

    NOT_STARTED = "not_started", "Not started"
    STARTED = "started", "Started"
    IN_PLACE = "in_place", "In place"
    WORKING_WELL = "working_well", "Working well"


class EvidenceKind(TextChoices):
    PAGE = "page", "A page"
    DOCUMENT = "document", "A document"
    FIGURE = "figure", "A figure"
    STORY = "story", "A story"


CO_CHAIRS_SIGN = (SignUpEventKind.OFFICER_SIGNED, SignUpEventKind.CITIZEN_SIGNED)
ONCE_SIGNED = (SignUpState.SIGNED, SignUpState.LAPSED, SignUpState.WITHDRAWN)
EVIDENCE_IS_OLD_AFTER_DAYS = 365


class Signatories(TextChoices):
    """Who signs a charter."""

    BOARDS = "boards", "Partnership boards"
    ORGANISATIONS = "organisations", "Organisations"


class VersionState(TextChoices):
    """How far a version is; it follows from its days."""

    DRAFT = "draft", "Draft"
    IN_FORCE = "in_force", "In force"
    REPLACED = "replaced", "Replaced"


class TextField(TextChoices):
    """Words of a version that can have a typing error."""

    TITLE = "title", "Title"
    INTRODUCTION = "introduction", "Introduction"
    EASY_INTRODUCTION = "easy_introduction", "Introduction in easy words"
    TEXT = "text", "Full text"
    EASY_TEXT = "easy_text", "Text in easy words"
    QUESTIONS = "questions", "Questions that an officer asks"
    EXAMPLES = "examples", "What can show it"
