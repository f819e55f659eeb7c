"""A secretary writes an easy read of ten ideas, with advice while typing, and publishes it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import writing
from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_from_published_minutes_to_a_published_easy_read_of_ten_ideas(
    own_site: Portal, open_page: OpenPage, size: str
) -> None:
    page = open_page.signed_in(own_site, "secretary", size)
    count = writing.Count()
    writing.start(page, count)
    writing.write(page, count)
    writing.publish(page, count)
    assert count.clicks <= 25
    page.get_by_role("status").get_by_role("link", name="View live").click()
    page.wait_for_load_state()
    for words in writing.IDEAS:
        row = page.locator(".easy-row").filter(has_text=words)
        expect(row.locator("img.easy-row__picture")).to_be_visible()


def _fresh_row(page: Page) -> str:
    """The key of a row that still waits for words."""
    writing.start(page, writing.Count())
    row = page.locator("[data-streamfield-child]").filter(has=page.get_by_text("No words yet."))
    return str(row.first.get_attribute("data-contentpath"))


def test_advice_comes_while_one_types_and_is_told_to_screen_readers(
    own_site: Portal, open_page: OpenPage
) -> None:
    page = open_page.signed_in(own_site, "secretary")
    row = page.locator(f'[data-contentpath="{_fresh_row(page)}"]')
    field = row.locator('[data-contentpath="words"] [contenteditable="true"]')
    field.click()
    page.keyboard.type("It was resolved to facilitate improvements at 14:30.")
    expect(row.get_by_text("2:30pm").first).to_be_visible()
    told = row.get_by_role("status").last
    expect(told).to_contain_text("to look at")
    described = (field.get_attribute("aria-describedby") or "").split()
    advice = row.locator(".easy-advice__list").first.get_attribute("id")
    assert advice in described
    page.keyboard.press("Control+a")
    page.keyboard.type("We will meet at 2:30pm.")
    expect(row.get_by_text("Good to read.").first).to_be_visible()
    expect(told).to_contain_text("Good to read.")


def test_a_proposed_picture_is_taken_with_one_key(own_site: Portal, open_page: OpenPage) -> None:
    page = open_page.signed_in(own_site, "secretary")
    row = page.locator(f'[data-contentpath="{_fresh_row(page)}"]')
    chosen = row.locator('[data-contentpath="picture"] input[type="hidden"]')
    row.locator('[data-contentpath="words"] [contenteditable="true"]').click()
    page.keyboard.type("The dentist has a new car.")
    picture = row.get_by_role("button", name="Use this picture: Dentist")
    expect(picture).to_be_visible()
    before = chosen.input_value()
    picture.focus()
    page.keyboard.press("Enter")
    expect(row.locator('[data-contentpath="picture"]').get_by_text("Dentist")).to_be_visible()
    assert chosen.input_value() not in ("", before)


def test_ten_thousand_pasted_words_are_kept_and_answered(
    own_site: Portal, open_page: OpenPage
) -> None:
    page = open_page.signed_in(own_site, "secretary")
    row = page.locator(f'[data-contentpath="{_fresh_row(page)}"]')
    row.locator('[data-contentpath="words"] [contenteditable="true"]').click()
    page.keyboard.insert_text("word " * 10_000)
    expect(row.get_by_text("10,000 words").first).to_be_visible()
    expect(row.locator('[data-contentpath="words"]')).to_contain_text("word word word")
