"""Starting real programs for tests, and stopping them by their own id."""

import os
import signal
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
BIN = ROOT / ".venv" / "bin"
SIGNALS = "HUP,INT,QUIT,TERM"
OF_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES"}


@dataclass
class Program:
    """A started program, its output in a file."""

    process: subprocess.Popen[bytes]
    log: Path

    def ask_to_end(self) -> None:
        """Ask it, and those it started."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)

    def stop(self) -> None:
        """Ask it, and those it started, to end; insist after ten seconds."""
        if self.process.poll() is None:
            self.ask_to_end()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(10)

    @property
    def output(self) -> str:
        return self.log.read_text(errors="replace")


def start(
    command: list[str], *, log: Path, env: dict[str, str] | None = None, cwd: Path = ROOT
) -> Program:
    """As from a terminal: whoever began the tests may ignore signals, or be a make itself."""
    given = dict(os.environ if env is None else env)
    with log.open("wb") as file:
        process = subprocess.Popen(
            ["env", f"--default-signal={SIGNALS}", *command],
            stdout=file,
            stderr=subprocess.STDOUT,
            env={name: value for name, value in given.items() if name not in OF_MAKE},
            cwd=cwd,
            start_new_session=True,
        )
    return Program(process, log)


def wait_for(condition: Callable[[], bool], *, seconds: float, what: str) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds} s in vain for {what}")


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False


@dataclass
class Portal:
    """The portal run as its own processes, with its own folder, from its own environment."""

    var: Path
    port: int
    more: dict[str, str] = field(default_factory=dict)
    programs: list[Program] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def env(self) -> dict[str, str]:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in {"DATABASE_URL", "REDIS_URL", "EMAIL_URL", "DJANGO_SETTINGS_MODULE"}
            and name != "PYTHONDONTWRITEBYTECODE"
        }
        own = {
            "VAR_DIR": str(self.var),
            "PORTAL_PORT": str(self.port),
            "PUBLIC_URL": self.address,
            "DIGEST_TICK_SECONDS": "5",
            "PATH": f"{BIN}:{os.environ['PATH']}",
        }
        return kept | own | self.more

    def manage(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a management command to its end."""
        return subprocess.run(
            [str(BIN / "python"), "manage.py", *words],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
            timeout=180,
        )

    def ask(self, question: str) -> tuple[Any, ...]:
        """The first row that its embedded database answers with; a process would take seconds."""
        with closing(sqlite3.connect(self.var / "portal.sqlite3", timeout=20)) as database:
            row: tuple[Any, ...] = database.execute(question).fetchone()
        return row

    def start(self, command: list[str]) -> Program:
        log = self.var / f"program-{len(self.programs)}.log"
        program = start(command, log=log, env=self.env)
        self.programs.append(program)
        return program

    def start_web(self) -> Program:
        command = [
            "granian",
            "--interface=wsgi",
            "portal.wsgi:application",
            "--host=127.0.0.1",
            f"--port={self.port}",
            "--workers=1",
        ]
        program = self.start(command)
        wait_for(lambda: answers(f"{self.address}/health/"), seconds=60, what="the web server")
        return program

    def stop(self) -> None:
        for program in self.programs:
            program.ask_to_end()  # all at once: some take seconds over it
        for program in self.programs:
            program.stop()
