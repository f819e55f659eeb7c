"""Signing in: strangers try few passwords, and never lock anybody out."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client
from django.utils import timezone

from easyread.senders.models import Count
from portal.users import backends
from portal.users.devices import COOKIE, account_named
from portal.users.models import User

DOORS = ["/admin/login/", "/_util/login/"]
RIGHT = "a long enough password"
ELSEWHERE = "198.51.100.{}"


def try_in(
    client: Client, password: str, door: str = DOORS[0], name: str = "co_chair", at: str = ""
) -> Any:
    more: dict[str, Any] = {"REMOTE_ADDR": at} if at else {}
    return client.post(door, {"username": name, "password": password, "next": "/"}, **more)


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passwords that were checked, which is slow in real life."""
    checked: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        checked.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return checked


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", ["co_chair", "nobody"])
def test_after_many_wrong_passwords_the_right_one_waits_too(
    client: Client, co_chair: User, checks: list[str], door: str, name: str
) -> None:
    checks.clear()
    answers = [try_in(client, f"wrong {n}", door, name) for n in range(60)]
    assert [one.status_code for one in answers] == [200] * 10 + [429] * 50
    assert len(checks) == 10  # what is refused costs nothing
    refused = try_in(client, RIGHT, door, name)
    page = refused.content.decode()
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 900
    assert re.search(r"Wait until \d+:\d\d[ap]m, then try again. Nothing is lost.", page)
    assert f'value="{name}"' in page
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert try_in(client, RIGHT, door, name).status_code == (302 if name == "co_chair" else 200)


def test_one_stranger_keeps_nobody_waiting_not_even_on_a_new_browser(
    client: Client, co_chair: User
) -> None:
    for _ in range(60):
        try_in(Client(), "wrong", at=ELSEWHERE.format(1))
    assert try_in(client, RIGHT).status_code == 302


def test_one_patient_stranger_keeps_nobody_waiting_either(client: Client, co_chair: User) -> None:
    begun = timezone.now()
    for minute in range(0, 180, 2):
        with time_machine.travel(begun + timedelta(minutes=minute)):
            try_in(Client(), "wrong", at=ELSEWHERE.format(1))
    with time_machine.travel(begun + timedelta(minutes=180)):
        assert try_in(client, RIGHT).status_code == 302


def test_many_strangers_wait_longer_and_longer_and_known_browsers_go_on(
    client: Client, co_chair: User, member: User
) -> None:
    at_home = Client()
    assert try_in(at_home, RIGHT).status_code == 302
    assert at_home.post("/admin/logout/").status_code == 302  # and the browser stays known
    strangers = [try_in(Client(), "wrong", at=ELSEWHERE.format(n)) for n in range(60)]
    assert {one.status_code for one in strangers[:25]} == {200}
    assert strangers[-1].status_code == 429
    assert try_in(client, RIGHT, name="CO_CHAIR ").status_code == 429
    assert try_in(client, RIGHT, name="member").status_code == 302
    assert try_in(at_home, "a slip").status_code == 200
    assert try_in(at_home, RIGHT).status_code == 302
    cookie = at_home.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
    assert cookie["max-age"] > 300 * 24 * 3600


def test_a_known_browser_is_known_for_its_own_account_and_guesses_few_times(
    co_chair: User, member: User
) -> None:
    at_home = Client()
    assert try_in(at_home, RIGHT, name="member").status_code == 302
    for n in range(30):
        try_in(Client(), "wrong", at=ELSEWHERE.format(n))
    assert try_in(at_home, RIGHT).status_code == 429
    guesses = [try_in(at_home, "wrong", name="member").status_code for _ in range(12)]
    assert guesses == [200] * 10 + [429] * 2


def test_a_cookie_that_is_not_ours_opens_nothing(client: Client, co_chair: User) -> None:
    for n in range(30):
        try_in(Client(), "wrong", at=ELSEWHERE.format(n))
    client.cookies[COOKIE] = f"x.{account_named('co_chair')}:1abc:nonsense"
    assert try_in(client, RIGHT).status_code == 429


def test_while_a_password_is_checked_the_next_is_asked_to_come_again(
    client: Client, co_chair: User, checks: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backends, "PATIENCE", 0)
    at_home = Client()
    assert try_in(at_home, RIGHT).status_code == 302
    checks.clear()
    assert backends._checking.acquire(blocking=False)
    try:
        for browser in (client, at_home):
            busy = try_in(browser, RIGHT)
            assert (busy.status_code, busy.headers["Retry-After"]) == (429, "3")
            assert "Somebody else is signing in at this moment" in busy.content.decode()
            assert 'value="co_chair"' in busy.content.decode()
    finally:
        backends._checking.release()
    assert checks == []
    assert not Count.objects.filter(number__gt=0).exists()
    assert try_in(client, RIGHT).status_code == 302


def test_signing_in_often_is_no_wrong_try(client: Client, co_chair: User) -> None:
    for _ in range(15):
        assert try_in(Client(), RIGHT).status_code == 302
    assert not Count.objects.filter(number__gt=0).exists()
    assert "co_chair" not in str(list(Count.objects.values()))
