"""The borough of canaries, planted once a module: each test rolls back to it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from boards.models import BoardsIndexPage
from portal.users.models import User
from tests.borough import NOON, set_up_borough
from tests.canaries.garden import Garden
from tests.canaries.planting import grow
from tests.canaries.roles import make_accounts

Planted = tuple[Garden, dict[str, User]]


@pytest.fixture(scope="module")
def planted(django_db_setup: None, django_db_blocker: Any) -> Iterator[Planted]:
    """Everything with a canary, and an account of each role; gone after the module's last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        if not BoardsIndexPage.objects.exists():
            set_up_borough()
        garden = grow(BoardsIndexPage.objects.get(), now=NOON)
        users = make_accounts(garden.boards)
        call_command("wagtail_update_index", verbosity=0)
        yield garden, users
        transaction.set_rollback(True)


@pytest.fixture
def garden(planted: Planted, db: None) -> Garden:
    """A garden that the test may change."""
    kept = planted[0]
    return Garden(kept.boards, dict(kept.allowed), dict(kept.place), dict(kept.rows))


@pytest.fixture
def users(planted: Planted, db: None) -> dict[str, User]:
    return planted[1]
