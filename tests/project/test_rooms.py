"""Tests lie where the source lies."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("app", ["easyread", "boards"])
def test_each_room_of_tests_is_a_room_of_the_source(app: str) -> None:
    tests, source = ROOT / "tests" / app, ROOT / app
    rooms = {path.parent.relative_to(tests).as_posix() for path in tests.rglob("test_*.py")} - {"."}
    assert rooms
    there = {path.with_suffix("").relative_to(source).as_posix() for path in source.rglob("*.py")}
    assert rooms - there - {name.rpartition("/")[0] for name in there} == set()
