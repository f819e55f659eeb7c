"""Addresses that leave the portal: in e-mails, and the signed one that lets an owner report."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.core.signing import BadSignature, Signer

VALID = timedelta(days=60)
LONGEST = 400  # characters of a token; what is longer was not made here


class NotALink(Exception):
    """The token was not made here, was changed, or is too old."""


@dataclass(frozen=True)
class ReportLink:
    """What a token says: this action, and how many links were void when it was made."""

    action_id: int
    number: int


def absolute(path: str) -> str:
    """``path`` as an address that works outside the portal."""
    return urljoin(f"{settings.PUBLIC_URL}/", path)


def _signer() -> Signer:
    return Signer(salt="boards.links.report", sep=".")


def token_for(link: ReportLink, *, now: datetime) -> str:
    """A token that nobody else can make; it is good for `VALID` from ``now``."""
    return _signer().sign_object([link.action_id, link.number, int(now.timestamp())])


def read_token(token: str, *, now: datetime) -> ReportLink:
    """What a token says. Raises `NotALink`."""
    if len(token) > LONGEST:
        raise NotALink
    try:
        action_id, number, made = _signer().unsign_object(token)
        made_at = datetime.fromtimestamp(made, tz=UTC)
    except (BadSignature, ValueError, TypeError, UnicodeError) as problem:
        raise NotALink from problem
    if now - made_at > VALID:
        raise NotALink
    return ReportLink(action_id, number)
