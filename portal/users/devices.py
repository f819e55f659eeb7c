"""Browsers on which somebody has signed in before.

They stay welcome while strangers try passwords on the same account.
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.crypto import get_random_string

from easyread.senders.addresses import coded

COOKIE = "known-browser"
COOKIE_AGE = 365 * 24 * 3600  # seconds; the privacy page says: a year
MOST_ACCOUNTS = 5  # that one browser is known for
_BETWEEN = "."


def account_named(username: str) -> str:
    """A code for an account, or for one that does not exist."""
    return coded("account", username.strip().casefold())


def device_known_for(request: HttpRequest, account: str) -> str:
    """The browser's own name, if somebody signed in to this account on it; else ""."""
    device, *accounts = _cookie(request)
    return device if account in accounts else ""


def note_signed_in(request: HttpRequest, username: str) -> None:
    """Somebody proved that the account is theirs; `remember` will tell the browser."""
    setattr(request, "proved_account", account_named(username))


def remember(request: HttpRequest, response: HttpResponseBase) -> None:
    """Let the browser know that it is known from now on."""
    account: str | None = getattr(request, "proved_account", None)
    if account is None:
        return
    device, *accounts = _cookie(request)
    known = [account, *(one for one in accounts if one != account)][:MOST_ACCOUNTS]
    response.set_signed_cookie(
        COOKIE,
        _BETWEEN.join([device or get_random_string(22), *known]),
        salt=COOKIE,
        max_age=COOKIE_AGE,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def _cookie(request: HttpRequest) -> list[str]:
    """The browser's own name and the accounts; one empty name for a cookie that is not ours."""
    told = request.get_signed_cookie(COOKIE, default="", salt=COOKIE, max_age=COOKIE_AGE)
    return str(told).split(_BETWEEN)
