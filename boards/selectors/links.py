"""Which link in a letter opens what; looking changes nothing (docs/adr/0035)."""

from datetime import datetime

from django.db.models import Q
from django.utils.crypto import salted_hmac

from boards.enums import LinkPurpose
from boards.models import ActionPoint, PersonalLink
from boards.selectors.actions import public_actions


class LinkIsVoid(Exception):
    """The link is wrong, has ended, was replaced, or what it stood for has changed."""


def code_of(token: str) -> str:
    """64 signs that nobody can make without the portal's secret key."""
    return salted_hmac("boards.links", token, algorithm="sha256").hexdigest()


def link_of(*, purpose: LinkPurpose, token: str, now: datetime) -> PersonalLink:
    """The link that a token opens. Raises `LinkIsVoid`."""
    spent = Q(is_for_once=True, used_at__isnull=False)
    good = PersonalLink.objects.filter(purpose=purpose, void_at=None, ends_at__gt=now)
    link = good.exclude(spent).filter(code=code_of(token)).first()
    if link is None:
        raise LinkIsVoid
    return link


def action_of_link(*, token: str, now: datetime) -> ActionPoint:
    """The action that a link opens. Raises `LinkIsVoid`."""
    return action_behind(link_of(purpose=LinkPurpose.REPORT_ACTION, token=token, now=now))


def action_behind(link: PersonalLink) -> ActionPoint:
    """The link's action, while it is public and unfinished and has that owner's address. Raises
    `LinkIsVoid`."""
    fits = public_actions().unfinished().exclude(owner_email="").with_places()
    action = fits.filter(pk=link.object_id, owner_email=link.person).first()
    if action is None:
        raise LinkIsVoid
    return action
