"""What earlier portals kept of problems of the trail is there after an update, and goes back."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from boards.models import SettledProblem, TrailProblem
from boards.rules.chain import digest_of
from boards.selectors.trail import check_view

BEFORE, AFTER = "0029_ends_of_files", "0032_no_columns_of_problems"
KEY = "minutes_differ:7:3f9a1c00"


@pytest.fixture
def go_to(transactional_db: None) -> Iterator[Callable[[str], Any]]:
    """The apps as they are after a migration."""

    def _go_to(name: str) -> Any:
        executor = MigrationExecutor(connection)
        return executor.migrate([("boards", name)]).apps

    yield _go_to
    _go_to(AFTER)


def test_what_was_found_known_and_settled_stays_so(
    go_to: Callable[[str], Any], now: datetime
) -> None:
    now = now.astimezone(UTC)
    first = now - timedelta(days=3)
    before = go_to(BEFORE)
    checks = before.get_model("boards", "TrailCheck").objects
    checks.create(at=first, records=7, problems=["In old words."])
    told = {
        "problems": ["In old words.", "Minutes 7."],
        "since": {"In old words.": first.isoformat(), "Minutes 7.": now.isoformat()},
        "keys": {"In old words.": "In old words.", "Minutes 7.": KEY},
    }
    checks.create(at=now, records=7, **told)
    settled = before.get_model("boards", "SettledProblem").objects
    for name in (KEY, "In old words."):
        settled.create(digest=digest_of(name), words="A slip.", by="Kit", at=now)

    go_to(AFTER)
    found = TrailProblem.objects.order_by("pk").values_list("key", "words", "since")
    assert list(found) == [
        ("In old words.", "In old words.", first),
        ("In old words.", "In old words.", first),
        (KEY, "Minutes 7.", now),
    ]
    assert [words for words, _ in check_view(shown=9).settled] == ["In old words.", "Minutes 7."]
    assert set(SettledProblem.objects.values_list("key", flat=True)) == {KEY, "In old words."}

    back = go_to(BEFORE)
    assert back.get_model("boards", "TrailCheck").objects.filter(at=now).values(*told).get() == told
    digests = back.get_model("boards", "SettledProblem").objects.values_list("digest", flat=True)
    assert set(digests) == {digest_of(KEY), digest_of("In old words.")}
