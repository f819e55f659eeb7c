"""A pytest plugin: which test executes which line of the files to be broken, if it passes.

Each test process writes its own part into the folder that ``LINES_TO`` names.
"""

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

FILES = frozenset(os.environ.get("LINES_OF", "").split(os.pathsep))
_executed: dict[str, set[str]] = defaultdict(set)
_not_passed: set[str] = set()
_now = [""]


def _enter(frame: FrameType, event: str, arg: Any) -> Any:
    return _line if frame.f_code.co_filename in FILES else None


def _line(frame: FrameType, event: str, arg: Any) -> Any:
    if event == "line":
        _executed[f"{frame.f_code.co_filename}:{frame.f_lineno}"].add(_now[0])
    return _line


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    _now[0] = item.nodeid
    sys.settrace(_enter)
    try:
        return (yield)
    finally:
        sys.settrace(None)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    if not report.passed:
        _not_passed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    found = {line: sorted(tests - _not_passed) for line, tests in _executed.items()}
    if found:
        Path(os.environ["LINES_TO"], f"{os.getpid()}.json").write_text(json.dumps(found))
