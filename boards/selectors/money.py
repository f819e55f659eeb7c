"""Items about money: how many of them say it in plain words."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from boards.models import AgendaPage, BoardPage, MeetingPage
from boards.rules.money import MoneyItem, money_items
from easyread.tree import path_above, upper_path
from easyread.visibility import public_pages

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class MoneyFigures:
    """Of the items about money, how many say it in plain words."""

    explained: int = 0
    all: int = 0

    @property
    def missing(self) -> int:
        return self.all - self.explained


def missing_in(items: list[Any]) -> list[MoneyItem]:
    """Of an agenda's items as they are stored those that still need the explanation."""
    return [one for one in money_items(items) if not one.explained]


def money_figures(boards: list[BoardPage], *, today: date) -> dict[int, MoneyFigures]:
    """By the board's number, of the public agendas of a year's meetings; two queries for all."""
    paths = {board.path: board.pk for board in boards}
    since = timezone.make_aware(datetime.combine(today - YEAR, datetime.min.time()))
    meetings = MeetingPage.objects.filter(starts_at__gte=since).values("path")
    agendas = public_pages(AgendaPage.objects).annotate(
        text=Cast("items", TextField()),
        above=upper_path(),
    )
    counted: dict[int, list[bool]] = defaultdict(list)
    for path, text in agendas.filter(above__in=meetings).values_list("path", "text"):
        number = paths.get(path_above(path, 2))
        if number is not None:
            counted[number] += [one.explained for one in money_items(json.loads(text))]
    return {pk: MoneyFigures(sum(explained), len(explained)) for pk, explained in counted.items()}
