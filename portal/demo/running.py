"""``python -m portal.demo.running``: all of the Procfile, alone on its data, ended as one.

Whatever ends it ends all: Ctrl+C, a terminal that closes, TERM to it or to the make that began it.
"""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

from honcho import command
from honcho.manager import Manager

from portal.demo.lock import InUse, alone_on
from portal.settings import env

LOOKS_EACH = 0.5  # seconds
TELLS_TO_END = (signal.SIGHUP, signal.SIGINT)


def _end(number: int = 0, frame: FrameType | None = None) -> None:
    os.kill(os.getpid(), signal.SIGTERM)  # honcho passes it on


def _caught_by_make(process: int) -> frozenset[int]:
    """Which of these signals the process catches, if it is a make and the system tells."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return frozenset()
    told = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    if told["Name"] not in {"make", "gmake"}:
        return frozenset()
    caught = int(told["SigCgt"], 16)
    return frozenset(number for number in TELLS_TO_END if caught >> (number - 1) & 1)


def _follow_parent() -> None:
    """End when the parent does. A make that gets INT or HUP alone passes nothing on and waits for
    us; all that shows is that it no longer catches that signal."""
    parent = os.getppid()
    caught = _caught_by_make(parent)

    def look(number: int, frame: FrameType | None) -> None:
        if os.getppid() != parent or caught - _caught_by_make(parent):
            signal.setitimer(signal.ITIMER_REAL, 0)
            _end()

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, LOOKS_EACH, LOOKS_EACH)


class PatientManager(Manager):
    """Ends its processes when all have begun: honcho breaks on one that has no number yet, and then
    waits for the others for ever."""

    def terminate(self) -> None:
        if self._all_started():
            super().terminate()
        else:
            signal.signal(signal.SIGALRM, _end)
            signal.setitimer(signal.ITIMER_REAL, LOOKS_EACH)


if __name__ == "__main__":
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # as under nohup
        signal.signal(signal.SIGHUP, _end)
    _follow_parent()
    procfile = sys.argv[1] if len(sys.argv) > 1 else "Procfile"
    sys.argv = ["honcho", "-f", procfile, "start"]
    try:
        with alone_on(env.writable_folder("VAR_DIR", env.BASE_DIR / "var")):
            command.Manager = PatientManager
            command.main()
    except InUse as problem:
        sys.exit(str(problem))
