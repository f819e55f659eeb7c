from charter.models.assessments import Assessment, Evidence
from charter.models.charters import (
    Charter,
    CharterVersion,
    Principle,
    SubPoint,
    TextCorrection,
)
from charter.models.pages import CharterPage
from charter.models.signups import SignUp, SignUpEvent

__all__ = [
    "Assessment",
    "Charter",
    "CharterPage",
    "CharterVersion",
    "Evidence",
    "Principle",
    "SignUp",
    "SignUpEvent",
    "SubPoint",
    "TextCorrection",
]
