"""What earlier portals kept of sign-ups becomes what happened, and goes back."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from boards.models import BoardPage, BoardsIndexPage, MeetingPage
from charter.models import CharterVersion, SignUp, SignUpEvent
from charter.signing.selectors import events_of
from charter.signing.states import contradiction, standing_of
from tests.borough import make_board

BEFORE, AFTER = "0004_what_versions_hold", "0006_events_of_signatures"
SIGNED_ON = date(2026, 3, 17)
STATES = ("invited", "considering", "signed", "lapsed", "withdrawn")
NAMES = {"signed_by_officer": "Ola Penn", "signed_by_citizen": "Mo Vale"}


@pytest.fixture
def go_to(transactional_db: None) -> Iterator[Callable[[str], Any]]:
    """The apps as they are after a migration."""

    def _go_to(name: str) -> Any:
        executor = MigrationExecutor(connection)
        return executor.migrate([("charter", name)]).apps

    yield _go_to
    _go_to(AFTER)


def test_every_sign_up_is_told_as_what_happened(
    go_to: Callable[[str], Any],
    carers_board: BoardPage,
    boards_index: BoardsIndexPage,
    held_meeting: MeetingPage,
    now: datetime,
) -> None:
    version = CharterVersion.objects.get()
    boards = [make_board(boards_index, f"Board {state}", state) for state in STATES]
    before = go_to(BEFORE)
    signed = {"signed_on": SIGNED_ON, "meeting_id": held_meeting.pk, **NAMES}
    for board, state in zip(boards, STATES, strict=True):
        before.get_model("charter", "SignUp").objects.create(
            board_id=board.pk,
            version_id=version.pk,
            state=state,
            note="Ring them",
            recorded_at=now.astimezone(UTC),
            **(signed if state in ("signed", "lapsed", "withdrawn") else {}),
        )
    go_to(AFTER)
    days = {}
    for state in STATES:
        row = SignUp.objects.get(board__slug=state)
        told = events_of(row)
        standing = standing_of(told)
        assert contradiction(told) == ""
        assert (standing.state, row.state) == (state, state)
        assert (standing.signed_on, standing.since) == (row.signed_on, row.since)
        assert (row.note, row.recorded_at) == ("Ring them", now)
        assert {event.by for event in told} == {"The portal, from what was kept before"}
        days[row.pk] = (state, row.signed_on)
    rows = go_to(BEFORE).get_model("charter", "SignUp").objects.all()
    assert {one.pk: (one.state, one.signed_on) for one in rows} == days
    assert SignUpEvent._meta.db_table not in connection.introspection.table_names()
