"""A secretary chooses pictures for an easy read, by mouse and by keyboard."""

from pathlib import Path

import pytest
from PIL import Image as Drawing
from playwright.sync_api import Locator, Page, expect

from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]

# An easy read of the carers' board, of which the secretary is.
FIND = """
from easyread.models import EasyReadPage
from boards.models import BoardPage
board = BoardPage.objects.get(slug="carers")
print(EasyReadPage.objects.descendant_of(board).order_by("path")[0].pk)
"""


def _editor(site: Portal, open_page: OpenPage) -> Page:
    found = site.manage("shell", "--no-imports", "-c", FIND)
    assert found.returncode == 0, found.stderr
    page = open_page.signed_in(site, "secretary")
    page.goto(f"/admin/pages/{found.stdout.strip()}/edit/")
    page.wait_for_load_state("networkidle")
    return page


def _open(page: Page) -> tuple[Locator, Locator]:
    """The first chooser of the page, and its window."""
    chooser = page.locator("[data-picture-chooser]:visible").first
    chooser.get_by_role("button", name="Choose a").or_(
        chooser.get_by_role("button", name="Choose another picture")
    ).first.click()
    window = page.locator("[data-picture-window]")
    expect(window.get_by_label("What should the picture show?")).to_be_focused()
    return chooser, window


def test_a_secretary_finds_keeps_and_chooses_a_picture(
    own_site: Portal, open_page: OpenPage
) -> None:
    page = _editor(own_site, open_page)
    chooser, window = _open(page)
    page.keyboard.type("carers")
    expect(window.get_by_role("status")).to_contain_text("for “carers”")
    star = window.get_by_role("tabpanel", name="All pictures").get_by_role(
        "button", name="Favourite: Carer", exact=True
    )
    expect(star).to_have_attribute("aria-pressed", "false")
    star.click()
    expect(star).to_have_attribute("aria-pressed", "true")
    window.get_by_role("tab", name="Favourites").click()
    kept = window.get_by_role("tabpanel", name="Favourites")
    with page.expect_response("**/pictures/used/"):
        kept.get_by_role("link", name="Carer", exact=True).click()
    expect(window).to_have_count(0)
    expect(chooser.get_by_text("Carer", exact=True)).to_be_visible()
    expect(chooser.get_by_role("button", name="Choose another picture")).to_be_focused()

    chooser, window = _open(page)
    window.get_by_role("tab", name="Used last").click()
    used = window.get_by_role("tabpanel", name="Used last")
    expect(used.get_by_role("link").first).to_have_accessible_name("Carer")
    window.get_by_role("tab", name="All pictures").click()
    with page.expect_response("**/pictures/missed/"):
        window.get_by_label("What should the picture show?").fill("quokka")
        expect(window.get_by_role("status")).to_contain_text("No picture was found for “quokka”")


def test_a_secretary_brings_a_picture_after_a_wrong_file(
    own_site: Portal, open_page: OpenPage, tmp_path: Path
) -> None:
    wrong, right = tmp_path / "walk.png", tmp_path / "walk.jpg"
    wrong.write_bytes(b"%PDF-1.7\n%%EOF\n")
    Drawing.new("RGB", (900, 600), "teal").save(right)
    page = _editor(own_site, open_page)
    chooser, window = _open(page)
    window.get_by_role("tab", name="Bring your own").click()
    window.get_by_label("File of the picture").set_input_files(wrong)
    window.get_by_role("textbox", name="Name").fill("Walking group")
    send = window.get_by_role("button", name="Keep and choose this picture")
    send.click()
    alert = window.get_by_role("alert")
    expect(alert).to_contain_text("This file is not a picture that we can use")
    expect(alert).to_contain_text("Say what the picture shows")
    expect(window.get_by_role("textbox", name="Name")).to_have_value("Walking group")

    window.get_by_label("File of the picture").set_input_files(right)
    send.click()
    expect(alert).not_to_contain_text("This file")
    expect(alert).to_contain_text("Say what the picture shows")
    window.get_by_label("What does the picture show?").fill("Four people walk in a park")
    send.click()
    expect(window).to_have_count(0)
    expect(chooser.get_by_text("Walking group")).to_be_visible()
    width = chooser.locator("img").evaluate(
        "image => image.decode().then(() => image.naturalWidth)"
    )
    assert width == 900


def test_a_picture_is_chosen_and_taken_away_by_keyboard_alone(
    own_site: Portal, open_page: OpenPage
) -> None:
    page = _editor(own_site, open_page)
    chooser = page.locator("[data-picture-chooser]:visible").first
    chooser.get_by_role("button", name="Choose another picture").focus()
    page.keyboard.press("Enter")
    window = page.locator("[data-picture-window]")
    expect(window.get_by_label("What should the picture show?")).to_be_focused()
    page.keyboard.type("bus")
    # What "bu" finds is taken away when "bus" has been looked for, and the focus with it.
    expect(window.get_by_role("status")).to_contain_text("for “bus”")
    first = window.get_by_role("tabpanel", name="All pictures").get_by_role("link").first
    expect(first).to_have_accessible_name("Bus")
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Tab")
    star = page.get_by_role("button", name="Favourite: Bus", exact=True).first
    expect(star).to_be_focused()
    page.keyboard.press("Space")
    expect(star).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(window).to_have_count(0)
    expect(chooser.get_by_text("Bus", exact=True)).to_be_visible()
    expect(chooser.get_by_role("button", name="Choose another picture")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(chooser.get_by_role("button", name="Choose a picture")).to_be_focused()
