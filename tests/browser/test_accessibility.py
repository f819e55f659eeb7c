"""Axe, with nothing left out, and reading with little room, on every kind of public page."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.pages import PAGES
from tests.browser.watching import watch_of
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Addresses = dict[str, dict[str, str]]

AT_400_PERCENT = {"width": 320, "height": 640}  # WCAG 1.4.10: 1280 px seen four times as large
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page, context: str | None = None) -> list[str]:
    """What axe finds, as lines: the rule, the element, and what is wrong."""
    found: Any = Axe().run(page, context=context)
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str, size: str
) -> None:
    page = _open(open_page(demo_site, size), addresses, name)
    assert violations(page) == []
    if size == "narrow":
        page.set_viewport_size(AT_400_PERCENT)
        assert page.evaluate(OVERHANG) <= 0, "scrolls sideways at 320 px"


@pytest.mark.parametrize("name", ["home", "minutes draft", "minutes in easy read", "actions"])
def test_axe_finds_nothing_with_colours_that_the_reader_chose(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str
) -> None:
    page = _open(open_page(demo_site, forced_colors="active"), addresses, name)
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert violations(page) == []


def test_nothing_moves_where_the_reader_wants_no_motion(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = _open(open_page(demo_site, reduced_motion="reduce"), addresses, "minutes draft")
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter(one => {
            const style = getComputedStyle(one);
            const times = style.transitionDuration + ',' + style.animationDuration;
            return times.split(',').some(time => parseFloat(time) > 0.01);
        }).map(one => one.className)"""
    )
    assert moving == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def _open(page: Page, addresses: Addresses, name: str) -> Page:
    path = addresses[name]["path"]
    if name == "not found":
        watch_of(page).may_be_missing.add(path)
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == (404 if name == "not found" else 200)
    return page
