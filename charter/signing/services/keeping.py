"""What happened is added, and the row that screens read is written from it; by nobody else."""

from datetime import date, datetime

from django.utils import timezone

from boards.rules.dates import long_date
from charter.enums import SignUpEventKind as Kind
from charter.models import CharterVersion, SignUp, SignUpEvent
from charter.signing.selectors import events_of
from charter.signing.states import refusal, standing_of
from charter.versions.selectors import current_version

WRITTEN = (
    *("state", "since", "asked_on", "signed_on", "reviewed_on", "reminded_on", "meeting_id"),
    *("signed_by_officer", "signed_by_citizen", "reason"),
)


class CannotSign(Exception):
    """Why this cannot be done now, in words for the screen."""


def hold(sign_up: SignUp) -> SignUp:
    """The row, nobody else's until the transaction ends."""
    held = SignUp.objects.select_for_update(of=("self",)).select_related("board", "version")
    return held.get(pk=sign_up.pk)


def happen(held: SignUp, kind: Kind, *, by: str, now: datetime, **facts: object) -> SignUpEvent:
    """Add what happened, and keep what follows from it. Raises `CannotSign` where it cannot
    happen now."""
    if words := refusal(standing_of(events_of(held)), kind):
        raise CannotSign(words)
    event = SignUpEvent.objects.create(sign_up=held, kind=kind, by=by, at=now, **facts)
    keep(held, now=now)
    return event


def keep(held: SignUp, *, now: datetime) -> None:
    """Write the row from the events. The digest tells a signature when it was entered, however
    late that is."""
    standing = standing_of(events_of(held))
    is_new = standing.signed_on is not None and held.signed_on is None
    for name in WRITTEN:
        setattr(held, name, getattr(standing, name))
    if standing.signed_on is None:
        held.recorded_at = None
    elif is_new:
        held.recorded_at = now
    held.save()


def check_version(version: CharterVersion, *, today: date) -> None:
    """Only the version in force is signed. Raises `CannotSign`."""
    if version.in_force_from is None or version.in_force_from > today:
        raise CannotSign("This version is a draft: it cannot be signed yet.")
    if current_version(today=today) != version:
        raise CannotSign(
            f"Version {version.number} is no longer in force. There is a newer one to sign."
        )


def check_day(held: SignUp, on: date, *, now: datetime) -> None:
    """A day that is not to come, since the version is in force. Raises `CannotSign`."""
    begins = held.version.in_force_from
    if on > timezone.localdate(now):
        raise CannotSign("This day is still to come.")
    if begins is None or on < begins:
        raise CannotSign(
            f"Version {held.version.number} is in force from {long_date(begins)}. "
            "It cannot have been signed before that."
            if begins
            else "This version is a draft: it cannot be signed yet."
        )


def said(reason: str) -> str:
    """The reason without blanks around it. Raises `CannotSign` where there is none."""
    words = reason.strip()
    if not words:
        raise CannotSign("Say why, in a few words. Everyone can read it.")
    return words
