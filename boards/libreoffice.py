"""LibreOffice, where it is installed: turns one file into another kind and leaves nothing behind.

It runs without a screen, on a copy in a folder of its own, with a profile of its own that forbids
macros and links, and is stopped when it takes too long.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Calc/Content/Update", "Link", "2"),
    # Whatever asks for the network all the same asks a port where nobody listens.
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


class NoOffice(Exception):
    """LibreOffice is not installed on this machine."""


class OfficeFailed(Exception):
    """LibreOffice could not open the file, or took too long."""


def office_program() -> str | None:
    """The path of LibreOffice on this machine, None where it is not installed."""
    return next((path for name in _PROGRAMS if (path := shutil.which(name))), None)


def converted_by_office(
    content: bytes, *, suffix: str, target: str, seconds: float, import_filter: str = ""
) -> bytes:
    """What LibreOffice makes of a file whose name ends in `suffix` (".doc").

    `target` is what it is told after --convert-to: "docx", or "pdf:FILTER:OPTIONS". Without an
    `import_filter` it finds out by itself what the file is. Raises `NoOffice` and `OfficeFailed`.
    """
    program = office_program()
    if program is None:
        raise NoOffice
    with tempfile.TemporaryDirectory(prefix="office-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"source{suffix}"
        source.write_bytes(content)
        _write_profile(folder / "profile" / "user")
        reading = [f"--infilter={import_filter}"] if import_filter else []
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            "--nolockcheck",
            *reading,
            "--convert-to",
            target,
            "--outdir",
            str(folder / "made"),
            str(source),
        ]
        _run(command, folder, seconds)
        try:
            return (folder / "made" / f"source.{target.partition(':')[0]}").read_bytes()
        except OSError as problem:
            raise OfficeFailed from problem


def _run(command: list[str], folder: Path, seconds: float) -> None:
    environment = {
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as problem:
        raise NoOffice from problem
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as problem:
        raise OfficeFailed from problem
    finally:
        with suppress(ProcessLookupError):  # its children belong to the same group
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _write_profile(folder: Path) -> None:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    folder.mkdir(parents=True)
    (folder / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">' + items + "</oor:items>\n",
        encoding="utf-8",
    )
