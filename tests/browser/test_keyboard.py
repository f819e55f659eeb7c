"""Getting about without a mouse."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]
Addresses = dict[str, dict[str, str]]

MOST_STEPS = 60
SEND = "Send it to the secretary"
FOCUSED = """() => {
    const one = document.activeElement;
    const look = () => {
        const style = getComputedStyle(one);
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow,
                style.backgroundColor, style.borderColor, style.textDecorationLine].join('|');
    };
    const focused = look();
    const box = one.getBoundingClientRect();
    const found = {
        name: (one.labels?.[0] ?? one).textContent.trim().replace(/\\s+/g, ' '),
        region: one.closest('nav, main, header, footer')?.tagName.toLowerCase() ?? '',
        isSeen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
    };
    one.blur();
    found.isMarked = focused !== look();
    one.focus({preventScroll: true, focusVisible: true});
    return found;
}"""


@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("name", ["home", "minutes draft"])
def test_tab_leads_to_the_skip_link_the_switch_and_the_navigation_and_one_sees_where_one_is(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str, size: str
) -> None:
    page = open_page(demo_site, size)
    page.goto(addresses[name]["path"])
    steps = _walk_until(page, "Jargon buster")

    names = [step["name"] for step in steps]
    assert names[0].startswith("Skip to")
    assert names[1].startswith("Easy read")
    assert 1 < names.index("Boards") < names.index("Charter") < len(names) - 1
    _all_can_be_seen(steps)


def test_tab_leads_through_a_refused_form_from_what_is_missing_to_the_field_and_the_button(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site)
    page.goto(addresses["propose an item"]["path"])
    _walk_until(page, SEND)
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".govuk-error-summary a").first).to_be_focused()
    page.keyboard.press("Enter")
    field = page.locator("main form :is(input, textarea):focus")
    expect(field).to_have_attribute("aria-invalid", "true")
    _all_can_be_seen(_walk_until(page, SEND))


def test_tab_leads_through_what_there_is_to_do_and_one_sees_where_one_is(
    demo_site: Portal, open_page: OpenPage
) -> None:
    page = open_page.signed_in(demo_site, "secretary")
    page.goto("/admin/my-boards/")
    steps = _walk_until(page, "More for this board")
    _all_can_be_seen([step for step in steps if step["region"] == "main"])


def _all_can_be_seen(steps: list[dict[str, Any]]) -> None:
    assert steps
    assert [step["name"] for step in steps if not step["isMarked"]] == []
    assert [step["name"] for step in steps if not step["isSeen"]] == []


def _walk_until(page: Page, words: str) -> list[dict[str, Any]]:
    """Press Tab until something whose name begins with ``words`` has the focus."""
    steps: list[dict[str, Any]] = []
    while not steps or not steps[-1]["name"].startswith(words):
        assert len(steps) < MOST_STEPS, [step["name"] for step in steps]
        page.keyboard.press("Tab")
        steps.append(page.evaluate(FOCUSED))
    return steps


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("name", ["home", "minutes draft", "minutes in easy read", "actions"])
def test_the_skip_link_leads_into_the_content(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str, javascript: bool
) -> None:
    page = open_page(demo_site, java_script_enabled=javascript)
    page.goto(addresses[name]["path"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to")
    expect(skip).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(page.get_by_role("main").locator(":focus")).to_have_count(1)
    expect(focused).to_be_in_viewport()


def test_the_filter_of_actions_is_opened_and_sent_with_the_keyboard_alone(
    demo_site: Portal, open_page: OpenPage
) -> None:
    page = open_page(demo_site)
    page.goto("/actions/")
    _walk_until(page, "Choose which actions")
    page.keyboard.press("Enter")
    _walk_until(page, "Who does it")
    page.keyboard.type("nobody of this name")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("No action fits what you chose")
