"""Real servers for tests: each starts on a free port of loopback and is stopped by its id."""

import email
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage as Message
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.db import connection

from tests.services.mail_server import MailServer, running_mail_server
from tests.services.missing import TOOLS, find_tool
from tests.services.ports import free_port
from tests.services.postgres import postgres_server
from tests.services.prepared import one_at_a_time, prepared_file
from tests.services.processes import Portal, Program, start, wait_for
from tests.services.sites import SEEDED, SHOWN, running_site


@dataclass
class SmtpSink:
    """A real SMTP server that keeps what it is given."""

    port: int = 0
    messages: list[Message] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.messages.append(email.message_from_bytes(envelope.content, policy=policy.default))
        self.recipients += envelope.rcpt_tos
        return "250 kept"

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"


@pytest.fixture
def smtp_sink() -> Iterator[SmtpSink]:
    sink = SmtpSink(port=free_port())
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    yield sink
    controller.stop()


@pytest.fixture
def mail_server(settings: Any) -> Iterator[MailServer]:
    """A real SMTP server that answers each address as it is told; by default it accepts."""
    with running_mail_server(settings) as found:
        yield found


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Redis of our own."""
    port = free_port()
    program = start_redis(tmp_path_factory.mktemp("redis"), port)
    yield f"redis://127.0.0.1:{port}/0"
    program.stop()


def start_redis(folder: Path, port: int) -> Program:
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    program = start([*command, "--dir", str(folder)], log=folder / "log")
    wait_for(lambda: "Ready to accept" in program.output, seconds=10, what="Redis")
    return program


@pytest.fixture(scope="session")
def site_folders(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of real sites, made once a run (`seeding`); copy it, do not change it."""
    of_process = tmp_path_factory.getbasetemp()
    of_run = of_process.parent if "PYTEST_XDIST_WORKER" in os.environ else of_process
    folder, half = of_run / "sites", of_run / "half-sites"
    with one_at_a_time("seeded"):
        if not folder.exists():
            work = half / "work"
            work.mkdir(parents=True)
            if connection.vendor == "sqlite":
                shutil.copy(prepared_file(), work / "portal.sqlite3")
            words = f"from tests.services import seeding; seeding.seed({free_port()})"
            done = Portal(work, free_port()).manage("shell", "--no-imports", "-c", words)
            assert done.returncode == 0, done.stderr
            half.rename(folder)
    return folder


@pytest.fixture(scope="session")
def demo_site(site_folders: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """The demonstration's web server on data of its own, for browsers that only look."""
    with running_site(site_folders / SHOWN, tmp_path_factory.mktemp("site")) as portal:
        yield portal


@pytest.fixture
def own_portal(site_folders: Path, tmp_path: Path) -> Iterator[Portal]:
    """A portal on a fresh copy of the demonstration's data, nothing started yet."""
    folder = tmp_path / "var"
    shutil.copytree(site_folders / SEEDED, folder)
    portal = Portal(folder, free_port())
    yield portal
    portal.stop()


@pytest.fixture(scope="session")
def chromium_path() -> str:
    found = find_tool(TOOLS["browser"][1])
    assert found
    return found


@pytest.fixture
def postgres_url() -> Iterator[str]:
    with postgres_server() as url:
        yield url
