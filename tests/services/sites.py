"""Sites for browsers: on copies of data that was made once, and renewed while the server runs."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.services.ports import free_port
from tests.services.processes import Portal, Program, wait_for

SEEDED = "seeded"  # the demonstration as it is on its first day
SHOWN = "shown"  # and with what its pages need that few have: a link by e-mail, a subscriber
AT_WORK = "at-work"  # the first day, and on it what the screens of the admin show and few have
DATABASE, SESSIONS, ADDRESSES = "portal.sqlite3", "sessions.json", "addresses.json"
FILES = ("media", "mail", "broker")
STILL = 0.1  # seconds without work: the answers that nobody waits for any more have ended


@contextmanager
def running_site(data: Path, folder: Path) -> Iterator[Portal]:
    """The web server on a copy of ``data`` in ``folder``."""
    shutil.copytree(data, folder, dirs_exist_ok=True)
    portal = Portal(folder, free_port())
    portal.start_web()
    yield portal
    portal.stop()


def renew(portal: Portal, data: Path) -> None:
    """Let a running site have ``data`` again, and nothing else.

    A start takes seconds, and its first pages as long again. What the server keeps in its memory
    is of templates and addresses, the same for all.
    """
    (web,) = portal.programs
    wait_for(lambda: _is_still(web), seconds=30, what="the end of what was asked")
    for name in FILES:
        shutil.rmtree(portal.var / name, ignore_errors=True)
        if (data / name).exists():
            shutil.copytree(data / name, portal.var / name)
    source = sqlite3.connect(f"file:{data / DATABASE}?immutable=1", uri=True)
    target = sqlite3.connect(portal.var / DATABASE, timeout=30)
    with closing(source), closing(target):
        source.backup(target)


def _is_still(program: Program) -> bool:
    before = _work_of(program)
    time.sleep(STILL)
    return _work_of(program) == before


def _work_of(program: Program) -> int:
    """What the processes of the program have used of the processor, in hundredths of a second."""
    work = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            told = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it ended
            continue
        if int(told[2]) == program.process.pid:  # its group
            work += int(told[11]) + int(told[12])
    return work
