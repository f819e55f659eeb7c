"""What a case of a rule of the database is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from boards.models import BoardPage, MeetingPage, MinutesPage


@dataclass(frozen=True)
class Case:
    """A row, and the change that the rule forbids; a row that is not stored is not let in."""

    row: models.Model
    changes: dict[str, Any]


@dataclass(frozen=True)
class World:
    board: BoardPage
    other: BoardPage
    meeting: MeetingPage
    minutes: MinutesPage
    now: datetime


Cases = dict[str, Callable[[World], Case]]


def row(model: type[models.Model]) -> models.Model:
    found = model._default_manager.order_by("pk").first()
    assert found
    return found


def twin(model: type[models.Model], *names: str) -> Case:
    """The second row takes from the first what must be its own."""
    first, second = model._default_manager.order_by("pk")[:2]
    return Case(second, {name: getattr(first, name) for name in names})


def nonsense(model: type[models.Model], field: str) -> Callable[[World], Case]:
    return lambda world: Case(row(model), {field: "nonsense"})
