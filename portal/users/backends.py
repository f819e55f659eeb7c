"""Checking passwords: so many wrong ones, and one at a time (docs/adr/0029).

Each door that asks Django whether a password is right passes here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import BoundedSemaphore
from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest
from django.utils import timezone

from easyread.senders.addresses import coded, sender_of
from easyread.senders.answers import refuse
from easyread.senders.limits import Limit, TooMuch
from easyread.senders.services import Counted, give_back, take
from portal.users.devices import account_named, device_known_for, note_signed_in
from portal.users.models import User

QUARTER = timedelta(minutes=15)
WAIT = (
    "There were too many wrong tries. Wait until {until}, then try again. Nothing is lost. "
    "A browser on which you have signed in before need not wait."
)
OF_A_SENDER = Limit("password: of a sender", 10, QUARTER, WAIT)
# Taken first: however patient, one stranger alone does not use up what an account takes.
OF_A_SENDER_ON_AN_ACCOUNT = Limit(
    "password: of a sender on an account", 20, timedelta(days=1), WAIT
)
OF_AN_ACCOUNT = Limit("password: of an account", 25, timedelta(hours=1), WAIT, grows=True)
OF_A_KNOWN_BROWSER = Limit(
    "password: of a known browser",
    10,
    QUARTER,
    "There were too many wrong tries. Wait until {until}, then try again. Nothing is lost. "
    "If you do not know your password any more, ask for a new one.",
)
PATIENCE = 2  # seconds that a known browser waits for another's password to be checked
_checking = BoundedSemaphore(1)  # of a process: its other threads answer everybody else


class Busy(TooMuch):
    """A password is being checked, which takes long on purpose."""


class CountingBackend(ModelBackend):
    """Django's own accounts. What is refused costs no checking, and says so on the form."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> User | None:
        """As Django does it. Raises `TooMuch`, which a form says by itself."""
        if request is None or username is None or password is None:
            return super().authenticate(request, username, password, **kwargs)
        account = account_named(username)
        device = device_known_for(request, account)
        counted = _counted(request, account, device)
        try:
            take(*counted, now=timezone.now())
            with _one_at_a_time(counted, patience=PATIENCE if device else 0):
                user = super().authenticate(request, username, password, **kwargs)
        except TooMuch as problem:
            refuse(request, problem)
            raise
        if user is not None:
            give_back(*counted)
            note_signed_in(request, user.get_username())
        return user


def _counted(request: HttpRequest, account: str, device: str) -> list[Counted]:
    """What a wrong try counts for: known browsers stand apart from everybody else."""
    if device:
        return [(OF_A_KNOWN_BROWSER, coded("browser", f"{device} {account}"))]
    sender = sender_of(request)
    on_account = coded("sender on account", f"{sender} {account}")
    return [
        (OF_A_SENDER, sender),
        (OF_A_SENDER_ON_AN_ACCOUNT, on_account),
        (OF_AN_ACCOUNT, account),
    ]


@contextmanager
def _one_at_a_time(counted: list[Counted], *, patience: float) -> Iterator[None]:
    """Hold the one place where passwords are checked. Raises `Busy`: then nothing was tried."""
    if not _checking.acquire(timeout=patience):
        give_back(*counted)
        raise Busy(
            "Somebody else is signing in at this moment. Nothing is lost. Wait a few seconds, "
            "then type your password and try again.",
            wait=timedelta(seconds=3),
        )
    try:
        yield
    finally:
        _checking.release()
