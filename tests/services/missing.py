"""What this machine lacks, by the mark of the tests that need it."""

import shutil
from functools import cache
from pathlib import Path

TOOLS = {
    # The one without a window first: it draws the same pages for a third of the processor's time.
    "browser": (
        "Chromium",
        ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"),
    ),
    "redis": ("redis-server", ("redis-server",)),
    "office": ("LibreOffice", ("soffice", "libreoffice")),
    "postgres": ("PostgreSQL server", ("initdb", "/usr/lib/postgresql")),
}


def find_tool(names: tuple[str, ...]) -> str | None:
    """The first of the programs that is there; Debian keeps PostgreSQL's off the PATH."""
    for name in names:
        if found := shutil.which(name):
            return found
        if name.startswith("/"):
            programs = sorted(Path(name).glob("*/bin/initdb"))
            if programs:
                return str(programs[-1])
    return None


@cache
def missing_tools() -> dict[str, str]:
    return {mark: title for mark, (title, names) in TOOLS.items() if find_tool(names) is None}
