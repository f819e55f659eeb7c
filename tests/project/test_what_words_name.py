"""What documents, docstrings and comments name is there: files, folders, modules, decisions."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.project.test_house import APPS, ROOT, SOURCES

DECISIONS = ROOT / "docs" / "adr"
DOCUMENTS = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "bench/README.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
NOT_SOURCES = {".git", ".venv", ".tools", ".tools-pdf", "build", "node_modules", "var"}
WITH_DOCSTRING = (ast.Module, ast.ClassDef, ast.FunctionDef)
EXAMPLE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
QUOTED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
FOLDER = re.compile(r"[a-z][\w.-]*/([\w.-]+/?)*")
FILE = re.compile(r"(?<![\w/.<*-])[a-z_][\w-]*(?:/[\w.-]+)*\.(?:py|md|html|toml|scss|mjs|sh)\b")
MODULE = re.compile(rf"(?:{'|'.join(APPS)}|tests|bench)(?:\.[a-z]\w+)+")
RIGHT = re.compile(r"\.(add|change|choose|delete|publish)_\w+$")  # of Django, for a model
MADE_BY_RUNNING = ("var/", "build/")


@cache
def tree() -> frozenset[str]:
    """Each file and folder of the repository, after a slash."""
    return frozenset(f"/{path.relative_to(ROOT).as_posix()}" for path in _below(ROOT))


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name not in NOT_SOURCES:
            yield path
            if path.is_dir():
                yield from _below(path)


def said_in(path: Path) -> str:
    """The words of a document; of a module its docstrings and comments."""
    text = path.read_text()
    if path.suffix == ".md":
        return EXAMPLE.sub("", text)
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, WITH_DOCSTRING)]
    comments = re.findall(r"^ *#.*|  # .*", text, re.MULTILINE)
    return "\n".join([*(ast.get_docstring(node) or "" for node in nodes), *comments])


def missing_in(words: str) -> set[str]:
    """What the words name and nobody finds."""
    quoted = set(QUOTED.findall(words))
    paths = {*FILE.findall(words), *(word for word in quoted if FOLDER.fullmatch(word))}
    modules = {word for word in quoted if MODULE.fullmatch(word) and not RIGHT.search(word)}
    decisions = set(re.findall(r"\badr/(\d{4})", words))
    return {
        *(path for path in paths if not _has_path(path)),
        *(module for module in modules if not _has_module(module)),
        *(number for number in decisions if not any(DECISIONS.glob(f"{number}-*.md"))),
    }


def _has_path(path: str) -> bool:
    """From the top, or from the folder that the reader has before them."""
    return path.startswith(MADE_BY_RUNNING) or any(
        known.endswith(f"/{path.rstrip('/')}") for known in tree()
    )


def _has_module(name: str) -> bool:
    """A module or a package, or what is said in one."""
    parent, _, last = name.rpartition(".")
    places = [f"/{one.replace('.', '/')}" for one in (name, parent)]
    if {places[0], f"{places[0]}.py"} & tree():
        return True
    homes = {f"{places[1]}.py", f"{places[1]}/__init__.py"} & tree()
    return any(re.search(rf"\b{last}\b", (ROOT / home[1:]).read_text()) for home in homes)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_names_is_there(path: Path) -> None:
    assert missing_in(said_in(path)) == set()


def test_what_docstrings_and_comments_name_is_there() -> None:
    found = {str(path.relative_to(ROOT)): missing_in(said_in(path)) for path in SOURCES}
    assert {path: missing for path, missing in found.items() if missing} == {}


@pytest.mark.parametrize(
    "words",
    [
        "`imports/` reads Word",
        "`boards/imports/`",
        "each pair (src/_gone.scss)",
        "`boards/outbox.py`",
        "`boards.outbox`",
        "`boards.reach.nobody_at_all`",
        "see docs/adr/9999",
    ],
)
def test_a_stale_name_is_found(words: str) -> None:
    assert missing_in(words)


def test_every_decision_is_listed_once() -> None:
    listed = re.findall(r"\((\d{4}-[\w-]+\.md)\)", (DECISIONS / "README.md").read_text())
    assert sorted(listed) == sorted(path.name for path in DECISIONS.glob("0*.md"))
