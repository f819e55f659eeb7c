from charter.models.assessments import Assessment, Evidence
from charter.models.charters import CharterPage, CharterVersion, Principle
from charter.models.signups import SignUp

__all__ = ["Assessment", "CharterPage", "CharterVersion", "Evidence", "Principle", "SignUp"]
