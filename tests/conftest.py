"""The cast and its small borough. Real servers are started by `tests/services`."""

import gc
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine

from boards.models import BoardPage, BoardsIndexPage, MeetingPage, MinutesPage
from boards.services import prepare_board
from charter.models import CharterPage
from portal.home.models import HomePage
from portal.users.models import User
from portal.users.services import prepare_officers
from tests.borough import NOON, begins_at, make_board, make_meeting, make_minutes, set_up_borough
from tests.services.databases import ON_EACH_DATABASE
from tests.services.dealing import dealt
from tests.services.kept import kept, place_of, prepare_for
from tests.services.missing import missing_tools
from tests.services.places import quick_place
from tests.services.prepared import prepare_database

pytest_plugins = ["tests.services.fixtures"]


LONG = ("slow", "crawl", "own_site")  # marks, and the fixture of journeys through the portal


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Skip what this machine cannot run; CI may leave nothing out. What takes minutes comes first,
    since at the end one process waits for the other. The rest is in random order among those that
    begin with the same rows.

    A very long name comes from bytes or a whole text as a parameter. Packed files hold the time:
    then the processes of one run would not agree on their tests, and none would run.
    """
    if long := [item.nodeid[:120] for item in items if len(item.nodeid) > 400]:
        raise pytest.UsageError(f"Give these cases short names (ids=…): {long}")
    missing = missing_tools()
    for item in items:
        if item.nodeid.startswith(ON_EACH_DATABASE):
            item.add_marker("each_database")
        for mark in item.iter_markers():
            if mark.name in missing:
                item.add_marker(
                    pytest.mark.skip(reason=f"this machine has no {missing[mark.name]}")
                )
    yield
    items.sort(key=lambda item: (_kind_of(item), place_of(item)))
    if items:
        workers = getattr(items[0].config, "workerinput", {}).get("workercount", 1)
        items[:] = dealt(items, [item for item in items if not all(_kind_of(item))], workers)


def _kind_of(item: Any) -> list[bool]:
    return [name not in item.keywords and name not in item.fixturenames for name in LONG]


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any, request: Any) -> Iterator[None]:
    """Just before a test's own transaction begins."""
    if fixturedef.argname == "_django_db_helper":
        with request.getfixturevalue("django_db_blocker").unblock():
            prepare_for(request.node, _begin_again)
    return (yield)


def pytest_collection_finish() -> None:
    """What is loaded by now stays until the end: nobody need look through it for garbage again and
    again: a few hundredths of what the tests take."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get("CI") and (missing := missing_tools()):
        raise pytest.UsageError(f"In CI nothing may be left out. Missing: {missing}")
    if place := quick_place():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", place)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    missing = missing_tools()
    if missing:
        terminalreporter.write_sep("!", "NOT EVERYTHING WAS TESTED", red=True, bold=True)
        for mark, tool in missing.items():
            terminalreporter.write_line(f"  no {tool}: the tests marked “{mark}” were left out")


@pytest.fixture(autouse=True)
def clock(request: pytest.FixtureRequest) -> Iterator[None]:
    """The same moment for every test, so that none fails on some days of the year only.

    It goes on from there. Browsers and whole processes know nothing of it: they live in real time.
    A test that tells of certain days says when it begins: ``@pytest.mark.begins("2026-11-12")``.
    """
    if any(request.node.get_closest_marker(mark) for mark in ("browser", "slow")):
        yield
        return
    own = request.node.get_closest_marker("begins")
    with time_machine.travel(begins_at(*own.args) if own else begins_at()):
        yield


@pytest.fixture
def now() -> datetime:
    """A Thursday in the spring, noon in London."""
    return NOON


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_modify_db_settings: None,
    django_db_blocker: Any,
) -> None:
    """Set the portal up once a process, on a copy of the prepared database: every test begins with
    it and rolls back to it."""
    with django_db_blocker.unblock():
        _begin_again()


def _begin_again() -> None:
    prepare_database()
    with time_machine.travel(NOON):
        set_up_borough()


@kept
def home(db: None) -> HomePage:
    """A portal as it is on its first day."""
    return HomePage.objects.get()


@kept
def boards_index(home: HomePage) -> BoardsIndexPage:
    return BoardsIndexPage.objects.get()


@kept
def carers_board(boards_index: BoardsIndexPage) -> BoardPage:
    return make_board(boards_index, "Carers Partnership Board", "carers")


@kept
def autism_board(boards_index: BoardsIndexPage) -> BoardPage:
    return make_board(boards_index, "Autism Partnership Board", "autism")


@kept
def held_meeting(carers_board: BoardPage, now: datetime) -> MeetingPage:
    return make_meeting(carers_board, now - timedelta(days=30))


@kept
def coming_meeting(carers_board: BoardPage, now: datetime) -> MeetingPage:
    return make_meeting(carers_board, now + timedelta(days=30))


@kept
def minutes(held_meeting: MeetingPage) -> MinutesPage:
    """Published minutes with one decision and two actions."""
    return make_minutes(held_meeting)


def _person(username: str, *groups: Any) -> User:
    user = User.objects.create_user(username, password="a long enough password")
    user.groups.add(*groups)
    return user


@kept
def co_chair(carers_board: BoardPage) -> User:
    """Looks after the carers board."""
    return _person("co_chair", prepare_board(board=carers_board))


@kept
def other_co_chair(autism_board: BoardPage) -> User:
    """Looks after the autism board, not the carers'."""
    return _person("other_co_chair", prepare_board(board=autism_board))


@kept
def officer(home: HomePage) -> User:
    assert CharterPage.objects.exists()
    return _person("officer", prepare_officers())


@kept
def member(db: None) -> User:
    """Has an account and no duty."""
    return _person("member")
