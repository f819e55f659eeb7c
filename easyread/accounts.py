"""The account model of a site, whichever it is (AUTH_USER_MODEL): no app below knows its name.

The type checker reads it from the settings; while the portal runs, these are for annotations only.
"""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser, _User

    Account = _User
    Visitor = _User | AnonymousUser
else:
    Account = Visitor = object


def account_of(request: HttpRequest) -> Account:
    """Who asks. Raises ``PermissionDenied`` for those who have not signed in."""
    user = request.user
    if not user.is_authenticated:
        raise PermissionDenied
    return user


def name_of(user: Visitor | None) -> str:
    """The account's name, as it is kept where an account may go; empty for nobody."""
    if user is None or not user.is_authenticated:
        return ""
    return str(user.get_full_name() or user.get_username())[:160]
