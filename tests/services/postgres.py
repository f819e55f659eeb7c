"""A PostgreSQL of our own: on a free port, in a folder that goes away, never as root."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.missing import TOOLS, find_tool
from tests.services.places import quick_place
from tests.services.ports import free_port


def _as_postgres(command: list[str]) -> list[str]:
    """PostgreSQL refuses to run as root: then it runs as the account Debian made for it."""
    return ["runuser", "-u", "postgres", "--", *command] if os.getuid() == 0 else command


# Nothing has to outlive a power cut: quick where that makes no difference to what is answered.
FOR_TESTS = (
    *("listen_addresses=127.0.0.1", "fsync=off", "synchronous_commit=off", "full_page_writes=off"),
    *("wal_level=minimal", "max_wal_senders=0", "jit=off", "shared_buffers=256MB"),
)


@contextmanager
def postgres_server() -> Iterator[str]:
    """Yields the address of an empty database."""
    initdb = find_tool(TOOLS["postgres"][1])
    if initdb is None:
        raise RuntimeError("There is no PostgreSQL server on this machine.")
    programs = Path(initdb).resolve().parent
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-", dir=quick_place()))
    if os.getuid() == 0:
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
    data, port = folder / "data", free_port()
    pg_ctl = [str(programs / "pg_ctl"), "--pgdata", str(data), "--wait"]
    options = f"-p {port} -k {folder} " + " ".join(f"-c {each}" for each in FOR_TESTS)
    try:
        _run([str(programs / "initdb"), "--pgdata", str(data), "--auth=trust", "-U", "portal"])
        _run([*pg_ctl, "--log", str(folder / "log"), "--options", options, "start"])
        _run(
            [
                str(programs / "createdb"),
                "-h",
                "127.0.0.1",
                "-p",
                str(port),
                "-U",
                "portal",
                "portal",
            ]
        )
        yield f"postgresql://portal@127.0.0.1:{port}/portal"
    finally:
        subprocess.run(
            _as_postgres([*pg_ctl, "--mode", "immediate", "stop"]),
            check=False,
            capture_output=True,
            cwd="/",
        )
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str]) -> None:
    # pg_ctl's server would keep a pipe open for ever: its output goes nowhere.
    subprocess.run(
        _as_postgres(command),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd="/",
    )


def main() -> int:
    """Run a command with ``DATABASE_URL`` set to a PostgreSQL that lives as long as it does."""
    with postgres_server() as url:
        return subprocess.run(
            sys.argv[1:], env=os.environ | {"DATABASE_URL": url}, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main())
