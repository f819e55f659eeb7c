"""Every variable is checked at the start: a wrong one ends it with a sentence, never a secret."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from portal.settings import env

ROOT = Path(__file__).resolve().parents[2]
SECRET = "s3cr3t-w0rd"

WRONG = [
    ("PUBLIC_URL", "portal.example"),
    ("PUBLIC_URL", "ftp://portal.example"),
    ("DATABASE_URL", f"mysql://me:{SECRET}@db/portal"),
    ("DATABASE_URL", f"postgresql://me:{SECRET}@db:notaport/portal"),
    ("REDIS_URL", f"http://:{SECRET}@redis"),
    ("EMAIL_URL", f"imap://me:{SECRET}@mail"),
    ("EMAIL_URL", f"smtp://me:{SECRET}@mail:notaport"),
    ("EMAIL_TIMEOUT", "soon"),
    ("EMAIL_TIMEOUT", "0"),
    ("EMAIL_TIMEOUT", "301"),
    ("DIGEST_TICK_SECONDS", "4"),
    ("DIGEST_TICK_SECONDS", "1.5"),
    ("DIGEST_TICK_SECONDS", ""),
    ("DEBUG", "perhaps"),
    ("TRUSTED_PROXIES", "many"),
    ("TRUSTED_PROXIES", "-1"),
]


NO_DEMONSTRATION = """
import django; django.setup()
from django.apps import apps
from django.core.management import get_commands
from django.urls import NoReverseMatch, reverse
assert not apps.is_installed("portal.demo") and not apps.is_installed("portal.mailbox")
assert not {"seed_demo", "prepare_demo", "say_ready"} & set(get_commands())
reverse("wagtailadmin_home")
try:
    reverse("mailbox:sent_mail")
except NoReverseMatch:
    print("none of it")
"""


# What reads and sets files is loaded by those who need it: most processes never do.
HEAVY = """
import sys, django; django.setup()
from django.urls import get_resolver
assert get_resolver().url_patterns
print(sorted({"docx", "holidays", "icalendar", "pypdf", "typst"} & set(sys.modules)))
"""


def start(
    settings: str, *, code: str = "import django; django.setup()", **values: str
) -> subprocess.CompletedProcess[str]:
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=known | {"DJANGO_SETTINGS_MODULE": f"portal.settings.{settings}"} | values,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def refusal_in(done: subprocess.CompletedProcess[str]) -> str:
    """What was said, after checking that it is a sentence and no traceback."""
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stderr.startswith("The portal cannot start: ")
    return done.stderr


def read(name: str) -> object:
    """Read a variable as the settings do."""
    readers: dict[str, Callable[[], object]] = {
        "PUBLIC_URL": lambda: env.web_address(name, "http://127.0.0.1"),
        "DATABASE_URL": lambda: env.database(Path("x.sqlite3")),
        "REDIS_URL": env.redis_address,
        "EMAIL_URL": lambda: env.email("files://"),
        "EMAIL_TIMEOUT": lambda: env.whole_number(name, 30, low=1, high=300),
        "DIGEST_TICK_SECONDS": lambda: env.whole_number(name, 60, low=5, high=3600),
        "DEBUG": lambda: env.yes_or_no(name, False),
        "TRUSTED_PROXIES": lambda: env.whole_number(name, 0, low=0, high=10),
    }
    return readers[name]()


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_value_ends_the_start_and_names_the_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.delenv(name, raising=False)
    read(name)
    monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as end:
        read(name)
    words = str(end.value)
    assert words.startswith(f"The portal cannot start: {name} ")
    assert SECRET not in words


@pytest.mark.slow
def test_the_settings_themselves_refuse_a_wrong_value() -> None:
    done = start("test", DATABASE_URL=f"mysql://me:{SECRET}@db/portal")
    assert "DATABASE_URL" in refusal_in(done)
    assert SECRET not in done.stdout + done.stderr


GOOD = {
    "SECRET_KEY": "k" * 60,
    "PUBLIC_URL": "https://portal.example",
    "DATABASE_URL": "postgresql://me:word@db/portal",
    "REDIS_URL": "redis://redis/0",
    "EMAIL_URL": "smtp://mail:25",
    "MAIL_FROM": "portal@portal.example",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_production_does_not_start_without(name: str) -> None:
    without = {key: value for key, value in GOOD.items() if key != name}
    assert f"{name} is not set" in refusal_in(start("production", **without))


@pytest.mark.slow
def test_production_starts_with_all_of_them_and_refuses_a_short_key() -> None:
    started = start("production", code=NO_DEMONSTRATION, **GOOD)
    assert started.stdout == "none of it\n", started.stderr
    words = refusal_in(start("production", **(GOOD | {"SECRET_KEY": SECRET})))
    assert "SECRET_KEY is shorter than 50 characters" in words
    assert SECRET not in words


@pytest.mark.slow
def test_a_start_loads_nothing_that_reads_or_sets_files() -> None:
    assert start("test", code=HEAVY).stdout == "[]\n"


@pytest.mark.slow
def test_production_keeps_no_mail_in_files() -> None:
    words = refusal_in(start("production", **(GOOD | {"EMAIL_URL": "files://"})))
    assert "EMAIL_URL must name a mail server" in words


def test_sqlite_waits_for_other_writers_and_postgresql_does_not_wait_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert env.database(Path("x.sqlite3"))["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    monkeypatch.setenv("DATABASE_URL", GOOD["DATABASE_URL"])
    assert env.database(Path("x.sqlite3"))["OPTIONS"]["connect_timeout"] == 5


def test_lists_are_read_with_commas_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", " a.example, ,b.example,")
    assert env.words("ALLOWED_HOSTS") == ["a.example", "b.example"]
