"""The charter's fixed words."""

from django.db.models import TextChoices


class SignUpState(TextChoices):
    INVITED = "invited", "Invited"
    CONSIDERING = "considering", "Considering"
    SIGNED = "signed", "Signed"
    LAPSED = "lapsed", "Lapsed"
    WITHDRAWN = "withdrawn", "Withdrawn"


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


ONCE_SIGNED = (SignUpState.SIGNED, SignUpState.LAPSED, SignUpState.WITHDRAWN)
EVIDENCE_IS_OLD_AFTER_DAYS = 365
