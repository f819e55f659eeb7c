"""What a machine can check of how the house is kept."""

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.dispatch import Signal
from django.template.loader import get_template
from wagtail.blocks import StreamBlock, StructBlock
from wagtail.models import Page, get_page_models

from tests.services.databases import ON_EACH_DATABASE

ROOT = Path(__file__).resolve().parents[2]
APPS = ("boards", "charter", "easyread", "portal")
SOURCES = [
    path
    for folder in (*APPS, "tests", "bench", "docs")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "node_modules" not in path.parts
]
SHEETS_AND_SCRIPTS = [
    path
    for folder in (
        "portal/assets",
        *(f"{app}/{kind}" for app in APPS for kind in ("static", "scripts")),
    )
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".css", ".scss", ".js", ".mjs"} and "node_modules" not in path.parts
]
# Where colours have their names; and paper, on which there is only black and white.
OF_COLOURS = {"_tokens", "_settings", "_look", "_mixins", "_schemes", "_modes", "_easy-print"}
# Mail programs take styles inline only.
TEMPLATES = sorted(
    path for path in (ROOT / "templates").rglob("*.html") if "emails" not in path.parts
)
INLINE = re.compile(r"<style|\sstyle\s*=|<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:", re.I)

SILENCER = re.compile(
    r"#\s*((type|pyright):\s*ignore|(ruff:\s*|flake8:\s*)?noqa|mypy:|pragma:\s*no|nosec"
    r"|(fmt|yapf|isort):\s*(off|skip|disable)|pylint:)",
    re.IGNORECASE,
)
# Lists of words stand in rows, not a word a line. So do the documents of tests/boards/word_reader,
# paragraph by paragraph and row by row.
WORDS_IN_ROWS = {
    f"boards/word_reader/{name}.py"
    for name in ("dates", "document", "owners", "promises", "series", "table_kinds")
}


def subclasses(kind: Any) -> Iterator[Any]:
    for each in kind.__subclasses__():
        if each.__module__.split(".")[0] in APPS:
            yield each
        yield from subclasses(each)


def our_blocks() -> list[Any]:
    call_command("check", stdout=StringIO(), stderr=StringIO())
    return sorted(
        {*subclasses(StructBlock), *subclasses(StreamBlock)}, key=lambda one: one.__name__
    )


def our_pages() -> list[type[Page]]:
    return [model for model in get_page_models() if model.__module__.split(".")[0] in APPS]


def test_every_block_explains_itself() -> None:
    blocks = our_blocks()
    assert {"AgendaItemBlock", "MinutesBlock", "IdeaBlock"} <= {each.__name__ for each in blocks}
    for kind in blocks:
        meta = kind()._meta_class
        assert meta.icon not in {"", "placeholder"}, kind
        assert getattr(meta, "description", "").endswith("."), kind
        if issubclass(kind, StructBlock):
            assert getattr(meta, "preview_value", None), kind


def test_the_template_of_every_easy_read_block_is_there() -> None:
    for kind in our_blocks():
        template = getattr(kind()._meta_class, "template", None)
        if kind.__module__.startswith("easyread") and issubclass(kind, StructBlock):
            assert template, kind
        if template:
            get_template(template)


def test_every_page_type_is_a_model_a_template_and_a_promise() -> None:
    pages = our_pages()
    assert len(pages) >= 9
    for model in pages:
        get_template(model.template)
        assert model.page_description.endswith("."), model
        assert "parent_page_types" in vars(model), model
        assert "subpage_types" in vars(model), model


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_holds_no_style_script_or_handler_of_its_own(path: Path) -> None:
    found = [line for line in path.read_text().splitlines() if INLINE.search(line)]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        '<p style="color: red">',
        "<style>",
        "<script>",
        "<a onclick='x()'>",
        '<a href="javascript:x">',
        '<script type="module">',
    ],
)
def test_the_check_of_templates_finds_what_it_looks_for(line: str) -> None:
    assert INLINE.search(line)
    assert not INLINE.search('<script type="module" src="/site.js"></script>')


def test_what_scrolls_sideways_is_reached_by_keyboard_and_has_a_name() -> None:
    scrolling = [
        line
        for path in (ROOT / "templates").rglob("*.html")
        for line in path.read_text().splitlines()
        if 'class="portal-scroll' in line
    ]
    assert scrolling
    for line in scrolling:
        assert 'tabindex="0"' in line, line
        assert 'role="region"' in line, line
        assert "aria-label" in line, line


def test_every_event_is_heard() -> None:
    paths = [path.relative_to(ROOT).with_suffix("") for path in SOURCES if path.name == "events.py"]
    unheard = {
        name
        for path in paths
        for name, event in vars(import_module(".".join(path.parts))).items()
        if isinstance(event, Signal) and not event.receivers
    }
    assert paths
    assert unheard == set()


def test_hooks_register_and_nothing_else() -> None:
    hooks = [path for path in SOURCES if path.name == "wagtail_hooks.py"]
    assert hooks
    made = (ast.FunctionDef, ast.ClassDef)
    busy = {
        path.relative_to(ROOT).as_posix()
        for path in hooks
        if len(path.read_text().splitlines()) > 40
        or any(isinstance(node, made) for node in ast.walk(ast.parse(path.read_text())))
    }
    assert busy == set()


def test_what_calls_itself_pure_is_held_to_it() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    (pure,) = [one for one in contracts["contracts"] if one["type"] == "forbidden"]
    called = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] in APPS
        and re.search(r"\bPure\b", ast.get_docstring(ast.parse(path.read_text())) or "")
    }
    held = tuple(pure["source_modules"])
    assert called
    assert {
        name for name in called if not f"{name}.".startswith(tuple(f"{each}." for each in held))
    } == set()


def test_no_file_is_too_long_and_none_has_a_name_that_says_nothing() -> None:
    assert {path.suffix for path in SHEETS_AND_SCRIPTS} >= {".css", ".scss", ".mjs"}
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (*SOURCES, *SHEETS_AND_SCRIPTS, *TEMPLATES)
        if "migrations" not in path.parts and (lines := len(path.read_text().splitlines())) > 300
    }
    assert long == {}
    nothing = {"utils", "helpers", "common", "misc", "part2"}
    parts = {part.removesuffix(".py") for path in SOURCES for part in path.relative_to(ROOT).parts}
    assert parts & nothing == set()


def test_colours_have_names() -> None:
    sheets = [path for path in SHEETS_AND_SCRIPTS if path.suffix == ".scss"]
    assert {path.stem for path in sheets} >= OF_COLOURS
    literal = {
        path.stem: found
        for path in sheets
        if path.stem not in OF_COLOURS
        and (found := re.findall(r"#[0-9a-f]{3,8}\b|rgb\(|hsl\(", path.read_text()))
    }
    assert literal == {}


def test_nobody_silences_a_checker_without_a_reason() -> None:
    row_end = re.compile(r"\s*[\])}]  [#] fmt: skip")
    silent: dict[str, list[str]] = {}
    for path in SOURCES:
        if found := [line for line in path.read_text().splitlines() if SILENCER.search(line)]:
            silent[path.relative_to(ROOT).as_posix()] = found
    assert {
        line for found in silent.values() for line in found if not row_end.fullmatch(line)
    } == set()
    assert {
        name for name in silent if not name.startswith("tests/boards/word_reader/")
    } == WORDS_IN_ROWS


@pytest.mark.parametrize(
    "words",
    [
        *("type: ignore[assignment]", "type:ignore", "pyright: ignore", "mypy: ignore-errors"),
        *("noqa", "NOQA: F401", "ruff: noqa", "flake8: noqa", "pylint: disable=all", "nosec"),
        *("fmt: skip", "fmt: off", "fmt:off", "isort: skip_file", "pragma: no cover"),
    ],
)
def test_the_check_of_silencers_finds_what_it_looks_for(words: str) -> None:
    assert SILENCER.search(f"x = 1  # {words}")
    assert not SILENCER.search("# formatted: on a skip; the type is ignored")


def test_whoever_does_something_is_an_account_to_the_type_checker() -> None:
    """`easyread.accounts` has the name of their type."""
    found = {
        (path.relative_to(ROOT).as_posix(), node.lineno)
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] in APPS
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.arg)
        and re.fullmatch(r"user|reader|by|\w+_by", node.arg)
        and node.annotation is not None
        and re.search(r"\b(Any|object)\b", ast.unparse(node.annotation))
    }
    assert found == set()


@pytest.mark.parametrize("name", ["", "-dev", "-node", "-uv"])
def test_lock_files_hold_hashes_and_no_address_of_a_registry(name: str) -> None:
    text = (ROOT / f"requirements{name}.lock").read_text()
    assert "--hash=sha256:" in text
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links", text)
    for line in text.splitlines():
        if line and not line.startswith((" ", "#", "-")):
            assert "==" in line, line


def test_the_lock_of_npm_holds_no_address_of_a_registry() -> None:
    text = (ROOT / "portal" / "assets" / "package-lock.json").read_text()
    assert '"resolved"' not in text
    assert '"integrity"' in text


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


def test_stream_fields_leave_their_blocks_out_of_migrations() -> None:
    for app in ("boards", "easyread"):
        for path in (ROOT / app / "migrations").glob("0*.py"):
            assert "wagtail.blocks" not in path.read_text(), path


def test_no_mail_address_outside_the_names_kept_for_examples() -> None:
    address = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
    kept = re.compile(
        r"(.*\.)?(example|invalid|test|localhost)|example\.(org|com|net)|127\.0\.0\.1"
    )
    files = [*SOURCES, *(ROOT / "portal" / "demo").rglob("*.toml"), *TEMPLATES]
    strange = {
        (path.name, domain)
        for path in files
        for domain in address.findall(path.read_text())
        if not kept.fullmatch(domain.lower())
    }
    assert strange == set()


@pytest.mark.parametrize("name", ON_EACH_DATABASE)
def test_what_each_database_is_asked_is_there(name: str) -> None:
    file, _, test = name.partition("::")
    assert f"\ndef {test or 'test_'}" in (ROOT / file).read_text()
