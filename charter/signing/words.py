"""What is said of a signature in more than one place."""

from boards.rules.dates import long_date
from charter.enums import SignUpState
from charter.models import SignUp


def ended_words(sign_up: SignUp) -> str:
    """That it holds no longer, and since when; empty while it holds."""
    if sign_up.state == SignUpState.SIGNED:
        return ""
    how = "withdrew" if sign_up.state == SignUpState.WITHDRAWN else "did not look at it again"
    since = f" The signature ended on {long_date(sign_up.since)}." if sign_up.since else ""
    return f"This no longer holds: the board {how}.{since}"
