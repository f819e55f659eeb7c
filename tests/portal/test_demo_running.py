"""All processes of the demonstration end as one, and nobody else uses its data meanwhile."""

import os
import signal
from functools import partial
from pathlib import Path

import pytest

from portal.demo.lock import IN_USE
from portal.demo.running import PatientManager
from tests.services.processes import BIN, Program, start, wait_for

MAKEFILE = f"""demo:
\t@PORTAL_PORT=1 exec {BIN}/python -m portal.demo.running {{procfile}}
"""


def begin(folder: Path, name: str = "first") -> Program:
    """As `make demo` does at its end, with something small in place of the portal."""
    (folder / "Procfile").write_text("web: echo begun; exec sleep 300\nbeat: exec sleep 300\n")
    makefile = folder / "Makefile"
    makefile.write_text(MAKEFILE.format(procfile=folder / "Procfile"))
    env = os.environ | {"VAR_DIR": str(folder), "ENV_FILE": "/dev/null"}
    command = ["make", "-f", str(makefile), "demo"]
    return start(command, log=folder / f"{name}.log", env=env)


def _has_begun(program: Program) -> bool:
    return " begun" in program.output


def running(folder: Path) -> list[str]:
    """Whoever has this folder's data in its environment."""
    sign, found = f"VAR_DIR={folder}\0".encode(), []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if sign in (entry / "environ").read_bytes():
                found.append(entry.name)
        except OSError:  # it ended, or is none of ours
            continue
    return found


def test_who_is_told_to_end_before_all_have_begun_ends_them_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ended, timers = [], []
    monkeypatch.setattr("honcho.manager.Manager._killall", lambda manager: ended.append("all"))
    monkeypatch.setattr(signal, "setitimer", lambda *timer: timers.append(timer))
    before = signal.getsignal(signal.SIGALRM)
    manager = PatientManager()
    manager.add_process("web", "true")
    try:
        manager.terminate()
        assert (ended, len(timers)) == ([], 1), "it is asked again a moment later"
        manager._processes["web"]["pid"] = 7
        manager.terminate()
    finally:
        signal.signal(signal.SIGALRM, before)
    assert ended == ["all"]


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL])
def test_whatever_ends_make_ends_all_of_it(tmp_path: Path, how: signal.Signals) -> None:
    program = begin(tmp_path)
    try:
        wait_for(partial(_has_begun, program), seconds=30, what="the processes")
        program.process.send_signal(how)
        wait_for(lambda: not running(tmp_path), seconds=60, what="the end of all processes")
    finally:
        program.stop()


@pytest.mark.slow
def test_ctrl_c_and_a_closed_terminal_end_all_of_it_and_nobody_else_begins(tmp_path: Path) -> None:
    for how in (signal.SIGINT, signal.SIGHUP):
        program = begin(tmp_path)
        try:
            wait_for(partial(_has_begun, program), seconds=30, what="the processes")
            second = begin(tmp_path, "second")
            assert second.process.wait(30)
            assert second.output.startswith(f"{IN_USE}\n")
            os.killpg(program.process.pid, how)
            wait_for(lambda: not running(tmp_path), seconds=60, what="the end of all processes")
        finally:
            program.stop()
