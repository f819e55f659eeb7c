"""Reading an easy read as one wants to: sizes, colours, one idea at a time, on paper."""

import io

import pypdf
import pytest
from playwright.sync_api import Page, ViewportSize, expect

from easyread.wishes import COOKIE, Colours, Size
from tests.browser.axe import violations
from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]
Addresses = dict[str, dict[str, str]]

PHONE = ViewportSize(width=360, height=740)
AT_400_PERCENT = ViewportSize(width=320, height=640)
OVERHANG = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LOOKS = [f"normal.{colours}.normal.normal" for colours in Colours] + ["largest.black.wide.big"]
PAGES = ["minutes in easy read", "one idea of an easy read", "minutes draft", "how to read"]
WORDS = ".easy-row__words, .easy-facts dd"


def with_wishes(page: Page, site: Portal, cookie: str) -> None:
    page.context.add_cookies([{"name": COOKIE, "value": cookie, "url": site.address}])


@pytest.mark.parametrize("cookie", LOOKS)
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_any_colours_or_size(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str, cookie: str
) -> None:
    page = open_page(demo_site)
    with_wishes(page, demo_site, cookie)
    page.goto(addresses[name]["path"])
    assert violations(page) == []
    for size in (PHONE, AT_400_PERCENT):
        page.set_viewport_size(size)
        if cookie == LOOKS[-1]:
            assert violations(page) == []
        assert page.evaluate(OVERHANG) <= 0, f"scrolls sideways at {size['width']} px"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_forced_colours(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str
) -> None:
    page = open_page(demo_site, forced_colors="active")
    with_wishes(page, demo_site, "largest.yellow.normal.big")
    page.goto(addresses[name]["path"])
    assert violations(page) == []


@pytest.mark.parametrize("name", ["minutes in easy read", "one idea of an easy read"])
def test_pictures_stand_left_of_large_words_even_on_the_smallest_screen(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str
) -> None:
    page = open_page(demo_site, viewport=AT_400_PERCENT)
    page.goto(addresses[name]["path"])
    rows = page.evaluate(
        """() => [...document.querySelectorAll('.easy-row')].flatMap((row) => {
            const pictures = [...row.querySelectorAll('img')];
            const words = row.querySelectorAll('.easy-row__words, dd > span');
            return pictures.map((picture, place) => {
                const [left, right] = [picture, words[place]].map((one) =>
                    one.getBoundingClientRect());
                return [left.right <= right.left + 1, left.width, right.width,
                        parseFloat(getComputedStyle(words[place]).fontSize)];
            });
        })"""
    )
    assert rows
    for is_left, picture, words, letters in rows:
        assert is_left
        assert picture >= 85
        assert words >= 150
        assert letters >= 20


def test_sizes_and_colours_change_at_once_and_are_kept(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site)
    page.goto(addresses["minutes in easy read"]["path"])
    root, status = page.locator("html"), page.get_by_role("status")
    words = page.locator(WORDS).first
    height = words.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert page.context.cookies() == []
    page.evaluate("window.isSamePage = true")
    bigger = page.get_by_role("button", name="Bigger words")
    for size in list(Size)[1:]:
        with page.expect_response("**/how-to-read/"):
            bigger.click()
        expect(status).to_have_text("The words are bigger.")
        assert f"reads-size-{size}" in (root.get_attribute("class") or "")
        grown = words.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert grown > height
        height = grown
    bigger.press("Enter")  # it can still be reached, and says why nothing happens
    expect(status).to_have_text("The words are at their largest.")
    page.get_by_text("Colours", exact=True).click()
    with page.expect_response("**/how-to-read/"):
        page.get_by_role("button", name="White on black").click()
    expect(status).to_have_text("Colours: White on black.")
    assert page.evaluate("window.isSamePage")
    page.goto("/actions/")
    shown = root.get_attribute("class") or ""
    assert {"reads-size-largest", "reads-colours-black"} <= set(shown.split())


def test_all_of_it_works_without_javascript(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site, java_script_enabled=False)
    path = addresses["minutes in easy read"]["path"]
    page.goto(path)
    for name in ("Listen", "Print"):
        expect(page.get_by_role("button", name=name)).to_be_hidden()
    page.get_by_role("button", name="Bigger words").click()
    expect(page.locator("html")).to_have_class("govuk-template reads-size-large")
    page.get_by_role("link", name="One by one").click()
    expect(page.get_by_text("Idea 1 of")).to_be_visible()
    page.get_by_role("link", name="Next idea: 2").click()
    expect(page.get_by_text("Idea 2 of")).to_be_visible()
    page.get_by_text("Colours", exact=True).click()
    with page.expect_navigation():
        page.get_by_role("button", name="Black on yellow").click()
    expect(page.get_by_text("Idea 2 of")).to_be_visible()
    page.get_by_text("Colours", exact=True).click()
    page.get_by_role("link", name="More choices").click()
    page.get_by_role("button", name="Back to normal").click()
    expect(page.locator("html")).to_have_class("govuk-template")
    expect(page.get_by_text("Idea 2 of")).to_be_visible()


def test_the_bar_is_used_with_the_keyboard_alone(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site)
    page.goto(addresses["minutes in easy read"]["path"])
    names: list[str] = []
    while not names or names[-1] != "Print":
        page.keyboard.press("Tab")
        names.append(page.locator(":focus").inner_text().replace("\n", " ").strip())
        assert len(names) < 20, names
    bar = names[names.index("A Smaller words") :] if "A Smaller words" in names else names
    assert [name.split()[-1] for name in bar[-5:]] == ["words", "words", "Colours", "one", "Print"]
    for _ in range(2):
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    panel = page.get_by_role("button", name="On cream")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator(":focus")).to_have_text("Colours")


def test_ideas_are_turned_with_the_arrow_keys_and_tab_goes_on_from_the_idea(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site, "narrow")
    page.goto(f"{addresses['minutes in easy read']['path']}?idea=1")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("Idea 1 of")).to_be_visible()
    for number in (2, 3):
        with page.expect_navigation():  # only a page that is all there listens to keys
            page.keyboard.press("ArrowRight")
        expect(page.get_by_text(f"Idea {number} of")).to_be_visible()
    page.keyboard.press("Tab")
    while page.locator("#idea :focus").count():  # hard words of the idea can be tapped
        page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_contain_text("Back to idea 2")
    page.keyboard.press("Tab")
    following = page.locator(":focus")
    expect(following).to_contain_text("Next idea: 4")
    box = following.bounding_box()
    assert box is not None
    assert box["height"] >= 60
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_text("Idea 4 of")).to_be_visible()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("Idea 3 of")).to_be_visible()


def test_on_paper_it_is_black_on_white_with_page_numbers_and_addresses(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page(demo_site)
    with_wishes(page, demo_site, "largest.black.wide.big")
    page.goto(addresses["minutes in easy read"]["path"])
    page.emulate_media(media="print")
    expect(page.get_by_role("region", name="How you want to read")).to_be_hidden()
    look = page.locator(WORDS).first.evaluate(
        "one => [getComputedStyle(one).color, parseFloat(getComputedStyle(one).fontSize)]"
    )
    assert look[0] == "rgb(0, 0, 0)"
    assert 21 <= look[1] <= 22  # 16 point
    wide = page.locator(".easy-row > .easy-row__picture").first.evaluate("one => one.clientWidth")
    assert wide >= 150  # 40 mm
    broken = page.evaluate(
        """[...document.querySelectorAll('.easy-row')]
            .filter((row) => getComputedStyle(row).breakInside !== 'avoid').length"""
    )
    assert broken == 0
    file = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert f"Page 1 of {len(file.pages)}" in file.pages[0].extract_text()
    words = "".join(sheet.extract_text() for sheet in file.pages).replace("\n", "")
    assert "/minutes/" in words


@pytest.mark.parametrize("name", ["minutes in easy read", "one idea of an easy read"])
def test_the_largest_words_are_not_cut_in_two_on_the_smallest_screen(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str
) -> None:
    page = open_page(demo_site, viewport=AT_400_PERCENT)
    with_wishes(page, demo_site, "largest.black.wide.big")
    page.goto(addresses[name]["path"])
    page.evaluate("document.fonts.ready")
    texts, cut = page.evaluate(
        """() => {
            const cut = [];
            const all = document.querySelectorAll(
                '.easy-row__words :is(p, h3), .easy-facts dd > span, .turn__way');
            const texts = [...all].filter((one) => !one.querySelector('[href^=mailto]'));
            for (const text of texts) {
                const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
                for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                    for (const word of node.textContent.matchAll(/[A-Za-z0-9]+/g)) {
                        const range = document.createRange();
                        range.setStart(node, word.index);
                        range.setEnd(node, word.index + word[0].length);
                        const tops = [...range.getClientRects()].map((one) => one.top);
                        if (Math.max(...tops) - Math.min(...tops) > 4) cut.push(word[0]);
                    }
                }
            }
            return [texts.length, cut];
        }"""
    )
    assert texts
    assert cut == []
