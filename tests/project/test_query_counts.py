"""Queries are counted twice: twenty rows cost what one costs, and main pages have a budget."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.models import AgendaPage, BoardPage, MinutesPage
from easyread.models import EasyReadPage
from portal.demo.services import seed_size
from portal.digests.models import DigestList, Edition
from portal.users.models import User
from tests.borough import make_easy_read

BUDGETS = {
    "home": 0,
    "boards": 0,
    "board": 0,
    "past meetings": 0,
    "meeting": 0,
    "agenda": 0,
    "minutes": 0,
    "easy read": 0,
    "actions": 0,
    "action": 0,
    "charter": 0,
    "charter of a board": 0,
    "digests": 0,
    "edition": 0,
    "search": 0,
    "jargon buster": 0,
    "pictures": 0,
    "my boards": 0,
    "actions to report": 0,
    "matrix": 0,
}
FOR_OFFICERS = {"my boards", "actions to report", "matrix"}


@dataclass(frozen=True)
class Borough:
    """A borough of some size, with the addresses of its pages."""

    addresses: dict[str, str]


def grow(*, boards: int, meetings: int) -> Borough:
    """More boards with meetings, agendas, minutes and actions; addresses of the newest board."""
    seed_size(boards=boards, meetings=meetings, now=timezone.now(), say=lambda words: None)
    board = BoardPage.objects.order_by("-pk")[0]
    minutes = MinutesPage.objects.descendant_of(board).live().order_by("-path")[0]
    agenda = AgendaPage.objects.child_of(minutes.get_parent()).get()
    easy_read = make_easy_read(minutes)
    now = timezone.now()
    for number in range(boards):
        edition = Edition.objects.create(
            list=DigestList.objects.get(),
            period_start=now - timedelta(days=number + Edition.objects.count() * 30),
            period_end=now + timedelta(days=1),
            state="done",
            content={"boards": []},
            frozen_at=now,
        )
    call_command("wagtail_update_index", verbosity=0)
    action = minutes.actions.filter(is_withdrawn=False)[0]
    return Borough(
        {
            "home": "/",
            "boards": "/boards/",
            "board": board.url,
            "past meetings": f"/past-meetings/{board.slug}/",
            "meeting": minutes.get_parent().url,
            "agenda": agenda.url,
            "minutes": minutes.url,
            "easy read": easy_read.url,
            "actions": "/actions/",
            "action": action.get_absolute_url(),
            "charter": "/charter/",
            "charter of a board": f"/charter/boards/{board.slug}/",
            "digests": "/digests/",
            "edition": edition.get_absolute_url(),
            "search": "/search/?q=board",
            "jargon buster": "/jargon-buster/",
            "pictures": "/pictures/",
            "my boards": "/admin/my-boards/",
            "actions to report": "/admin/my-boards/actions/",
            "matrix": "/admin/charter-matrix/",
        }
    )


def costs(borough: Borough, superuser: User) -> dict[str, int]:
    """Queries of each page, asked for as its readers do; a first visit warms the caches."""
    reader, insider = Client(), Client()
    insider.force_login(superuser)
    found = {}
    for name, address in borough.addresses.items():
        client = insider if name in FOR_OFFICERS else reader
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        assert answer.status_code == 200, address
        found[name] = len(queries)
    return found


@pytest.fixture
def superuser(db: None) -> User:
    return User.objects.create_superuser("super", password="a long enough password")


def test_twenty_boards_cost_what_one_costs_and_no_page_more_than_its_budget(
    home: object, superuser: User
) -> None:
    of_one = costs(grow(boards=1, meetings=2), superuser)
    of_twenty = costs(grow(boards=19, meetings=57), superuser)
    assert BoardPage.objects.count() == 20
    assert EasyReadPage.objects.count() == 2
    more = {name: (of_one[name], cost) for name, cost in of_twenty.items() if cost > of_one[name]}
    assert more == {}
    print(of_twenty)
    dear = {name: cost for name, cost in of_twenty.items() if cost > BUDGETS[name]}
    assert dear == {}
