"""What two people or workers want at the same moment happens once, on a real PostgreSQL."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.services.ports import free_port
from tests.services.postgres import postgres_server
from tests.services.processes import Portal

pytestmark = [pytest.mark.postgres, pytest.mark.slow]

# What the first got, what the second got who came before the first had ended; rows afterwards.
OUTCOMES = {
    "the last proposal of a day": ["Proposal", "TooManyProposals", 40],
    "the only letter of a sender": ["NoneType", "TooMuch", 1],
    "publishing before a draft is saved": ["302", "400", 1],
    "start of an easy read": ["EasyReadPage", "EasyReadAlreadyStarted", 1],
    "files asked for": ["5", "5", 5],
    "files made": ["5", "0", 5],
    "pack asked for": ["True", "True", 1],
    "pack made": ["True", "False", 1],
    "request for a format": ["FormatRequest", "FormatRequest", 1],
    "answer to a request": ["FormatRequest", "AnsweredAlready", 1],
    "yes of two boards to one meeting": ["NoneType", "NoneType", 2],
    "meeting planned": ["MeetingPage", "MeetingAlreadyPlanned", 2],
    "invitation of one board": ["list", "list", 1],
    "a link that is for once": ["PersonalLink", "LinkIsVoid", 1],
    "a correction put on record": ["True", "False", 2],
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    with postgres_server() as url:
        portal = Portal(tmp_path_factory.mktemp("racing"), free_port(), {"DATABASE_URL": url})
        migrated = portal.manage("migrate", "--verbosity", "0")
        assert migrated.returncode == 0, migrated.stderr
        words = "from tests.project import racing; racing.write_outcomes()"
        raced = portal.manage("shell", "--no-imports", "-c", words)
        assert raced.returncode == 0, raced.stderr
        yield json.loads(raced.stdout)


@pytest.mark.parametrize("name", OUTCOMES)
def test_of_two_at_once_each_gets_a_clear_answer_and_it_happens_once(
    outcomes: dict[str, Any], name: str
) -> None:
    assert outcomes[name] == OUTCOMES[name]


def test_every_race_is_looked_at(outcomes: dict[str, Any]) -> None:
    assert set(outcomes) == set(OUTCOMES)
