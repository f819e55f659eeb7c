"""Axe, with nothing left out, and reading with little room, on every kind of public page."""

import re

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.axe import faint_with_colours_of_the_reader, violations
from tests.browser.opening import OpenPage
from tests.browser.pages import PAGES
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]
Addresses = dict[str, dict[str, str]]

PHONE = ViewportSize(width=360, height=740)
# WCAG 1.4.10: what is left of 1280 px when all is four times as large.
AT_400_PERCENT = ViewportSize(width=320, height=640)
STATUS = {
    "not found": 404,
    "hard word not found": 404,
    "link is void": 404,
    "sign link is void": 404,
    "minutes withdrawn": 410,
}
# Between them they have all that a phone shows in another way: menu, lists, tables, reading bar.
COLOURS_ON_A_PHONE = {"home", "board", "minutes draft", "minutes in easy read", "actions", "search"}
REFUSED = {  # and the button that sends what is not filled in
    "propose an item": "Send it to the secretary",
    "ask": "Ask for it",
    "report by link": "Tell the board",
    "sign by link": "Send my answer",
    "sign in to read": "Sign in",
}
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str
) -> None:
    page = open_page(demo_site)
    path = addresses[name]["path"]
    if name in STATUS:
        open_page.expect_missing(page, path)
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == STATUS.get(name, 200)
    assert violations(page) == []
    assert faint_with_colours_of_the_reader(page) == []
    page.set_viewport_size(PHONE)
    assert violations(page, colours=name in COLOURS_ON_A_PHONE) == []
    page.set_viewport_size(AT_400_PERCENT)
    assert page.evaluate(OVERHANG) <= 0, "scrolls sideways at 320 px"


@pytest.mark.parametrize("name", REFUSED)
def test_axe_finds_nothing_in_a_form_that_was_refused_and_its_title_says_so(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str
) -> None:
    page = open_page(demo_site)
    page.goto(addresses[name]["path"])
    for field in page.locator("main form [name]:is(textarea, [type=text], [type=email])").all():
        field.fill("")
    for choice in page.get_by_label("It is done", exact=True).all():  # what came of it must be said
        choice.check()
    page.get_by_role("button", name=REFUSED[name], exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    assert violations(page) == []
    page.set_viewport_size(AT_400_PERCENT)
    assert violations(page, colours=False) == []
    assert page.evaluate(OVERHANG) <= 0, "scrolls sideways at 320 px"


def test_nothing_moves_where_the_reader_wants_no_motion(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site, reduced_motion="reduce")
    page.goto(addresses["minutes draft"]["path"])
    moving = page.evaluate(
        """[...document.querySelectorAll('*')].filter(one => {
            const style = getComputedStyle(one);
            const times = style.transitionDuration + ',' + style.animationDuration;
            return times.split(',').some(time => parseFloat(time) > 0.01);
        }).map(one => one.className)"""
    )
    assert moving == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
