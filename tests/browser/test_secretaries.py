"""What secretaries do in the admin, told as journeys."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import cycle
from tests.browser.inside import run_inside
from tests.browser.opening import OpenPage
from tests.services.processes import ROOT, Portal

pytestmark = [pytest.mark.browser]

WORD_FILE = ROOT / "tests" / "documents" / "word" / "item-action-table.docx"
OUTCOME = "Carers now get the rota two weeks before"


def _bring(page: Page, file: Path) -> None:
    page.get_by_role("button", name="Word file").set_input_files(file)
    page.get_by_role("button", name="Read the file").click()


def test_a_secretary_brings_a_word_file_and_finds_its_items_and_actions_in_the_draft(
    own_site: Portal, open_page: OpenPage, tmp_path: Path
) -> None:
    run_inside(own_site, f"hold_meeting('carers', '{cycle.day_in(-3)}')")
    expected = json.loads(WORD_FILE.with_suffix(".expected.json").read_text())
    page = open_page.signed_in(own_site, "secretary")
    page.get_by_role("link", name="Write the minutes of").first.click()

    renamed = tmp_path / "minutes.docx"
    renamed.write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
    _bring(page, renamed)
    expect(page.get_by_role("alert")).to_contain_text("This is a PDF file.")

    _bring(page, WORD_FILE)
    expect(page.get_by_text("Is it the right file?")).to_be_visible()
    for action in expected["actions"]:
        expect(page.get_by_text(f"Who: {action['owner']}.").first).to_be_visible()
    page.get_by_role("button", name="Take over into the minutes").click()
    expect(page.get_by_text(re.compile(r"Taken over: \d+ items"))).to_contain_text(
        f"{len(expected['actions'])} actions"
    )
    for item in expected["agenda_items"]:
        expect(page.get_by_role("region", name=f"Item {item['heading']}")).to_be_visible()
    words = [field.input_value() for field in page.get_by_label("What is to be done").all()]
    assert len(words) == len(expected["actions"])
    assert any("lunch club" in each for each in words)
    owners = [field.input_value() for field in page.get_by_label("Owner").all()]
    assert owners == [action["owner"] for action in expected["actions"]]


def test_a_secretary_says_what_became_of_an_action_and_everyone_can_read_it(
    own_site: Portal, open_page: OpenPage
) -> None:
    page = open_page.signed_in(own_site, "secretary")
    page.get_by_role("link", name="Actions", exact=True).click()
    link = page.get_by_role("table").get_by_role("link").first
    number = (link.get_attribute("href") or "").rstrip("/").rpartition("/")[2]
    link.click()
    page.get_by_role("radio", name="Done").check()
    page.get_by_label("What happened since the last time?").fill("We met the manager")
    page.get_by_role("button", name="Save for everyone to see").click()
    expect(page.get_by_role("alert")).to_contain_text("Say what changed")
    expect(page.get_by_label("What happened since the last time?")).to_have_value(
        "We met the manager"
    )
    page.get_by_label("what changed?").fill(OUTCOME)
    page.get_by_role("button", name="Save for everyone to see").click()
    expect(page.get_by_text("Everyone can see this now.")).to_be_visible()

    citizen = open_page(own_site, "narrow")
    citizen.goto(f"/actions/{number}/")
    main = citizen.get_by_role("main")
    expect(main.get_by_role("heading", name="What changed")).to_be_visible()
    expect(main.get_by_text(OUTCOME, exact=True)).to_be_visible()
    history = citizen.get_by_role("region", name="What happened so far")
    expect(history.get_by_role("listitem").last).to_contain_text("Done")
    citizen.goto("/")
    expect(citizen.get_by_role("region", name="You said, we did")).to_contain_text(OUTCOME)
