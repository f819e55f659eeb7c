"""Listening to an easy read, with a stand-in for the browser's voice."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.opening import OpenPage
from tests.browser.speaking import VOICES, speech
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]
Addresses = dict[str, dict[str, str]]

# The words that are marked now, and the row they stand in.
MARKED = """() => {
    const [range] = CSS.highlights.get('said') ?? [];
    return range ? range.toString().replace(/\\s+/g, ' ').trim() : '';
}"""
IS_SEEN = """() => {
    const [range] = CSS.highlights.get('said');
    const box = range.getBoundingClientRect();
    const bar = document.querySelector('.reading-bar').getBoundingClientRect();
    return box.top >= bar.bottom && box.bottom <= innerHeight;
}"""
HAS_SPOKEN = "() => window.spoken.length > 0"
SENTENCES = """() => [...document.querySelectorAll(
        '.easy .easy-row__words p:not(.on-paper), .easy dd')]
    .map((one) => one.textContent.replace(/\\s+/g, ' ').trim()).filter(Boolean)"""


@pytest.fixture
def listening(demo_site: Portal, open_page: OpenPage, addresses: Addresses) -> Page:
    page = open_page(demo_site, reduced_motion="reduce")
    page.add_init_script(speech())
    page.goto(addresses["minutes in easy read"]["path"])
    page.get_by_role("button", name="Listen").click()
    page.wait_for_function(HAS_SPOKEN)
    return page


def spoken(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("window.spoken")
    return found


def test_every_sentence_is_said_in_its_order_and_marked_as_it_begins(listening: Page) -> None:
    title = listening.get_by_role("heading", level=1).inner_text()
    written = listening.evaluate(SENTENCES)
    assert len(written) > 20
    said = []
    player = listening.get_by_role("group", name="Listening")
    while player.is_visible():
        said.append(spoken(listening)[-1]["text"])
        assert listening.evaluate(MARKED) == said[-1]
        assert listening.evaluate(IS_SEEN), said[-1]
        listening.evaluate("window.finish()")
    assert said[0] == title.replace("\n", " ")
    assert len(said) == len(spoken(listening))
    text = " ".join(said)
    place = 0
    for words in written:
        place = text.index(words, place)
    assert listening.evaluate(MARKED) == ""
    expect(listening.get_by_role("status")).to_have_text("This was the end.")
    expect(listening.get_by_role("button", name="Listen")).to_be_focused()


def test_the_voice_of_the_device_and_the_country_comes_first(listening: Page) -> None:
    assert spoken(listening)[0]["voice"] == "Leeds"


def test_pausing_goes_on_with_the_same_sentence(listening: Page) -> None:
    listening.evaluate("window.finish()")
    second = spoken(listening)[-1]["text"]
    listening.get_by_role("button", name="Pause").click()
    number = len(spoken(listening))
    listening.wait_for_timeout(50)  # what was cancelled reports its end late, and nothing follows
    assert len(spoken(listening)) == number
    assert listening.evaluate(MARKED) == second
    listening.get_by_role("button", name="Go on").click()
    assert [one["text"] for one in spoken(listening)[number:]] == [second]
    expect(listening.get_by_role("button", name="Pause")).to_be_focused()


def test_one_can_go_back_and_on_by_a_sentence_and_slower(listening: Page) -> None:
    first = spoken(listening)[0]["text"]
    listening.get_by_role("button", name="Next sentence").click()
    second = spoken(listening)[-1]["text"]
    assert second != first
    listening.get_by_role("button", name="Back one sentence").click()
    assert spoken(listening)[-1]["text"] == first
    listening.get_by_role("button", name="Back one sentence").click()
    assert spoken(listening)[-1]["text"] == first
    usual = spoken(listening)[-1]["rate"]
    slow = listening.get_by_role("button", name="Slow")
    slow.click()
    expect(slow).to_have_attribute("aria-pressed", "true")
    assert spoken(listening)[-1]["text"] == first
    assert spoken(listening)[-1]["rate"] < usual


def test_stopping_leaves_nothing_marked_and_the_focus_where_one_began(listening: Page) -> None:
    listening.get_by_role("button", name="Stop").click()
    expect(listening.get_by_role("group", name="Listening")).to_be_hidden()
    assert listening.evaluate(MARKED) == ""
    number = len(spoken(listening))
    listening.wait_for_timeout(50)
    assert len(spoken(listening)) == number
    expect(listening.get_by_role("button", name="Listen")).to_be_focused()


def test_it_begins_at_the_row_in_which_one_is(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site, reduced_motion="reduce")  # the bar stands still when one clicks
    page.add_init_script(speech())
    page.goto(addresses["minutes in easy read"]["path"])
    link = page.get_by_role("link", name="Read the full version")
    link.focus()
    expect(link).to_be_in_viewport()
    page.get_by_role("button", name="Listen").click()
    page.wait_for_function(HAS_SPOKEN)
    assert spoken(page)[0]["text"] == "Read the full version"


def test_leaving_the_page_ends_it(listening: Page) -> None:
    before = listening.evaluate("window.cancelled")
    listening.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert listening.evaluate("window.cancelled") == before + 1


def test_the_player_is_for_everyone(listening: Page) -> None:
    assert violations(listening) == []
    listening.set_viewport_size({"width": 320, "height": 640})
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert listening.evaluate(width) <= 0
    heights = listening.evaluate(
        "[...document.querySelectorAll('[data-player] button')].map(one => one.offsetHeight)"
    )
    assert min(heights) >= 44


@pytest.mark.parametrize("voices", ["[]", "[{name: 'Paris', lang: 'fr-FR', localService: true}]"])
def test_without_an_english_voice_there_is_no_button_until_one_comes(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, voices: str
) -> None:
    page = open_page(demo_site)
    page.add_init_script(speech(voices))
    page.goto(addresses["minutes in easy read"]["path"])
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    listen = page.get_by_role("button", name="Listen")
    expect(listen).to_be_hidden()
    page.evaluate(f"window.comeVoices({VOICES})")
    expect(listen).to_be_visible()


def test_where_words_cannot_be_marked_the_row_is(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site)
    page.add_init_script(speech() + "delete window.Highlight;")
    page.goto(addresses["one idea of an easy read"]["path"])
    page.get_by_role("button", name="Listen").click()
    while not (marked := page.locator(".easy-row--said")).count():
        page.evaluate("window.finish()")
    assert spoken(page)[-1]["text"] in " ".join(marked.inner_text().split())
    page.get_by_role("button", name="Stop").click()
    expect(marked).to_have_count(0)
