"""Axe on the admin's screens that are ours; each is looked at, or it is said why not."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.admin_addresses import (
    OF_A_LIST,
    editor_of,
    our_lists,
    our_pages,
    screens_of_ours,
)
from tests.browser.axe import faint_with_colours_of_the_reader, violations
from tests.browser.opening import SIZES, OpenPage
from tests.services.processes import Portal
from tests.services.sites import ADDRESSES, AT_WORK, running_site

pytestmark = [pytest.mark.browser]
Addresses = dict[str, str]

# The sidebar, header and footer of the admin are Wagtail's: we cannot put them right.
OURS = "main"
WIDE = ViewportSize(width=SIZES["wide"][0], height=SIZES["wide"][1])
PHONE = ViewportSize(width=360, height=740)
AT_400_PERCENT = ViewportSize(width=320, height=640)
OVERHANG = "document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth"
COLOURS_ON_A_PHONE = {
    "boards_admin:my_boards",
    "boards_admin:plan_meeting",
    "boards_admin:reading",
    "boards_admin:actions",
    "charter_admin:matrix",
}
SCREENS = screens_of_ours()
OF_WAGTAIL = sorted(  # what it makes of our models
    [model.snippet_viewset.get_url_name(one) for model in our_lists() for one in OF_A_LIST]
    + [editor_of(model) for model in our_pages()]
)
# What Wagtail itself breaks there, by rule and element; the first is its own rule for public pages.
BROKEN_BY_WAGTAIL = (
    "empty-meta-description: h1: ",
    "label: .ui-autocomplete-input: ",
    "landmark-unique: #block-",  # two parts of a text that begin alike
    "scrollable-region-focusable: .w-minimap__list: ",
)
REFUSED = {  # and the button that sends what is not filled in
    "boards_admin:plan_meeting": "Plan the meeting",
    "boards_admin:start_minutes": "Read the file",
    "boards_admin:reading": "Take over into the minutes",
    "boards_admin:answer_format_request": "Answer",
    "boards_admin:report_progress": "Keep the address and send a link",
    "boards_admin:who_may_see": "Keep",
    "easyread_admin:readers": "Keep the check",
}


FIELDS = "input:is([type=text], [type=date], [type=time], [type=number], [type=email])"
EMPTY_FIELDS = f"""document.querySelectorAll("main textarea, main {FIELDS}").forEach(
  (one) => {{ one.value = ""; }})"""


@pytest.fixture(scope="module")
def prepared_site(site_folders: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A site with minutes to write and mail to read; the tests of this module only look."""
    with running_site(site_folders / AT_WORK, tmp_path_factory.mktemp("prepared")) as portal:
        yield portal


@pytest.fixture(scope="module")
def addresses(prepared_site: Portal) -> Addresses:
    found: Addresses = json.loads((prepared_site.var / ADDRESSES).read_text())
    return found


@pytest.fixture(scope="module")
def desk(prepared_site: Portal, browser: Browser) -> Iterator[Page]:
    """A page of somebody who may open every screen; the browser keeps Wagtail's scripts."""
    opener = OpenPage(browser)
    yield opener.signed_in(prepared_site, "admin")
    assert opener.close() == []


def test_there_is_an_address_of_each_screen_and_of_no_other(addresses: Addresses) -> None:
    assert sorted(addresses) == sorted([*SCREENS, *OF_WAGTAIL])


@pytest.mark.parametrize("name", ["wagtailadmin_home", *SCREENS])
def test_axe_finds_nothing_in_our_part_of_the_admin_and_nothing_scrolls_sideways(
    desk: Page, addresses: Addresses, name: str
) -> None:
    path = addresses.get(name, "/admin/")
    desk.set_viewport_size(WIDE)
    answer = desk.goto(path)
    assert answer is not None
    assert (answer.status, answer.url.endswith(path)) == (200, True)
    expect(desk.get_by_role("heading", level=1)).to_have_count(1)
    assert violations(desk, OURS) == []
    if name == "boards_admin:my_boards":
        assert faint_with_colours_of_the_reader(desk, OURS) == []
    desk.set_viewport_size(PHONE)
    assert violations(desk, OURS, colours=name in COLOURS_ON_A_PHONE) == []
    desk.set_viewport_size(AT_400_PERCENT)
    assert desk.evaluate(OVERHANG) <= 0, "scrolls sideways at 320 px"


@pytest.mark.parametrize("name", OF_WAGTAIL)
def test_axe_finds_nothing_in_lists_forms_and_editors_but_what_wagtail_breaks(
    desk: Page, addresses: Addresses, name: str
) -> None:
    desk.set_viewport_size(WIDE)
    answer = desk.goto(addresses[name])
    assert answer is not None
    assert (answer.status, answer.url.endswith(addresses[name])) == (200, True)
    found = violations(desk, OURS)
    assert [line for line in found if not line.startswith(BROKEN_BY_WAGTAIL)] == []


@pytest.mark.parametrize("name", REFUSED)
def test_axe_finds_nothing_in_a_form_that_was_refused_and_its_title_says_so(
    desk: Page, addresses: Addresses, name: str
) -> None:
    desk.set_viewport_size(WIDE)
    desk.goto(addresses[name])
    desk.evaluate(EMPTY_FIELDS)
    desk.get_by_role("button", name=REFUSED[name], exact=True).click()
    expect(desk.get_by_role("alert")).to_be_visible()
    expect(desk).to_have_title(re.compile("^Error: "))
    assert violations(desk, OURS) == []
    desk.set_viewport_size(PHONE)
    assert violations(desk, OURS, colours=False) == []


def test_axe_finds_nothing_in_the_advice_beside_an_easy_read_and_in_the_window_of_pictures(
    prepared_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page.signed_in(prepared_site, "secretary")
    number = addresses["easyread_admin:changes"].split("/")[-3]
    page.goto(f"/admin/pages/{number}/edit/")
    expect(page.get_by_text("to look at.").first).to_be_visible()
    expect(page.get_by_text("Which rules, and how often")).to_be_visible()
    for part in ("[data-easy-writing]", ".easy-advice", ".easy-source"):
        assert violations(page, part) == []
    chooser = page.locator("[data-picture-chooser]:visible").first
    chooser.get_by_role("button", name=re.compile("^Choose a")).first.click()
    expect(page.get_by_label("What should the picture show?")).to_be_focused()
    assert violations(page, "[data-picture-window]") == []
    page.set_viewport_size(PHONE)
    assert violations(page, "[data-picture-window]", colours=False) == []


FIELDS_OUTSIDE = """() => [...document.querySelectorAll("main details[open]")].flatMap((box) => {
  const edge = box.getBoundingClientRect().right + 1;
  const fields = [...box.querySelectorAll("input, select, textarea")];
  return fields.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.name);
})"""


def test_the_fields_to_change_what_was_understood_stay_in_their_cards(
    prepared_site: Portal, open_page: OpenPage, addresses: Addresses
) -> None:
    page = open_page.signed_in(prepared_site, "secretary")
    page.goto(addresses["boards_admin:reading"])
    changes = page.locator("main details > summary").filter(has_text="Change")
    for number in range(3):
        changes.nth(number).click()
    expect(page.locator("main details[open]")).to_have_count(3)
    expect(page.locator("main details[open] select").first).to_be_visible()
    assert page.evaluate(FIELDS_OUTSIDE) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate(FIELDS_OUTSIDE) == []


def test_actions_and_lists_of_pages_have_room_for_their_words_on_a_phone(
    prepared_site: Portal, open_page: OpenPage
) -> None:
    page = open_page.signed_in(prepared_site, "secretary")
    page.set_viewport_size(PHONE)
    page.goto("/admin/my-boards/actions/")
    cell = page.get_by_role("cell").first
    expect(cell).to_be_visible()
    assert cell.evaluate("one => one.clientWidth") > PHONE["width"] * 0.7
    expect(page.get_by_role("row").nth(1).get_by_role("cell")).to_have_count(5)
    page.goto("/admin/my-boards/")
    page.get_by_text("More for this board").first.click()
    page.get_by_role("link", name="All meetings, with their agendas and minutes").click()
    title = page.locator("td.title").first
    expect(title).to_be_visible()
    assert title.evaluate("one => one.clientWidth") > PHONE["width"] * 0.3
