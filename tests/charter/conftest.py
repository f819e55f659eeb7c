"""The charter of the tests: version 1, in force since `CHARTER_FROM`, and a draft of the next."""

import pytest

from boards.models import BoardPage
from charter.models import CharterVersion
from charter.versions import services
from tests.services.kept import kept


@kept
def first(carers_board: BoardPage) -> CharterVersion:
    """Version 1, in force since the first day."""
    return CharterVersion.objects.select_related("charter").get()


@pytest.fixture
def draft(first: CharterVersion) -> CharterVersion:
    return services.begin_draft(charter=first.charter)
