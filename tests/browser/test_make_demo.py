"""`make demo` on a machine that has nothing yet: a fresh clone, a clean environment."""

import os
import re
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from portal.demo.lock import IN_USE
from tests.services.ports import free_port
from tests.services.processes import BIN, ROOT, Program, start, wait_for

# No browser is needed; in the group of the browser tests it does not take their processor.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
]

FIRST_START = 400  # seconds: every package is fetched
SECOND_START = 120  # on a machine that has much else to do; see also the share below
SHARE_OF_FIRST = 0.5  # nothing is fetched, made or filled again: one run, so any machine's speed
MAIL_AFTER_READY = 60
END = 20
PAGES = ("/", "/boards/", "/boards/learning-disability/", "/charter/", "/actions/", "/digests/")
# What a machine may need to reach the registries of packages; nothing of ours.
KEPT = re.compile(
    r"HOME|LANG|TERM|PYENV_ROOT|(PIP|UV|NPM_CONFIG|npm_config|SSL)_\w+|\w+_(CA_CERTS|CA_BUNDLE|proxy|PROXY)"
)


@dataclass
class Demo:
    """A clone in which `make demo` runs."""

    folder: Path
    port: int
    program: Program | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self, *, within: float) -> float:
        """Start it; the seconds until it says that it is ready."""
        began = time.monotonic()
        self.program = start(
            ["make", "demo", f"PORT={self.port}"],
            log=self.folder.with_suffix(".log"),
            env=self._env(),
            cwd=self.folder,
        )
        wait_for(self._is_ready_or_over, seconds=within, what="the line “Ready”")
        assert self._says_ready(), self.program.output
        return time.monotonic() - began

    def _env(self) -> dict[str, str]:
        env = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name)}
        paths = [each for each in os.environ["PATH"].split(":") if Path(each) != BIN]
        return env | {"PATH": ":".join(paths)}

    def _says_ready(self) -> bool:
        return self.program is not None and f"Ready: {self.address}/\n" in self.program.output

    def _is_ready_or_over(self) -> bool:
        assert self.program
        return self._says_ready() or self.program.process.poll() is not None

    def stop(self, how: signal.Signals) -> None:
        """What a service manager does: only make itself is told to end."""
        assert self.program
        self.program.process.send_signal(how)
        self.program.process.wait(END)
        wait_for(lambda: not self.processes(), seconds=END, what="the end of all processes")

    def refusal(self, target: str) -> str:
        """What somebody is told who makes this on another port meanwhile."""
        command = ["make", target, f"PORT={free_port()}"]
        done = subprocess.run(
            command, cwd=self.folder, env=self._env(), capture_output=True, text=True, check=False
        )
        assert done.returncode
        return done.stderr

    def processes(self) -> list[int]:
        """Everything that runs in the clone's folder, whoever started it."""
        return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if self._is_ours(entry)]

    def _is_ours(self, process: Path) -> bool:
        try:
            return (process / "cwd").readlink().is_relative_to(self.folder)
        except OSError:  # it ended, or is none of ours
            return False

    def read(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.address}{path}", timeout=20) as answer:
            body: bytes = answer.read()
        return body.decode()

    def letters(self) -> list[Path]:
        return sorted((self.folder / "var" / "mail").glob("*.eml"))

    def digests(self) -> list[Path]:
        """The senate's copies; the others are letters to single people."""
        return [letter for letter in self.letters() if b"List-Unsubscribe:" in letter.read_bytes()]


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Demo]:
    folder = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(folder)], check=True)
    demo = Demo(folder, free_port())
    yield demo
    if demo.program:
        demo.program.stop()
    for process in demo.processes():
        os.kill(process, signal.SIGKILL)


def test_a_fresh_clone_becomes_a_working_portal_stops_and_starts_again_with_its_data(
    demo: Demo, capsys: pytest.CaptureFixture[str]
) -> None:
    first = demo.start(within=FIRST_START)
    for path in PAGES:
        assert "<h1" in demo.read(path), path
    ready = time.monotonic()
    wait_for(lambda: bool(demo.digests()), seconds=MAIL_AFTER_READY, what="the first digest")
    mail = time.monotonic() - ready
    found = re.search(r"/digests/senate/\d+/", _text(demo.digests()[0]))
    assert found
    assert found[0] in demo.read("/digests/")
    assert "What the boards did" in demo.read(found[0])
    actions = _number_of_actions(demo)
    for target in ("demo-reset", "demo"):
        assert demo.refusal(target).startswith(f"CommandError: {IN_USE}\n")

    demo.stop(signal.SIGTERM)
    letters = demo.letters()

    second = demo.start(within=SECOND_START)
    assert second < SHARE_OF_FIRST * first
    assert _number_of_actions(demo) == actions
    assert found[0] in demo.read("/digests/")
    assert demo.letters()[: len(letters)] == letters
    demo.stop(signal.SIGHUP)
    with capsys.disabled():
        _say(f"make demo: ready after {first:.0f} s, first letter {mail:.0f} s later, ")
        _say(f"second start {second:.0f} s\n")


def _text(letter: Path) -> str:
    body = message_from_bytes(letter.read_bytes(), policy=policy.default).get_body(("plain",))
    assert body
    return str(body.get_content())


def _number_of_actions(demo: Demo) -> str:
    found = re.search(r"\d+ actions", demo.read("/actions/"))
    assert found
    return found[0]


def _say(words: str) -> None:
    os.write(1, words.encode())
