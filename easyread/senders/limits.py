"""How much one sender may send, and what is said when it was too much."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateformat import format as format_date

MINUTE = timedelta(minutes=1)
LONGEST_WAIT = 4  # times doubled: 16 minutes
TOO_MUCH = (
    "You, or others with the same internet connection, have sent us a lot in a short time. "
    "Wait until {until}, then try again. What you wrote is still here."
)


@dataclass(frozen=True)
class Limit:
    """So many for one purpose within a time that begins with the first; then it begins anew.

    One that grows takes more after ``most``, each a longer wait after the one before, and begins
    anew when for the time ``within`` nothing came. ``words`` may say ``{until}``.
    """

    purpose: str
    most: int
    within: timedelta
    words: str = TOO_MUCH
    grows: bool = False

    def next_from(self, *, number: int, until: datetime) -> datetime:
        """When the next may come, after ``number`` in a count that ends at ``until``."""
        begun = until - self.within  # of one that grows: when the last came
        if number < self.most:
            return begun
        return begun + self._wait(number - self.most) if self.grows else until

    def _wait(self, more: int) -> timedelta:
        return MINUTE * 2 ** min(more, LONGEST_WAIT)


class TooMuch(ValidationError):
    """More than is taken: nothing was done. Its words are fit for the screen."""

    def __init__(self, words: str, *, wait: timedelta) -> None:
        super().__init__(words, code="too_much")
        self.wait = wait


def used_up(limit: Limit, *, until: datetime, now: datetime) -> TooMuch:
    return TooMuch(limit.words.format(until=_moment(until, now)), wait=until - now)


def _moment(until: datetime, now: datetime) -> str:
    """2:30pm, or on another day: 2:30pm on Friday 13 November. Never a minute too early."""
    local = timezone.localtime(until + MINUTE - timedelta(microseconds=1))
    clock = format_date(local, "g:iA").lower()
    if local.date() == timezone.localtime(now).date():
        return clock
    return f"{clock} on {format_date(local, 'l j F')}"
