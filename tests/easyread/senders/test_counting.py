"""Counting what senders send, and telling senders apart."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.checks import run_checks
from django.db import transaction
from django.test import RequestFactory

from easyread.senders import tasks
from easyread.senders.addresses import sender_of
from easyread.senders.limits import Limit, TooMuch
from easyread.senders.models import Count
from easyread.senders.services import forget, give_back, take

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
FEW = Limit("letters", 3, HOUR, "Wait until {until}.")
GROWING = Limit("guesses", 2, HOUR, "Wait until {until}.", grows=True)


def taken(now: datetime, *counted: tuple[Limit, str]) -> str:
    """What is said, "" when it was taken."""
    try:
        take(*counted, now=now)
    except TooMuch as problem:
        return str(problem.messages[0])
    return ""


@pytest.mark.django_db
def test_so_many_are_taken_from_one_sender_and_it_begins_anew(now: datetime) -> None:
    assert [taken(now + n * MINUTE, (FEW, "kit")) for n in range(4)] == [
        *("", "", ""),
        "Wait until 1:00pm.",
    ]
    assert taken(now, (FEW, "mo")) == ""
    assert taken(now, (GROWING, "kit")) == ""
    assert taken(now + HOUR - MINUTE, (FEW, "kit")) == "Wait until 1:00pm."
    assert [taken(now + HOUR, (FEW, "kit")) for _ in range(4)] == ["", "", "", "Wait until 2:00pm."]


@pytest.mark.django_db
def test_the_end_is_told_with_its_day_and_never_too_early(now: datetime) -> None:
    a_day = Limit("wishes", 1, timedelta(days=1), "Wait until {until}.")
    late = now + timedelta(seconds=1)
    assert [taken(late, (a_day, "kit")) for _ in "ab"] == [
        "",
        "Wait until 12:01pm on Friday 17 April.",
    ]


@pytest.mark.django_db
def test_one_that_grows_asks_for_longer_and_longer_waits(now: datetime) -> None:
    moment, waits = now, []
    for _ in range(9):
        while taken(moment, (GROWING, "kit")):
            moment += MINUTE
        waits.append((moment - now) // MINUTE)
    assert waits == [0, 0, 1, 3, 7, 15, 31, 47, 63]
    assert taken(moment + HOUR, (GROWING, "kit")) == ""
    assert taken(moment + HOUR, (GROWING, "kit")) == ""


@pytest.mark.django_db
def test_of_several_all_count_or_none_and_what_fails_counts_not(now: datetime) -> None:
    for _ in range(3):
        take((FEW, "board"), now=now)
    assert taken(now, (FEW, "kit"), (FEW, "board"))
    with pytest.raises(LookupError), transaction.atomic():
        take((FEW, "kit"), now=now)
        raise LookupError
    assert [taken(now, (FEW, "kit")) for _ in range(3)] == ["", "", ""]
    give_back((FEW, "kit"))
    assert [taken(now, (FEW, "kit")) for _ in "ab"] == ["", "Wait until 1:00pm."]
    assert [taken(now, (FEW, "")) for _ in range(9)] == [""] * 9  # the office itself
    assert not Count.objects.filter(who="").exists()


@pytest.mark.django_db
def test_what_has_ended_is_deleted_at_night(now: datetime) -> None:
    take((FEW, "kit"), (GROWING, "kit"), now=now)
    take((FEW, "mo"), now=now + 2 * HOUR)
    assert forget(now=now + HOUR + MINUTE) == 2
    assert Count.objects.get().who == "mo"
    tasks.forget()  # half a year later
    assert not Count.objects.exists()


def seen(address: str, forwarded: str | None = None) -> str:
    more: dict[str, Any] = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return sender_of(RequestFactory().post("/", REMOTE_ADDR=address, **more))


def test_an_address_is_never_kept_and_one_household_is_one_sender() -> None:
    assert "192.0.2.1" not in seen("192.0.2.1")
    assert len({seen("192.0.2.1"), seen("192.0.2.2"), seen("2001:db8::1"), seen("")}) == 4
    assert seen("2001:db8:0:7::1") == seen("2001:db8:0:7:ffff::9") != seen("2001:db8:0:8::1")
    assert seen("::ffff:192.0.2.1") == seen("192.0.2.1:4711") == seen("192.0.2.1")
    assert seen("[2001:db8::1]:4711") == seen("2001:db8::1")


@pytest.mark.parametrize(
    ("proxies", "forwarded", "believed"),
    [
        (0, "198.51.100.1", "192.0.2.9"),
        (1, None, "192.0.2.9"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "203.0.113.5, 198.51.100.1", "198.51.100.1"),  # the first was made up
        (2, "203.0.113.5, 198.51.100.1, 192.0.2.8", "198.51.100.1"),
    ],
)
def test_a_sender_cannot_choose_an_address(
    settings: Any, proxies: int, forwarded: str | None, believed: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    assert seen("192.0.2.9", forwarded) == seen(believed)


def test_the_check_before_going_live_asks_for_the_proxy(settings: Any) -> None:
    def said() -> list[str]:
        found = run_checks(include_deployment_checks=True)
        return [one.id for one in found if (one.id or "").startswith("senders") and one.id]

    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert said() == ["senders.W001"]
    settings.TRUSTED_PROXIES = 1
    assert said() == []
