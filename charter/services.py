"""Changing the world of the charter."""

from datetime import date

from boards.models import BoardPage
from charter.enums import AssessmentState
from charter.models import Assessment, Principle


def open_assessment(*, board: BoardPage, principle: Principle, today: date) -> Assessment:
    """The assessment of a square of the matrix; made where there is none."""
    assessment, _ = Assessment.objects.get_or_create(
        board=board,
        principle=principle,
        defaults={"state": AssessmentState.NOT_STARTED, "assessed_on": today},
    )
    return assessment
