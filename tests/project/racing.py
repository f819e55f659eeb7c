"""Two connections to one PostgreSQL that want the same at once, in a process of its own.

`manage.py shell -c "from tests.project import racing; racing.write_outcomes()"` on an empty portal.
"""

import json
import sys
from threading import Event, Thread
from time import monotonic, sleep

from django.db import connection, transaction

from tests.project.races import Act, races

PATIENCE = 120  # seconds
WAITING = """SELECT count(*) FROM pg_stat_activity
             WHERE datname = current_database() AND wait_event_type = 'Lock'"""


def write_outcomes() -> None:
    """Of each race what both got, and how many rows there are then."""
    found = {name: [*race(act), count()] for name, (act, count) in races().items()}
    sys.stdout.write(json.dumps(found))


def race(act: Act) -> list[str]:
    """What two threads get for ``act``: a number, or the name of what was made or raised.

    The first has acted, and commits only when the second waits for it or has ended.
    """
    outcomes = ["", ""]
    has_acted, may_commit = Event(), Event()

    def first() -> None:
        try:
            with transaction.atomic():
                outcomes[0] = _told(act)
                has_acted.set()
                may_commit.wait(PATIENCE)
        finally:
            has_acted.set()
            connection.close()

    def second() -> None:
        has_acted.wait(PATIENCE)
        outcomes[1] = _told(act)
        connection.close()

    threads = [Thread(target=first), Thread(target=second)]
    for thread in threads:
        thread.start()
    until = monotonic() + PATIENCE
    while threads[1].is_alive() and not _somebody_waits() and monotonic() < until:
        sleep(0.02)
    may_commit.set()
    for thread in threads:
        thread.join(PATIENCE)
    return outcomes


def _told(act: Act) -> str:
    try:
        with transaction.atomic():
            found = act()
    except Exception as problem:
        return type(problem).__name__
    return str(found) if isinstance(found, int) else type(found).__name__


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITING)
        return bool(cursor.fetchone()[0])
