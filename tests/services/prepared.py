"""One prepared database: migrated once, then copied by every test process.

Migrating takes sixteen seconds of processor time, copying a hundredth of one. The embedded one is
kept in ``build/tests`` as long as no migration and no library changes; a PostgreSQL of the tests
lives for one run, and so does what is prepared in it.
"""

import fcntl
import hashlib
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from tests.services.processes import ROOT

FOLDER = ROOT / "build" / "tests"
creation: Any = connection.creation  # Django's own, whose name of the test database has no type


def fingerprint() -> str:
    """Changes with the migrations of the four apps and with the libraries' versions."""
    told = hashlib.sha256(sys.version.encode())
    files = [ROOT / "requirements-dev.lock"]
    for app in ("boards", "charter", "easyread", "portal"):
        files += sorted((ROOT / app).rglob("migrations/*.py"))
    for file in files:
        told.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return told.hexdigest()[:16]


@contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """Of all processes on this checkout one at a time passes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare_database() -> None:
    """Let the default connection be to a migrated database of this process's own."""
    if connection.vendor == "sqlite":
        _copy_file()
    else:
        _copy_template()


def prepared_file() -> Path:
    """A migrated SQLite file; copy it, do not change it. Made by the first who asks."""
    kept = FOLDER / f"migrated-{fingerprint()}.sqlite3"
    with one_at_a_time("migrated"):
        if not kept.exists():
            for old in FOLDER.glob("migrated-*.sqlite3*"):
                old.unlink()
            creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            half = kept.with_suffix(".half")
            half.unlink(missing_ok=True)
            with closing(sqlite3.connect(half)) as copy:
                connection.connection.backup(copy)
            half.rename(kept)
    return kept


@cache
def _own_name() -> str:
    name: str = creation._get_test_db_name()  # Django makes it from the name that it replaces
    return name


def _copy_file() -> None:
    kept = prepared_file()
    _point_to(_own_name())  # in memory, shared by its threads
    connection.ensure_connection()
    with closing(sqlite3.connect(kept)) as source:
        source.backup(connection.connection)


def _copy_template() -> None:
    own = _own_name()
    connection.close()
    known = f"migrated_{fingerprint()}"
    quote = connection.ops.quote_name
    with one_at_a_time("postgres"):
        with _anywhere() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [known])
            is_there = cursor.fetchone() is not None
        if not is_there:
            creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            connection.close()
        with _anywhere() as cursor:
            if is_there:
                cursor.execute(f"DROP DATABASE IF EXISTS {quote(own)}")
                cursor.execute(f"CREATE DATABASE {quote(own)} TEMPLATE {quote(known)}")
            else:
                cursor.execute(f"CREATE DATABASE {quote(known)} TEMPLATE {quote(own)}")
    _point_to(own)


def _anywhere() -> Any:
    """A cursor that is in none of the databases that are copied."""
    return connection._nodb_cursor()


def _point_to(name: str) -> None:
    connection.close()
    settings.DATABASES[connection.alias]["NAME"] = name
    connection.settings_dict["NAME"] = name
