"""The borough of canaries, planted once: each test rolls back to it."""

import pytest
from django.core.management import call_command

from boards.models import BoardsIndexPage
from portal.home.models import HomePage
from portal.users.models import User
from tests.borough import NOON
from tests.canaries.garden import Garden
from tests.canaries.planting import grow
from tests.canaries.roles import make_accounts
from tests.services.kept import kept

Planted = tuple[Garden, dict[str, User]]


@kept
def planted(home: HomePage) -> Planted:
    """Everything with a canary, and an account of each role."""
    garden = grow(BoardsIndexPage.objects.get(), now=NOON)
    users = make_accounts(garden.boards)
    call_command("wagtail_update_index", verbosity=0)
    return garden, users


@pytest.fixture
def garden(planted: Planted) -> Garden:
    return planted[0]


@pytest.fixture
def users(planted: Planted) -> dict[str, User]:
    return planted[1]
