"""Nothing that a request names is used before its way in was asked (docs/adr/0034).

What interfaces look up comes from querysets that hold the right (`boards.reach`, the permissions,
the selectors of what is public), never from a manager; what forms choose from has a way in.
"""

import ast
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from wagtail.blocks import ChooserBlock, ListBlock
from wagtail.fields import StreamField
from wagtail.snippets.models import get_snippet_models

from easyread.reach import ReachCheckedForm, has_way_in
from tests.project.test_house import APPS, ROOT, SOURCES, our_blocks, our_pages, subclasses

MANAGERS = {"objects", "_default_manager", "_base_manager"}
LOOK_UPS = {"get_object_or_404", "get_list_or_404"}
FOLDERS = {"views", "forms", "templatetags"}
MODULES = {
    *("views", "forms", "viewsets", "wagtail_hooks", "panels", "receivers", "refusals"),
    *("deadline_messages", "menus", "log_actions", "tasks", "guards", "doors", "middleware"),
    *("one_at_a_time", "context", "widgets"),
}
# Commands are for those who have the server itself, and the demonstration makes its own world.
NO_INTERFACE = {"management", "demo", "migrations"}
ASKED_ELSEWHERE = {
    "portal/one_at_a_time.py": "It shows nothing and holds what portal/guards.py let pass.",
}
INTERFACES = [
    path
    for path in SOURCES
    for name in [path.relative_to(ROOT)]
    if name.parts[0] in APPS
    and not NO_INTERFACE & set(name.parts)
    and (FOLDERS & set(name.parts) or path.stem in MODULES or "_form" in path.stem)
    and name.as_posix() not in ASKED_ELSEWHERE
    and not {"selectors", "services"} & set(name.parts)
]


def test_the_check_of_managers_names_what_is_there() -> None:
    ours = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in APPS]
    folders = {part for path in ours for part in path.relative_to(ROOT).parts[:-1]}
    modules = {path.stem for path in ours}
    assert (FOLDERS | NO_INTERFACE) - folders == set()
    assert MODULES - folders - modules == set()
    assert [name for name in ASKED_ELSEWHERE if not (ROOT / name).exists()] == []


def unguarded(source: str) -> Iterator[int]:
    """The lines with a manager, or a look-up in all of a kind. An empty queryset shows nothing."""
    tree = ast.parse(source)
    empty = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "none"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS and id(node) not in empty:
            yield node.lineno
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = node.args[0] if node.func.id in LOOK_UPS and node.args else None
            if isinstance(first, ast.Name) and first.id[0].isupper():
                yield node.lineno


def test_no_interface_asks_a_manager() -> None:
    assert len(INTERFACES) > 80
    found = {
        str(path.relative_to(ROOT)): lines
        for path in INTERFACES
        if (lines := list(unguarded(path.read_text())))
    }
    assert found == {}


SHAPES = {"filter", "exclude", "order_by"}
SHAPED_IN_VIEWS = {
    "easyread/views/admin/publishing.py": "Which of the page's own versions an editor goes back to",
}
VIEWS = [
    path
    for path in INTERFACES
    for name in [path.relative_to(ROOT)]
    if ("views" in name.parts or path.stem == "views") and str(name) not in SHAPED_IN_VIEWS
]


def shaped(source: str) -> Iterator[int]:
    """The lines that narrow or order a queryset: that has a name in a selector or permission."""
    for node in ast.walk(ast.parse(source)):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in SHAPES:
            yield called.lineno


def test_views_shape_no_querysets() -> None:
    assert len(VIEWS) > 50
    found = {
        str(path.relative_to(ROOT)): lines
        for path in VIEWS
        if (lines := list(shaped(path.read_text())))
    }
    assert found == {}
    for name in SHAPED_IN_VIEWS:
        assert list(shaped((ROOT / name).read_text()))
    assert not list(shaped("public_boards().contains(board)"))


def services_by_the_back_door(source: str) -> Iterator[int]:
    """The lines that take a service from its module and not from its app's `services`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and re.search(r"\bservices\.\w", node.module or ""):
            yield node.lineno


def test_interfaces_take_services_by_the_front_door() -> None:
    found = {
        str(path.relative_to(ROOT)): lines
        for path in SOURCES
        if path.relative_to(ROOT).parts[0] in APPS
        and not {"services", "demo"} & set(path.parts)
        and (lines := list(services_by_the_back_door(path.read_text())))
    }
    assert found == {}
    assert list(services_by_the_back_door("from boards.services.visits import tell_visit"))
    assert not list(services_by_the_back_door("from boards.services import tell_visit"))


@pytest.mark.parametrize(
    "line",
    [
        "BoardPage.objects.get(pk=1)",
        "public_pages(BoardPage.objects)",
        "kind._default_manager.all()",
        "type(page)._base_manager.first()",
        "get_object_or_404(BoardPage, pk=1)",
        "get_object_or_404(BoardPage.objects, pk=1)",
        "get_list_or_404(BoardPage)",
    ],
)
def test_the_check_of_managers_finds_what_it_looks_for(line: str) -> None:
    assert list(unguarded(line))
    assert not list(unguarded("field(queryset=BoardPage.objects.none())"))
    assert not list(unguarded("get_object_or_404(public_boards(), slug=slug)"))


def choosers(block: Any) -> Iterator[ChooserBlock]:
    if isinstance(block, ChooserBlock):
        yield block
    inside = [block.child_block] if isinstance(block, ListBlock) else []
    for each in [*inside, *getattr(block, "child_blocks", {}).values()]:
        yield from choosers(each)


def test_what_a_block_can_choose_has_a_way_in() -> None:
    fields = [
        field
        for page in our_pages()
        for field in page._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    found = {each.model_class for field in fields for each in choosers(field.stream_block)}
    found |= {each.model_class for kind in our_blocks() for each in choosers(kind())}
    assert {kind.__name__ for kind in found} >= {"Paper", "Picture"}
    assert {kind for kind in found if not has_way_in(kind)} == set()


def chosen_in(form: Any) -> dict[str, Any]:
    """The kinds that a form's fields choose from, also in the rows inside it."""
    fields = {
        name: field.queryset
        for name, field in form.base_fields.items()
        if isinstance(field, forms.ModelChoiceField)
    }
    for name, rows in getattr(form, "formsets", {}).items():
        fields |= {f"{name}.{inner}": kind for inner, kind in chosen_in(rows.form).items()}
    return fields


def test_every_form_of_the_admin_that_chooses_asks_the_way_in() -> None:
    snippets = [kind for kind in get_snippet_models() if kind.__module__.split(".")[0] in APPS]
    found = set()
    for model in [*our_pages(), *snippets]:
        form = model.get_edit_handler().get_form_class()
        chosen = {name: choices.model for name, choices in chosen_in(form).items()}
        found |= {f"{model.__name__}.{name}" for name in chosen}
        assert {name for name, kind in chosen.items() if not has_way_in(kind)} == set(), model
        if chosen or model in our_pages():
            assert issubclass(form, ReachCheckedForm), model
    assert found >= {"BoardPage.members.account", "GlossaryTerm.picture"}


def test_our_own_forms_choose_from_nothing_until_they_know_who_asks() -> None:
    our_blocks()  # everything is loaded
    choosing = {
        (form, name): choices
        for form in subclasses(forms.BaseForm)
        if not issubclass(form, ReachCheckedForm)
        for name, choices in chosen_in(form).items()
    }
    assert {name for _, name in choosing} >= {"into", "report", "to_board", "together_with"}
    open_ones = {key for key, choices in choosing.items() if not choices.query.is_empty()}
    assert open_ones == set()
    assert {key for key, choices in choosing.items() if not has_way_in(choices.model)} == set()
