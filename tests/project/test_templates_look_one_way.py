"""Templates look one way too: none names what stands above its app (docs/adr/0001).

``templates/<app>/`` is the app's. A component stands as high as the highest thing that it names.
All else that lies about is the portal's: of that, a lower app extends the frames and no more. What
an upper app shows on a lower app's page fills a place there (`easyread.slots`).
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.template.backends.django import get_installed_libraries
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from easyread import slots
from portal.home.services.setting_up import PLAIN_PAGES
from tests.project.test_house import ROOT, SOURCES

HEIGHTS = ("easyread", "boards", "charter", "portal")
FOLDERS = {
    **{app: app for app in HEIGHTS},
    **dict.fromkeys(("digests", "home", "mailbox", "search", "wagtailadmin"), "portal"),
    **dict.fromkeys(("wagtailcore", "django", "emails/digest"), "portal"),
    "emails/letter": "boards",
}
SHARED = ("components", "admin_parts")
FRAMES = {"base.html", "easy_read_base.html", "secret_base.html"}
# Pages of the tree have no names.
PAGES = {"boards": "boards", "charter": "charter", **{slug: "portal" for _, slug, _ in PLAIN_PAGES}}
TEMPLATES = {
    path.relative_to(ROOT / "templates").as_posix(): path.read_text()
    for path in sorted((ROOT / "templates").rglob("*.*"))
}

COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
TAG = re.compile(r"\{%\s*(\w+)(.*?)%\}|\{\{(.*?)\}\}", re.DOTALL)
QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
LINK = re.compile(r"(?:href|action|src|url)=[\"'](/[a-z0-9-]+/[^\"'{?#]*)")
SNIPPETS = re.compile(r"wagtailsnippet\w*?_([a-z]+)_\w+")


def named_addresses(
    resolver: URLResolver, module: str = "", space: str = ""
) -> Iterator[tuple[str, str]]:
    """The name of each address, and the module that names it."""
    module = getattr(resolver.urlconf_module, "__name__", module)
    space = resolver.namespace or space
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from named_addresses(each, module, space)
        elif isinstance(each, URLPattern) and each.name:
            yield f"{space}:{each.name}" if space else each.name, module


@cache
def addresses() -> dict[str, str]:
    return dict(named_addresses(get_resolver()))


def app_of_module(module: str) -> str | None:
    app = module.split(".", maxsplit=1)[0]
    return app if app in HEIGHTS else None


def app_of_address(name: str) -> str | None:
    """Of a name as ``{% url %}`` takes it. Screens of Wagtail's viewsets belong to their model."""
    if found := SNIPPETS.match(name):
        return found[1] if found[1] in HEIGHTS else "portal"
    return app_of_module(addresses().get(name, ""))


def app_of_link(path: str) -> str | None:
    """Of an address that is written out."""
    if page := PAGES.get(path.split("/")[1]):
        return page
    try:
        return app_of_address(resolve(path).view_name)
    except Resolver404:
        return None


def owner(template: str) -> str | None:
    """The app of a template; None if it is a part that stands as high as what it names."""
    if template.startswith(SHARED):
        return None
    folders = (folder for folder in FOLDERS if template.startswith(f"{folder}/"))
    return FOLDERS[next(folders)] if "/" in template else "portal"


def names_in(text: str) -> Iterator[tuple[str, str | None]]:
    """What a template names, and the app of each."""
    text = COMMENT.sub("", text)
    for path in LINK.findall(text):
        yield path, app_of_link(path)
    for tag, words, shown in TAG.findall(text):
        if tag == "load":
            yield from libraries_in(words)
        for one in (first or second for first, second in QUOTED.findall(words or shown)):
            if tag == "extends" and (one in FRAMES or one.startswith("wagtailadmin/")):
                continue
            if one in TEMPLATES or ":" in one or tag == "url":
                yield one, height_of(one) if one in TEMPLATES else app_of_address(one)


def libraries_in(words: str) -> Iterator[tuple[str, str | None]]:
    modules = get_installed_libraries()
    for library in words.rsplit(" from ", maxsplit=1)[-1].split():
        yield library, app_of_module(modules.get(library, ""))


@cache
def height_of(template: str) -> str:
    if of := owner(template):
        return of
    found = [app for _, app in names_in(TEMPLATES[template]) if app]
    return max(found, key=HEIGHTS.index, default=HEIGHTS[0])


def above(app: str, names: Iterator[tuple[str, str | None]]) -> list[str]:
    """Of these names those that stand above an app."""
    return sorted({n for n, of in names if of and HEIGHTS.index(of) > HEIGHTS.index(app)})


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_names_nothing_of_an_app_above_its_own(template: str) -> None:
    assert above(height_of(template), names_in(TEMPLATES[template])) == []


def test_what_a_template_names_stands_in_it() -> None:
    """What only a variable knows, nobody could check."""
    hidden = re.compile(r"\{%\s*(?:include|extends|url)\s+[^\"'\s]")
    assert [name for name, text in TEMPLATES.items() if hidden.search(text)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{% load charter_matters squares %}", "squares"),
        ("{% load squares from squares %}", "squares"),
        ("{% url 'charter:board' page.slug %}", "charter:board"),
        ('{% url "digests:archive" as digests %}', "digests:archive"),
        ("{% url 'look' %}", "look"),
        (
            '{% url "wagtailsnippets_charter_assessment:add" %}',
            "wagtailsnippets_charter_assessment:add",
        ),
        ('{% include "x.html" with linkurl="charter_admin:matrix" only %}', "charter_admin:matrix"),
        ('{% include "charter/board_charter.html" %}', "charter/board_charter.html"),
        ('{% include "components/site_header.html" only %}', "components/site_header.html"),
        ('{% extends "charter/charter_page.html" %}', "charter/charter_page.html"),
        ('{% include "secret_base.html" %}', "secret_base.html"),
        ('<a href="/contact/">', "/contact/"),
        ('<form action="/search/">', "/search/"),
        ('{% include "x.html" with url="/charter/" only %}', "/charter/"),
        ("{{ page|default:'digests/archive.html' }}", "digests/archive.html"),
    ],
)
def test_the_check_finds_what_it_looks_for(line: str, found: str) -> None:
    assert above("boards", names_in(line)) == [found]
    assert above("portal", names_in(line)) == []


@pytest.mark.parametrize(
    "line",
    [
        '{% extends "base.html" %}',
        '{% load static explaining %}{% url "boards:actions" %}{% url "easyread:pictures" %}',
        '{% url "wagtailadmin_pages:edit" page.pk %}{% url "wagtailsnippets_boards_paper:add" %}',
        '{# {% url "charter:board" %} #}<a href="/">S</a><a href="/actions/?state=late">L</a>',
        '{% include "components/empty.html" with url="/boards/" link="charter: see it" only %}',
    ],
)
def test_the_check_lets_pass_what_is_below(line: str) -> None:
    assert above("boards", names_in(line)) == []


def test_a_part_stands_as_high_as_what_it_names() -> None:
    assert height_of("components/empty.html") == "easyread"
    assert height_of("components/action_card.html") == "boards"
    assert height_of("components/site_header.html") == "portal"


def words_of(path: Path) -> Iterator[tuple[str, str | None]]:
    """The templates and addresses that a module names."""
    for node in ast.walk(ast.parse(path.read_text())):
        words = node.value if isinstance(node, ast.Constant) else None
        if not isinstance(words, str):
            continue
        if words in TEMPLATES:
            yield words, height_of(words)
        elif re.fullmatch(r"\w+:\w+", words):
            yield words, app_of_address(words)
        elif re.fullmatch(r"/[a-z-]+/", words):
            yield words, app_of_link(words)


def test_no_module_names_a_template_or_an_address_above_its_app() -> None:
    modules = [path for path in SOURCES if path.relative_to(ROOT).parts[0] in HEIGHTS]
    found = {
        path.relative_to(ROOT).as_posix(): names
        for path in modules
        if (names := above(path.relative_to(ROOT).parts[0], words_of(path)))
    }
    assert found == {}


def test_every_place_that_an_app_fills_is_in_a_template_and_every_place_is_filled() -> None:
    places = set(re.findall(r"\{% slot \"([^\"]+)\"", "\n".join(TEMPLATES.values())))
    assert places == set(slots._filled)
    assert {one for filled in slots._filled.values() for one in filled} <= set(TEMPLATES)
