"""What citizens do, told as journeys."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]
Addresses = dict[str, dict[str, str]]

BOARD = "Learning Disability Partnership Board"
EASY_READ = re.compile("^Easy read")
FULL_VERSION = re.compile("^Full version")
SAME_PLACE = 4  # px


def _main(page: Page) -> Locator:
    return page.get_by_role("main")


def _switch(page: Page) -> Locator:
    return page.get_by_role("region", name="Easy read or full version")


@pytest.mark.parametrize(
    ("size", "javascript"), [("wide", True), ("narrow", True), ("narrow", False)]
)
def test_a_citizen_reads_the_last_minutes_in_both_versions_and_what_became_of_an_action(
    demo_site: Portal, open_page: OpenPage, size: str, javascript: bool
) -> None:
    page = open_page(demo_site, size, java_script_enabled=javascript)
    page.goto("/")
    page.get_by_role("region", name="Find your board").get_by_role("link", name=BOARD).click()
    papers = page.get_by_role("region", name="Latest papers")
    papers.get_by_role("link", name=re.compile(r"^Minutes(?! in easy)")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Minutes of")

    _switch(page).get_by_role("link", name=EASY_READ).click()
    expect(page).to_have_url(re.compile("/easy-read/$"))
    _switch(page).get_by_role("link", name=FULL_VERSION).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Minutes of")

    action = _main(page).locator("a[href^='/actions/']").first
    words = action.inner_text()
    action.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
    history = page.get_by_role("region", name="What happened so far")
    expect(history.get_by_role("listitem").first).to_contain_text("The board agreed this action")


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_the_switch_is_in_the_same_place_on_both_versions(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, size: str
) -> None:
    page = open_page(demo_site, size)
    page.goto(addresses["minutes draft"]["path"])
    there = _place(_switch(page).get_by_role("link", name=EASY_READ))
    page.goto(addresses["minutes in easy read"]["path"])
    back = _place(_switch(page).get_by_role("link", name=FULL_VERSION))
    assert back == pytest.approx(there, abs=SAME_PLACE)


def _place(switch: Locator) -> dict[str, float]:
    """Left, top and height in CSS pixels."""
    box = switch.bounding_box()
    assert box
    return {"left": box["x"], "top": box["y"], "height": box["height"]}


def test_a_citizen_asks_for_an_easy_read_where_there_is_none_and_is_thanked(
    own_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(own_site, "narrow")
    page.goto(addresses["minutes approved"]["path"])
    title = page.get_by_role("heading", level=1).inner_text()
    expect(page.get_by_text("There is no easy read of this yet.")).to_be_visible()
    page.get_by_role("link", name="Ask us for one").click()

    expect(page.get_by_role("button", name="Ask for easy read")).to_be_visible()
    page.get_by_role("radio", name="Large print").check()
    page.get_by_label("How can we reach you?").fill("01632 960123")
    page.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()

    page.get_by_role("link", name="Go back to").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title, use_inner_text=True)


def test_a_citizen_looks_for_late_actions_of_one_board_finds_none_and_is_told_what_to_do(
    demo_site: Portal, open_page: OpenPage
) -> None:
    page = open_page(demo_site, "narrow")
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Actions").click()
    page.get_by_text("Choose which actions to see").click()
    page.get_by_label("Board", exact=True).select_option(BOARD)
    page.get_by_label("How far").select_option("Late")
    with page.expect_navigation():  # cards were there before
        page.get_by_role("button", name="Show these").click()
    found = _main(page).get_by_role("heading", level=3)
    expect(found.first).to_be_visible()
    for card in _main(page).get_by_role("listitem").filter(has=page.get_by_role("heading")).all():
        expect(card).to_contain_text("Late")
        expect(card).to_contain_text(BOARD)

    page.get_by_label("Who does it").fill("somebody who is on no board")
    page.get_by_role("button", name="Show these").click()
    expect(page.get_by_label("How far")).to_have_value("late")
    expect(_main(page)).to_contain_text("Try fewer choices")
    page.get_by_role("link", name="Show all actions").click()
    expect(found.first).to_be_visible()


def test_a_citizen_searches_for_a_word_and_opens_what_was_found(
    demo_site: Portal, open_page: OpenPage
) -> None:
    page = open_page(demo_site, "narrow")
    page.goto("/")
    box = page.get_by_role("region", name="Search")
    box.get_by_label("Are you looking for something?").fill("carers")
    box.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name=re.compile(r"^\d+ things? found"))).to_be_visible()
    hit = _main(page).get_by_role("listitem").get_by_role("link").first
    address = hit.get_attribute("href")
    hit.click()
    expect(page).to_have_url(f"{demo_site.address}{address}")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_citizen_who_gave_days_in_the_wrong_order_is_led_to_the_field(
    demo_site: Portal, open_page: OpenPage
) -> None:
    page = open_page(demo_site)
    page.goto("/actions/?agreed_from=2026-02-02&agreed_to=2026-01-01")
    said = page.get_by_role("alert")
    expect(said).to_contain_text("This day is before the first one.")
    said.get_by_role("link").click()
    expect(page.get_by_label("Agreed until")).to_be_focused()
    expect(page.get_by_label("Agreed until")).to_have_value("2026-01-01")
