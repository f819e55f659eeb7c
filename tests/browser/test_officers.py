"""What council officers, the administrator and those who get the digest do."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.inside import run_inside
from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]

NOTE = "Every carer has a named person to ring."


def test_an_officer_filters_the_matrix_opens_a_square_and_saves_how_far_the_board_is(
    own_site: Portal, open_page: OpenPage
) -> None:
    page = open_page.signed_in(own_site, "officer")
    with page.expect_navigation():
        page.get_by_role("link", name="Charter", exact=True).click()
    rows = page.get_by_role("table").get_by_role("row")
    expect(rows.last).to_be_visible()
    everyone = rows.count()
    with page.expect_navigation(url=re.compile("state=signed")):
        page.get_by_role("navigation", name="Sign-up").get_by_role(
            "link", name="Signed", exact=True
        ).click()
    expect(rows.last).to_be_visible()
    assert 1 < rows.count() < everyone

    row = rows.filter(has=page.get_by_role("rowheader", name="Carers Partnership Board"))
    row.get_by_role("button").first.click()
    page.get_by_role("region", name="State").get_by_role("combobox").select_option("Working well")
    page.get_by_role("region", name="Note").get_by_role("textbox").fill(NOTE)
    with page.expect_navigation():
        page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="Charter", exact=True).click()
    expect(row.get_by_role("button").first).to_contain_text("Working well")

    citizen = open_page(own_site)
    citizen.goto("/charter/boards/carers/")
    first = citizen.get_by_role("main").get_by_role("list").get_by_role("listitem").first
    expect(first).to_contain_text("Working well")
    expect(first).to_contain_text(NOTE)


def test_the_administrator_reads_what_was_sent_and_a_subscriber_leaves_by_the_link_in_it(
    own_site: Portal, open_page: OpenPage
) -> None:
    run_inside(own_site, "send_digest()")
    page = open_page.signed_in(own_site, "admin")
    page.get_by_role("link", name="Sent mail").click()
    page.get_by_role("table").get_by_role("link").first.click()
    letter = page.frame_locator("iframe")
    expect(letter.get_by_role("heading").first).to_be_visible()
    text = page.locator("pre").inner_text()
    found = re.search(r"/digests/leave/[0-9a-f-]{36}/", text)
    assert found, text

    reader = open_page(own_site, "narrow")
    reader.goto(found[0])
    reader.get_by_role("button", name="Yes, leave the list").click()
    expect(reader.get_by_role("heading", name="You have left")).to_be_visible()
    reader.goto("/digests/")
    reader.get_by_role("main").get_by_role("list").get_by_role("link").first.click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("What the boards did")
