"""What is easily forgotten when something is added; CONTRIBUTING.md says what belongs to it."""

import ast
import re
import sys
from functools import cache

from django.db.migrations.loader import MigrationLoader
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from portal.celery import app as celery
from portal.settings.schedule import BEAT_SCHEDULE
from tests.browser.pages import PAGES
from tests.canaries.addresses import routes
from tests.canaries.crawl import policy_of
from tests.project.test_house import APPS, ROOT, SOURCES, our_pages

BROWSER_ADDRESSES = ROOT / "tests" / "browser" / "addresses.py"
ON_A_SCREEN_OF_ITS_OWN = {"MeetingPage.joint_with"}  # boards are asked first


def test_every_module_of_models_is_named_by_its_package() -> None:
    """Else Django does not know what is in it."""
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in SOURCES
        if path.parent.name == "models" and path.stem != "__init__"
    }
    assert len(modules) > 20
    assert modules - set(sys.modules) == set()


def test_every_field_of_a_page_has_its_place_in_the_editor() -> None:
    without = {
        f"{model.__name__}.{field.name}"
        for model in our_pages()
        for field in model._meta.get_fields()
        if getattr(field, "editable", False)
        and not field.auto_created
        and field.model.__module__.split(".")[0] in APPS
        and field.name not in model.get_edit_handler().get_form_class().base_fields
    }
    assert without == ON_A_SCREEN_OF_ITS_OWN


def test_every_page_type_has_a_place_in_the_tree() -> None:
    assert [kind for kind in our_pages() if not kind.allowed_parent_page_models()] == []


def test_the_browser_looks_at_every_page_type() -> None:
    tree = ast.parse(BROWSER_ADDRESSES.read_text())
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert {kind.__name__ for kind in our_pages()} - named == set()
    yielded = {
        node.value.elts[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Yield)
        and isinstance(node.value, ast.Tuple)
        and isinstance(node.value.elts[0], ast.Constant)
    }
    assert len(yielded) > 40
    assert yielded - set(PAGES) == set()


@cache
def is_there(template: str) -> bool:
    try:
        get_template(template)
    except TemplateDoesNotExist:
        return False
    return True


def test_every_template_that_a_module_names_is_there() -> None:
    names = {
        node.value
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] in APPS
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[\w/]+/\w+\.html", node.value)
    }
    assert len(names) > 80
    assert {name for name in names if not is_there(name)} == set()


def test_every_address_has_a_policy_and_every_policy_an_address() -> None:
    """What the crawl holds each role to (`tests/canaries`)."""
    assert set(routes()) ^ set(policy_of()) == set()


def test_every_migration_has_a_name_and_goes_back() -> None:
    ours = {
        f"{app}.{name}": migration
        for (app, name), migration in MigrationLoader(None).disk_migrations.items()
        if type(migration).__module__.split(".")[0] in APPS
    }
    assert len(ours) > 8
    assert {name for name in ours if re.search(r"_auto_\d|_and_more$", name)} == set()
    one_way = {
        name
        for name, migration in ours.items()
        if not all(step.reversible for step in migration.operations)
    }
    assert one_way == set()


def test_every_task_is_woken() -> None:
    """By the clock, or by somebody who sends a message."""
    celery.loader.import_default_modules()
    ours = {name for name in celery.tasks if name.split(".")[0] in APPS}
    scheduled = {entry["task"] for entry in BEAT_SCHEDULE.values()}
    of_apps = (path for path in SOURCES if path.relative_to(ROOT).parts[0] in APPS)
    text = "\n".join(path.read_text() for path in of_apps)
    sent = {name for name in ours if f"{name.rpartition('.')[2]}.delay(" in text}
    assert scheduled - ours == set()
    assert ours - scheduled - sent == set()
