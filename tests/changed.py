"""Runs the tests that a change touches; the whole run stays the judge.

A test file is touched if it was changed itself, if it names something of a changed module or of one
that does (through the ``__init__`` of a package to the module that holds the name), or if it is
called after a changed module. A changed template touches what is called after it, and the tests of
the views that name it.
"""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APPS = ("boards", "charter", "easyread", "portal", "tests")
TOO_COMMON = {
    *("board", "charter", "easyread", "portal", "template", "test", "init", "html", "page"),
    *("model", "view", "form", "service", "selector", "enum"),
}
QUICK = "not browser and not slow and not crawl"


def changed_files(base: str) -> set[str]:
    """Paths that differ from ``base``, and those that git does not know yet."""
    listings = (["diff", "--name-only", base], ["ls-files", "--others", "--exclude-standard"])
    said = [
        subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for words in listings
    ]
    return {line for text in said for line in text.splitlines()}


@cache
def sources() -> dict[str, str]:
    """Each Python file of ours, by its path."""
    paths = [path for app in APPS for path in sorted((ROOT / app).rglob("*.py"))]
    return {
        str(path.relative_to(ROOT)): path.read_text()
        for path in paths
        if not {"migrations", "node_modules"} & set(path.parts)
    }


def file_of(module: str) -> str | None:
    path = module.replace(".", "/")
    return next((one for one in (f"{path}.py", f"{path}/__init__.py") if one in sources()), None)


@cache
def imported(path: str) -> dict[str, tuple[str, str]]:
    """Of each name that a file imports the module, and its name there."""
    found = {}
    for node in ast.walk(ast.parse(sources()[path])):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for each in node.names:
                found[each.asname or each.name] = (node.module, each.name)
    return found


def home_of(module: str, name: str) -> str | None:
    """The file in which the name stands that a package only passes on."""
    if inner := file_of(f"{module}.{name}"):
        return inner
    path = file_of(module)
    if path and path.endswith("__init__.py") and name in imported(path):
        return home_of(*imported(path)[name])
    return path


@cache
def needs(path: str) -> frozenset[str]:
    homes = (home_of(module, name) for module, name in imported(path).values())
    return frozenset(home for home in homes if home)


def touched_modules(changed: set[str]) -> set[str]:
    """The changed modules and their nearest users, and the views that name a changed template."""
    templates = [path.removeprefix("templates/") for path in changed if path.endswith(".html")]
    named = {
        path
        for path, text in sources().items()
        if "views" in path and any(f'"{name}"' in text for name in templates)
    }
    first = changed & sources().keys()
    users = {path for path in sources() if not path.startswith("tests/") and needs(path) & first}
    return named | first | {path for path in users if not path.endswith("__init__.py")}


def words_of(path: str) -> set[str]:
    """What a file is about, as its name and its folder say."""
    return {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", path)} - TOO_COMMON


def touched_tests(changed: set[str]) -> Iterator[str]:
    modules = touched_modules(changed)
    tests = [path for path in sources() if Path(path).name.startswith("test_")]
    called = {
        test
        for path in changed
        if path.endswith((".py", ".html"))
        for test in _called_after(path, tests)
    }
    yield from (path for path in tests if path in called | modules or needs(path) & modules)


def _called_after(path: str, tests: list[str]) -> list[str]:
    """Tests of the same app that bear its name; for a template, if none does, all of the app."""
    of_app = [test for test in tests if test.split("/")[1] in path.split("/")]
    same = [test for test in of_app if words_of(path) & words_of(Path(test).stem)]
    return same or (of_app or tests if path.endswith(".html") else [])


def main(base: str, *more: str) -> int:
    found = sorted(touched_tests(changed_files(base)))
    sys.stdout.write(f"{len(found)} files of tests are touched by what differs from {base}.\n")
    if not found:
        return 0
    command = ["-m", "pytest", "-n", "2", "--dist", "worksteal", "-m", QUICK, *more, *found]
    return subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
