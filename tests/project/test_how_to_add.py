"""The recipes of CONTRIBUTING.md are true: their places are there, following them is enough for the
quick checks of the project, and a place that was left out is found."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.adding import MIGRATION, Step, copy_of_the_portal, follow, forget
from tests.project.adding_screens import RECIPES_OF_SCREENS
from tests.project.adding_to_pages import RECIPES_OF_PAGES
from tests.project.test_house import ROOT

RECIPES = RECIPES_OF_PAGES | RECIPES_OF_SCREENS
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text()
GUARDS = (
    "tests/project/test_nothing_is_forgotten.py",
    "tests/project/test_ways_in.py",
    "tests/project/test_templates_look_one_way.py",
    "tests/project/test_house.py::test_every_block_explains_itself",
    "tests/project/test_house.py::test_every_event_is_heard",
    "tests/project/test_house.py::test_every_page_type_is_a_model_a_template_and_a_promise",
    "tests/project/test_constraints.py::test_every_rule_of_the_database_has_its_case",
)
ELSEWHERE = {"key"}  # an argument, in the words of the recipe


def recipe(name: str) -> str:
    found = re.search(rf"^\*\*{name}\*\*.*?(?=^\*\*|\Z)", CONTRIBUTING, re.DOTALL | re.MULTILINE)
    assert found, f"CONTRIBUTING.md does not say how to add: {name}"
    return found[0]


def quoted(name: str) -> list[str]:
    return re.findall(r"`([^`]+)`", recipe(name))


def is_place(word: str) -> bool:
    return "/" in word and " " not in word


@pytest.mark.parametrize("name", RECIPES)
def test_every_place_and_every_name_of_a_recipe_is_there(name: str) -> None:
    words = quoted(name)
    places = [ROOT / word for word in words if is_place(word)]
    assert [place for place in places if not place.exists()] == []
    files = [f for p in places for f in ([p] if p.is_file() else sorted(p.glob("*.*")))]
    text = "\n".join(file.read_text() for file in files)
    names = {word for word in words if not is_place(word) and " " not in word}
    assert {word for word in names if not re.search(rf"\b{word}\b", text)} <= ELSEWHERE


@pytest.mark.parametrize("name", RECIPES)
def test_what_the_copy_does_is_what_the_recipe_says(name: str) -> None:
    assert {step.place for step in RECIPES[name]} - set(quoted(name)) == set()


@pytest.fixture
def steps() -> list[Step]:
    return [step for steps in RECIPES.values() for step in steps]


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """As somebody would from a terminal: what this run of tests was told is nobody's business."""
    mine = {name: value for name, value in os.environ.items() if name not in {"CI", "DATABASE_URL"}}
    mine = {name: value for name, value in mine.items() if not name.startswith("PYTEST_")}
    environment = {**mine, "ENV_FILE": "/dev/null", "VAR_DIR": str(folder / "var")}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def migrations(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    settings = ["--settings", "portal.settings.test"]
    return run(folder, "manage.py", "makemigrations", *options, *settings)


def failing(folder: Path) -> set[str]:
    quiet = ["-q", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider", "--tb=line"]
    told = run(folder, "-m", "pytest", *quiet, *GUARDS)
    assert told.returncode in {0, 1}, told.stdout + told.stderr
    return set(re.findall(r"^FAILED (\S+)", told.stdout, re.MULTILINE))


def test_following_the_recipes_is_enough(tmp_path: Path, steps: list[Step]) -> None:
    folder = copy_of_the_portal(tmp_path)
    follow(steps, folder)
    made = migrations(folder, "boards", "-n", "what_is_new")
    assert "what_is_new" in made.stdout, made.stderr
    assert migrations(folder, "--check", "--dry-run").returncode == 0
    assert failing(folder) == set()


def test_what_was_left_out_is_found(tmp_path: Path, steps: list[Step]) -> None:
    folder = copy_of_the_portal(tmp_path)
    forget(steps, folder)
    found = failing(folder)
    if migrations(folder, "--check", "--dry-run").returncode:
        found.add(MIGRATION)
    assert found == {step.found_by for step in steps if step.found_by} | {MIGRATION}
