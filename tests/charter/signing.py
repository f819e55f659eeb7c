"""Signing in tests: what happened, one thing after the other."""

from datetime import date, datetime, timedelta

from boards.enums import Role
from boards.models import BoardPage, MeetingPage
from charter.models import CharterVersion, SignUp
from charter.signing import services

NAMES = {Role.CO_CHAIR_OFFICER: "Ola Penn", Role.CO_CHAIR_CITIZEN: "Mo Vale"}


def ask(board: BoardPage, version: CharterVersion, now: datetime) -> SignUp:
    """Asked to sign, or as it stood where it was asked before."""
    services.ask_to_sign(boards=[board], version=version, by="An officer", now=now)
    return SignUp.objects.get(board=board, version=version)


def sign_charter(
    board: BoardPage,
    version: CharterVersion,
    meeting: MeetingPage,
    *,
    now: datetime,
    on: date | None = None,
    agreed: bool = False,
) -> SignUp:
    """Signed on paper by both co-chairs, on the day of the meeting if no other is given; ``agreed``
    at a meeting before."""
    signed = ask(board, version, min(now, meeting.starts_at - timedelta(days=7)))
    signed = services.sign_on_paper(
        sign_up=signed,
        names=NAMES,
        on=on or meeting.starts_at.date(),
        scan=None,
        by="Sy Reed",
        now=now,
    )
    if agreed:
        return signed
    return services.agree(sign_up=signed, meeting=meeting, by="Sy Reed", now=now)
