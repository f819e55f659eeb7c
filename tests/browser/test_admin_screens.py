"""Axe on the admin's screens that are ours."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.opening import OpenPage
from tests.services.processes import Portal
from tests.services.sites import AT_WORK, running_site

pytestmark = [pytest.mark.browser]

# The sidebar, header and footer of the admin are Wagtail's: we cannot put them right.
OURS = "main"
PHONE = ViewportSize(width=360, height=740)
COLOURS_ON_A_PHONE = {"my boards", "plan a meeting", "check a file", "actions", "matrix"}


def _first_row(page: Page) -> None:
    page.get_by_role("table").get_by_role("link").first.click()


def _stay(page: Page) -> None:
    """The admin's first page."""


def _my_boards(page: Page) -> None:
    page.get_by_role("link", name="My boards").click()


def _plan(page: Page) -> None:
    page.get_by_role("link", name="Plan a meeting").click()


def _plan_wrongly(page: Page) -> None:
    _plan(page)
    page.get_by_role("button", name="Plan the meeting").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _start_minutes(page: Page) -> None:
    page.get_by_role("link", name="Write the minutes of").first.click()


def _bring_nothing(page: Page) -> None:
    _start_minutes(page)
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _check_a_file(page: Page) -> None:
    page.goto("/admin/my-boards/readings/1/")


def _check_a_file_wrongly(page: Page) -> None:
    _check_a_file(page)
    page.get_by_label("Item", exact=True).first.fill("")
    page.get_by_role("button", name="Take over into the minutes").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _old_minutes(page: Page) -> None:
    page.get_by_role("link", name="Old minutes").click()


def _actions(page: Page) -> None:
    page.get_by_role("link", name="Actions", exact=True).click()


def _report(page: Page) -> None:
    _actions(page)
    _first_row(page)


def _matrix(page: Page) -> None:
    page.get_by_role("link", name="Charter", exact=True).click()


def _sent_mail(page: Page) -> None:
    page.get_by_role("link", name="Sent mail").click()


def _one_mail(page: Page) -> None:
    _sent_mail(page)
    _first_row(page)


def _all_easy_reads(page: Page) -> None:
    page.goto("/admin/easy-read/")


def _start_easy_read(page: Page) -> None:
    page.get_by_text("What comes after that").first.click()
    page.get_by_role("link", name="Make an easy read of").first.click()


def _an_easy_read(page: Page) -> str:
    """The number of an easy read that the secretary writes."""
    _all_easy_reads(page)
    address = page.get_by_role("table").get_by_role("link").first.get_attribute("href")
    return str(address).split("/")[-3]


def _readers(page: Page) -> None:
    page.goto(f"/admin/easy-read/{_an_easy_read(page)}/readers/")


def _readers_wrongly(page: Page) -> None:
    _readers(page)
    page.get_by_role("button", name="Keep the check").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _changes(page: Page) -> None:
    page.goto(f"/admin/easy-read/{_an_easy_read(page)}/changes/")


def _asked_for(page: Page) -> None:
    page.goto("/admin/my-boards/asked-for/")


def _answer_wrongly(page: Page) -> None:
    _asked_for(page)
    page.get_by_role("link", name=re.compile("^Answer")).first.click()
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()


SCREENS: dict[str, tuple[str, Callable[[Page], None], str]] = {
    "first page": ("secretary", _stay, "Hello"),
    "my boards": ("secretary", _my_boards, "My boards"),
    "plan a meeting": ("secretary", _plan, "Plan a meeting"),
    "plan wrongly": ("secretary", _plan_wrongly, "Plan a meeting"),
    "write the minutes": ("secretary", _start_minutes, "Write the minutes"),
    "bring nothing": ("secretary", _bring_nothing, "Write the minutes"),
    "check a file": ("secretary", _check_a_file, "Check the Word file"),
    "check a file wrongly": ("secretary", _check_a_file_wrongly, "Check the Word file"),
    "old minutes": ("admin", _old_minutes, "Old minutes"),
    "actions": ("secretary", _actions, "Actions"),
    "report progress": ("secretary", _report, "How far is it?"),
    "matrix": ("officer", _matrix, "Charter"),
    "what people asked for": ("officer", _asked_for, "What people asked for"),
    "answer wrongly": ("officer", _answer_wrongly, "Someone asked for another format"),
    "all easy reads": ("secretary", _all_easy_reads, "How the easy reads are"),
    "start an easy read": ("secretary", _start_easy_read, "Make an easy read"),
    "readers' check": ("secretary", _readers, "Readers' check"),
    "readers' check wrongly": ("secretary", _readers_wrongly, "Readers' check"),
    "what changed": ("secretary", _changes, "What changed in the full version"),
    "sent mail": ("admin", _sent_mail, "Sent mail"),
    "one mail": ("admin", _one_mail, "digest"),
}


@pytest.fixture(scope="module")
def prepared_site(site_folders: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A site with minutes to write and mail to read; the tests of this module only look."""
    with running_site(site_folders / AT_WORK, tmp_path_factory.mktemp("prepared")) as portal:
        yield portal


@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_in_our_part_of_the_admin(
    prepared_site: Portal, open_page: OpenPage, name: str
) -> None:
    username, go, heading = SCREENS[name]
    page = open_page.signed_in(prepared_site, username)
    go(page)
    title = page.get_by_role("heading", level=1)
    expect(title).to_contain_text(re.compile(re.escape(heading), re.IGNORECASE))
    assert violations(page, OURS) == []
    page.set_viewport_size(PHONE)
    assert violations(page, OURS, colours=name in COLOURS_ON_A_PHONE) == []


def test_axe_finds_nothing_in_the_advice_beside_the_rows_of_an_easy_read(
    prepared_site: Portal, open_page: OpenPage
) -> None:
    page = open_page.signed_in(prepared_site, "secretary")
    page.goto(f"/admin/pages/{_an_easy_read(page)}/edit/")
    expect(page.get_by_text("to look at.").first).to_be_visible()
    expect(page.get_by_text("Which rules, and how often")).to_be_visible()
    for part in ("[data-easy-writing]", ".easy-advice", ".easy-source"):
        assert violations(page, part) == []


FIELDS_OUTSIDE = """() => [...document.querySelectorAll("main details[open]")].flatMap((box) => {
  const edge = box.getBoundingClientRect().right + 1;
  const fields = [...box.querySelectorAll("input, select, textarea")];
  return fields.filter((one) => one.getBoundingClientRect().right > edge).map((one) => one.name);
})"""


def test_the_fields_to_change_what_was_understood_stay_in_their_cards(
    prepared_site: Portal, open_page: OpenPage
) -> None:
    page = open_page.signed_in(prepared_site, "secretary")
    _check_a_file(page)
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
