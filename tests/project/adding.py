"""A copy of the portal, and edits of it that follow or forget a recipe of CONTRIBUTING.md."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.project.test_house import APPS, ROOT

Edit = Callable[[Path], None]

MIGRATION = "makemigrations --check"
FORGOTTEN = "tests/project/test_nothing_is_forgotten.py::test_"
HOUSE = "tests/project/test_house.py::test_"


@dataclass(frozen=True)
class Step:
    """One place to touch. ``found_by`` finds that it was left out; then ``left_out`` is done."""

    place: str  # as the recipe names it
    edit: Edit
    found_by: str = ""
    left_out: Edit | None = None


def copy_of_the_portal(folder: Path) -> Path:
    """Only the sources; what is installed and what was built is borrowed."""
    unwanted = shutil.ignore_patterns("node_modules", "__pycache__", "drawn", "documents", "*.svg")
    for name in (*APPS, "templates", "tests"):
        shutil.copytree(ROOT / name, folder / name, ignore=unwanted)
    for name in ("manage.py", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    for name in ("build", ".venv"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def follow(steps: Iterable[Step], folder: Path) -> None:
    for step in steps:
        step.edit(folder)


def forget(steps: Iterable[Step], folder: Path) -> None:
    """Do what is no matter of forgetting, and leave out what a test finds."""
    for step in steps:
        edit = step.left_out if step.found_by else step.edit
        if edit is not None:
            edit(folder)


def before(path: str, mark: str, new: str) -> Edit:
    """Write ``new`` before the first ``mark`` in a file."""

    def edit(folder: Path) -> None:
        text = (folder / path).read_text()
        assert mark in text, f"{path} has no {mark!r} any more"
        (folder / path).write_text(text.replace(mark, new + mark, 1))

    return edit


def written(path: str, text: str) -> Edit:
    def edit(folder: Path) -> None:
        (folder / path).write_text(text)

    return edit


def at_the_end(path: str, text: str) -> Edit:
    def edit(folder: Path) -> None:
        with (folder / path).open("a") as file:
            file.write(text)

    return edit
