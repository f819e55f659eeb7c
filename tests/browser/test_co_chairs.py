"""What co-chairs do in the admin, told as journeys."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.borough import day_to_come
from tests.browser import cycle
from tests.browser.inside import run_inside
from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]

BOARD = "Learning Disability Partnership Board"
ACTION = "Ask the leisure centre for a quiet hour in the pool"


def publish(page: Page) -> None:
    """Publish what stands in Wagtail's editor."""
    footer = page.get_by_role("navigation", name="Actions (footer)")
    with page.expect_navigation():  # the editor's own status may speak of publishing before
        footer.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("has been published")).to_be_visible()


def test_a_co_chair_plans_a_meeting_is_corrected_and_publishes_its_agenda(
    own_site: Portal, open_page: OpenPage
) -> None:
    day = day_to_come(200)
    page = open_page.signed_in(own_site, "chair")
    own = page.get_by_role("region", name=BOARD)
    expect(own.get_by_role("listitem").filter(has_text="Finish and publish").first).to_be_visible()
    own.get_by_role("link", name="Plan a meeting").click()

    page.get_by_label("Day").fill("2020-02-03")
    page.get_by_label("Starts at").fill("14:00")
    page.get_by_label("Where").fill("The lighthouse")
    page.get_by_role("button", name="Plan the meeting").click()
    expect(page.get_by_role("alert")).to_contain_text("This day is over.")
    expect(page.get_by_label("Where")).to_have_value("The lighthouse")
    expect(page.get_by_label("Starts at")).to_have_value("14:00")

    page.get_by_label("Day").fill(day.isoformat())
    for box in page.get_by_role("checkbox", name="it is true of “The lighthouse” too").all():
        box.check()
    page.get_by_role("button", name="Plan the meeting").click()
    expect(page.get_by_text("The meeting is public.")).to_be_visible()
    item = page.get_by_role("region", name="Item Matters arising")
    item.get_by_label("Presenter").fill("Everyone in turn")
    publish(page)

    citizen = open_page(own_site, "narrow")
    citizen.goto(f"/boards/learning-disability/{day.isoformat()}/")
    expect(citizen.get_by_role("main")).to_contain_text("The lighthouse")
    citizen.get_by_role("main").get_by_role("link", name=re.compile("^Agenda")).click()
    expect(citizen.get_by_role("main")).to_contain_text("Everyone in turn")


def test_a_co_chair_writes_the_minutes_and_their_action_stands_among_the_public_ones(
    own_site: Portal, open_page: OpenPage
) -> None:
    run_inside(own_site, f"hold_meeting('learning-disability', '{cycle.day_in(-3)}')")
    page = open_page.signed_in(own_site, "chair")
    page.get_by_role("link", name="Write the minutes of").first.click()
    page.get_by_role("button", name="Start from the agenda").click()

    item = page.get_by_role("region", name="Item Matters arising")
    item.get_by_role("button", name="Add words, a decision or an action").click()
    page.get_by_role("option", name="Action").click()
    action = item.get_by_role("region", name="Action")
    action.get_by_label("What is to be done").fill(ACTION)
    action.get_by_label("Owner").fill("The secretary")
    citizen = open_page(own_site)
    citizen.goto("/actions/")
    expect(citizen.get_by_role("link", name=ACTION)).to_have_count(0)
    publish(page)

    citizen.reload()
    citizen.get_by_role("link", name=ACTION).click()
    expect(citizen.get_by_role("heading", level=1)).to_contain_text(ACTION)
    expect(citizen.get_by_role("main")).to_contain_text("The secretary")
    citizen.get_by_role("link", name=re.compile("of the minutes: Matters arising")).click()
    expect(citizen.get_by_role("heading", level=1)).to_contain_text("Minutes of")


def test_a_co_chair_of_one_board_cannot_open_the_screens_of_another(
    demo_site: Portal, open_page: OpenPage
) -> None:
    secretary = open_page.signed_in(demo_site, "secretary")
    plan = _link(secretary, "Plan a meeting")
    secretary.get_by_text("More for this board").click()
    change = _link(secretary, "Change the board's page")
    secretary.get_by_role("link", name="Actions", exact=True).click()
    report = secretary.get_by_role("table").get_by_role("link").first.get_attribute("href") or ""

    chair = open_page.signed_in(demo_site, "chair")
    expect(chair.get_by_role("link", name="Charter")).to_have_count(0)
    expect(chair.get_by_role("link", name="Sent mail")).to_have_count(0)
    for path in (plan, report):
        open_page.expect_missing(chair, path)
        answer = chair.goto(path)
        assert answer is not None
        assert answer.status == 404
    for path in (change, "/admin/charter-matrix/", "/admin/sent-mail/"):
        chair.goto(path)
        expect(chair).to_have_url(f"{demo_site.address}/admin/")
        expect(chair.get_by_text("you do not have permission")).to_be_visible()


def _link(page: Page, name: str) -> str:
    return page.get_by_role("link", name=name).get_attribute("href") or ""
