"""What the tests of plain words share."""

from __future__ import annotations

import pytest

from easyread.plainwords import Vocabulary


@pytest.fixture
def site_words() -> Vocabulary:
    return Vocabulary(
        allowed=frozenset(["brokerage", "ldpb"]),
        explained=frozenset(["procurement", "hate crime", "cqc", "safeguarding adults board"]),
    )
