"""Fixtures whose rows are made once and then lent to each test that asks for them.

A test finds what its own fixtures make and nothing else: what others keep is rolled back first. The
database is a stack of savepoints, one a fixture; tests that ask for the same stand together
(``place_of``), so that little is made twice (docs/adr/0031).
"""

import inspect
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.db import transaction

from tests.borough import begins_at

Maker = Callable[..., Any]
RENEWED_AFTER = 250  # tests: while a transaction lasts, PostgreSQL tidies nothing up
_ranks: dict[str, int] = {}  # names of kept fixtures, in the order in which they are declared


def kept(make: Maker) -> Any:
    """A fixture of rows, made of ``db``, ``now`` and other kept fixtures only.

    Each test gets a copy of what ``make`` gave, and the rows as they were then. A test without a
    transaction, or one that names the fixture only while it runs, calls ``make`` itself.
    """
    name = make.__name__
    _ranks.setdefault(name, len(_ranks))

    def lend(**given: Any) -> Any:
        return _ground.lent[name] if name in _ground.lent else make(**given)

    vars(lend).update(__doc__=make.__doc__, __signature__=inspect.signature(make), kept=make)
    return pytest.fixture(name=name)(lend)


@dataclass(frozen=True)
class Step:
    """One fixture on the way to what a test begins with."""

    name: str
    make: Maker
    now: datetime | None

    @property
    def arguments(self) -> list[str]:
        return list(inspect.signature(self.make).parameters)

    @property
    def rank(self) -> tuple[int, str]:
        return _ranks[self.name], self.make.__module__


def steps_to(item: Any) -> list[Step]:
    """What the test asks for, in an order that it shares with others that ask for the same."""
    found: dict[str, Step | None] = {}
    if not (is_transactional(item) or any(map(item.get_closest_marker, ("browser", "slow")))):
        for name in sorted(_ranks.keys() & item.fixturenames, key=_ranks.__getitem__):
            _add_step(name, item._fixtureinfo.name2fixturedefs, found)
    return [step for step in found.values() if step]


def is_transactional(item: Any) -> bool:
    """Whether the test commits: it empties the database in the end."""
    mark = item.get_closest_marker("django_db")
    return bool("transactional_db" in item.fixturenames or (mark and mark.kwargs))


def _add_step(name: str, definitions: Any, found: dict[str, Step | None]) -> bool:
    """Add the fixture after those that it is made of; no, if one of them cannot be kept."""
    if name not in found:
        make = getattr(definitions[name][-1].func, "kept", None)
        asked = set(inspect.signature(make).parameters) if make else set()
        rows = sorted(asked - {"db", "now"})
        if make and all(_add_step(each, definitions, found) for each in rows):
            now = definitions["now"][-1].func() if "now" in asked else None
            found[name] = Step(name, make, now)
        else:
            found[name] = None
    return found[name] is not None


@dataclass
class _Ground:
    """What stands in the database beside what every test begins with."""

    layers: list[tuple[Step, Any, bytes]] = field(default_factory=list)
    lent: dict[str, Any] = field(default_factory=dict)
    tests: int = 0
    was_emptied: bool = False  # a test that commits empties the whole database in the end

    def prepare(self, wanted: list[Step], begins_at: datetime) -> None:
        same = 0
        while same < min(len(self.layers), len(wanted)) and self.layers[same][0] == wanted[same]:
            same += 1
        self.tests += 1
        self.clear(same if self.tests % RENEWED_AFTER else 0)
        # The clock stands still: nothing that a test does is earlier than what it begins with.
        with time_machine.travel(begins_at, tick=False):
            for step in wanted[len(self.layers) :]:
                self._add(step)
        self.lent = self._copies()

    def clear(self, height: int = 0) -> None:
        while len(self.layers) > height:
            transaction.set_rollback(True)
            _, savepoint, _ = self.layers.pop()
            savepoint.__exit__(None, None, None)
        self.lent = {}

    def _copies(self) -> dict[str, Any]:
        found: dict[str, Any] = pickle.loads(self.layers[-1][-1]) if self.layers else {}
        return found

    def _add(self, step: Step) -> None:
        savepoint: Any = transaction.atomic()
        savepoint._from_testcase = True  # so that a “durable” transaction may begin in it
        savepoint.__enter__()
        try:
            made = self._copies()
            values = made | {"db": None, "now": step.now}
            made[step.name] = step.make(**{each: values[each] for each in step.arguments})
            self.layers.append((step, savepoint, pickle.dumps(made)))
        except BaseException:
            transaction.set_rollback(True)
            savepoint.__exit__(None, None, None)
            raise


_ground = _Ground()


def prepare_for(item: pytest.Item, begin_again: Callable[[], None]) -> None:
    """Let the database hold what the test begins with; its own transaction has not begun yet."""
    if _ground.was_emptied:
        _ground.clear()
        begin_again()
    _ground.was_emptied = is_transactional(item)
    _ground.prepare(steps_to(item), begins_at())


def put_away() -> None:
    """Let nothing stand in the database but what every test begins with."""
    _ground.clear()


def place_of(item: pytest.Item) -> tuple[bool, list[tuple[int, str]]]:
    """Tests that begin with the same stand together; who empties the database comes last."""
    return is_transactional(item), [step.rank for step in steps_to(item)]
