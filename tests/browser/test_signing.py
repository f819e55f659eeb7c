"""A board signs the charter: asked by an officer, by a link on a phone, and with the keyboard."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser import cycle
from tests.browser.inside import run_inside
from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]


BOARD, TITLE = "over-fifties", "Over Fifties Forum"


def _links(site: Portal) -> list[str]:
    """Where the co-chairs of the board sign, the citizen first."""
    found = json.loads(run_inside(site, f"write_links_to_sign('{BOARD}')"))
    return [urlsplit(link).path for link in found]


def _by_keyboard(page: Page) -> None:
    """Answer with nothing but keys: the choice, the box, the button."""
    page.get_by_label("Yes, I sign").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("You have signed the charter.")


def test_two_co_chairs_sign_and_there_is_a_certificate(
    own_site: Portal, open_page: OpenPage
) -> None:
    run_inside(own_site, f"hold_meeting('{BOARD}', '{cycle.day_in(-2)}')")
    officer = open_page.signed_in(own_site, "officer")
    officer.goto("/admin/charter-matrix/signing/")
    officer.get_by_label(f"Ask the {TITLE}").check()
    officer.get_by_role("button", name="Ask the boards that are ticked").click()
    expect(officer.get_by_text("1 board is asked.")).to_be_visible()

    on_phone, with_keys = _links(own_site)
    phone = open_page(own_site, viewport={"width": 360, "height": 800}, java_script_enabled=False)
    phone.goto(on_phone)
    cycle.fits(phone)
    phone.get_by_label("Yes, I sign").check()
    phone.get_by_label("I have read the principles").check()
    phone.get_by_role("button", name="Send my answer").click()
    expect(phone.get_by_role("main")).to_contain_text("You have signed the charter.")
    keyboard = open_page(own_site)
    keyboard.goto(with_keys)
    _by_keyboard(keyboard)

    officer.goto("/admin/charter-matrix/signing/")
    officer.get_by_role("link", name=TITLE).click()
    officer.get_by_role("link", name="Say at which meeting the board agreed").click()
    officer.get_by_role("radio").first.check()
    officer.get_by_role("button", name="The board agreed there").click()
    expect(officer.get_by_role("heading", name="Signed", exact=True)).to_be_visible()

    phone.goto(f"/charter/boards/{BOARD}/")
    phone.get_by_role("link", name="See the certificate").click()
    cycle.fits(phone)
    expect(phone.get_by_role("heading", level=1)).to_contain_text(f"{TITLE} has signed the charter")
    sheet = phone.get_by_role("link", name="Print it").get_attribute("href")
    assert phone.request.get(f"{sheet}").body().startswith(b"%PDF")
