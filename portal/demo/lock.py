"""One at a time on the demonstration's data: whoever runs or fills it holds a lock on its folder.

The system lets go of the lock when its holder ends, however that happens; nothing can be stale.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

IN_USE = "A demonstration is running on this data. Stop it first: Ctrl+C where it was started."


class InUse(Exception):
    """Somebody else holds the lock."""


@contextmanager
def alone_on(folder: Path) -> Iterator[None]:
    """Hold the lock. Raises `InUse`. Processes that are forked meanwhile hold it too."""
    with (folder / "demo.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            raise InUse(IN_USE) from problem
        yield
