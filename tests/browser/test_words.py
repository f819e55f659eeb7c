"""A hard word says what it means where it stands: by tap, by keyboard, and without a script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.opening import SIZES, OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]
Addresses = dict[str, dict[str, str]]
PLACES = "elements => elements.map(one => one.getBoundingClientRect().toJSON())"


def word_in(page: Page) -> Locator:
    """The first hard word of the page, in view."""
    word = page.locator("main a.word").first
    word.scroll_into_view_if_needed()
    return word


def box_in(page: Page) -> Locator:
    return page.get_by_role("dialog", name="What this word means")


@pytest.fixture
def minutes(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, size: str
) -> Iterator[Page]:
    page = open_page(demo_site, size)
    page.goto(addresses["minutes draft"]["path"])
    expect(page.locator("main a.word").first).to_have_attribute("role", "button")
    yield page


@pytest.fixture(params=SIZES)
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_tap_explains_the_word_beside_it(minutes: Page) -> None:
    word, box = word_in(minutes), box_in(minutes)
    expect(word).to_have_attribute("aria-expanded", "false")
    word.click()
    expect(box).to_be_visible()
    expect(word).to_have_attribute("aria-expanded", "true")
    expect(box).to_be_focused()
    expect(box).to_contain_text(re.compile(r"\w+ \w+ \w+"))
    both = [word.element_handle(), box.element_handle()]
    above, below = minutes.evaluate(PLACES, both)  # at once: the box scrolls into view
    assert below["top"] >= above["bottom"] - 8  # the word's padding may be touched
    assert below["left"] >= 0
    assert below["right"] <= minutes.evaluate("document.documentElement.clientWidth")
    assert violations(minutes) == []
    box.get_by_role("button", name="Close").click()
    expect(box).to_be_hidden()
    expect(word).to_be_focused()
    expect(word).to_have_attribute("aria-expanded", "false")


def test_a_second_tap_and_a_tap_beside_close_it(minutes: Page) -> None:
    word, box = word_in(minutes), box_in(minutes)
    for close in (word, minutes.locator("h1")):
        word.click()
        expect(box).to_be_visible()
        close.click()
        expect(box).to_be_hidden()


@pytest.mark.parametrize("size", ["wide"])
@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_keyboard_opens_it_and_escape_closes_it(minutes: Page, key: str, size: str) -> None:
    word, box = word_in(minutes), box_in(minutes)
    word.focus()
    minutes.keyboard.press(key)
    expect(box).to_be_focused()
    minutes.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(word).to_be_focused()


@pytest.mark.parametrize("size", ["wide"])
def test_tab_goes_through_the_box_and_on_from_the_word(minutes: Page, size: str) -> None:
    word, box = word_in(minutes), box_in(minutes)
    word.focus()
    minutes.keyboard.press("Enter")
    expect(box).to_be_focused()
    minutes.keyboard.press("Tab")
    expect(box.get_by_role("link")).to_be_focused()
    minutes.keyboard.press("Tab")
    expect(box.get_by_role("button")).to_be_focused()
    minutes.keyboard.press("Tab")
    expect(box).to_be_hidden()
    expect(word).not_to_be_focused()
    minutes.keyboard.press("Shift+Tab")
    expect(word).to_be_focused()


@pytest.mark.parametrize("size", ["wide"])
def test_more_leads_to_the_word_s_own_page(minutes: Page, size: str) -> None:
    word = word_in(minutes)
    address = word.get_attribute("href") or ""
    word.click()
    box_in(minutes).get_by_role("link").click()
    expect(minutes).to_have_url(re.compile(re.escape(address) + "$"))
    expect(minutes.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("size", ["wide"])
def test_where_the_meaning_does_not_come_the_page_does(
    minutes: Page, open_page: OpenPage, size: str
) -> None:
    minutes.route("**/*part=1", lambda route: route.fulfill(status=429, body=""))
    word = word_in(minutes)
    address = word.get_attribute("href") or ""
    open_page.expect_missing(minutes, address)
    word.click()
    expect(minutes).to_have_url(re.compile(re.escape(address) + "$"))


def test_without_a_script_it_is_a_link(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site, "narrow", java_script_enabled=False)
    page.goto(addresses["minutes draft"]["path"])
    word = word_in(page)
    address = word.get_attribute("href") or ""
    word.click()
    expect(page).to_have_url(re.compile(re.escape(address) + "$"))
