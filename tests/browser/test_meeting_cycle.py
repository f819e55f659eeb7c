"""A secretary through the whole cycle of a meeting, with a pointer on a wide screen and a phone."""

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from boards.rules.dates import long_date
from tests.borough import day_to_come
from tests.browser import cycle, keys
from tests.browser.inside import run_inside
from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]

ITEM = "Rotas at Larch House"
SUMMARY = "Carers hear about the rota too late."
OUTCOME = "Three families now use their weekends"
DECISION = "The rota comes out two weeks before."
ACTION = "Send the rota of Larch House to every carer"
OWNER = "Rota manager of Larch House"
CHANGED = "Every carer has the rota two weeks before"


def _stranger(open_page: OpenPage, site: Portal, screen: str) -> Page:
    return open_page(site, java_script_enabled=False, **cycle.SCREENS[screen])


@pytest.mark.parametrize("screen", cycle.SCREENS)
def test_a_secretary_plans_a_meeting_and_everyone_can_read_its_agenda_and_paper(
    own_site: Portal, open_page: OpenPage, screen: str
) -> None:
    page = open_page(own_site, **cycle.SCREENS[screen])
    cycle.sign_in(page, "secretary")
    day = day_to_come(17)
    cycle.plan(page, day)
    expect(cycle.editor_item(page, "Matters arising")).to_contain_text("Not finished")
    finished = cycle.finish_an_action(page, OUTCOME)
    cycle.refresh_matters_arising(page)
    # The editor saves by itself, also while a part is still empty: that is answered with 400.
    open_page.expect_missing(page, urlsplit(page.url).path)
    item = cycle.add_agenda_item(page, ITEM, SUMMARY)
    cycle.add_paper(page, item, cycle.PAPER)
    cycle.publish(page)

    stranger = _stranger(open_page, own_site, screen)
    stranger.goto(f"/boards/{cycle.BOARD}/{day.isoformat()}/")
    cycle.fits(stranger)
    calendar = stranger.get_by_role("link", name="Add to your calendar").get_attribute("href")
    entry = stranger.request.get(f"{calendar}")
    assert entry.headers["content-type"].startswith("text/calendar")
    assert f"DTSTART;TZID=Europe/London:{day:%Y%m%d}T140000" in entry.text()

    papers = stranger.get_by_role("region", name="Agenda and minutes")
    cycle.follow(papers.get_by_role("link", name="Agenda"))
    shown = stranger.get_by_role("listitem").filter(has=stranger.get_by_role("heading", name=ITEM))
    expect(shown).to_contain_text(SUMMARY)
    paper = shown.get_by_role("link", name=f"{ITEM} PDF").get_attribute("href")
    assert stranger.request.get(f"{paper}").body() == cycle.PAPER["buffer"]
    carried = stranger.get_by_role("region", name="Carried over from earlier meetings")
    assert carried.get_by_role("listitem").count() > 0
    expect(stranger.get_by_role("main")).to_contain_text("Not finished from earlier meetings:")
    expect(stranger.get_by_role("main")).not_to_contain_text(finished)


@pytest.mark.parametrize("screen", cycle.SCREENS)
def test_a_secretary_writes_minutes_the_owner_reports_by_link_and_a_later_meeting_approves(
    own_site: Portal, open_page: OpenPage, screen: str
) -> None:
    held, approved = cycle.day_in(-9), cycle.day_in(-2)
    run_inside(own_site, f"hold_meeting('carers', '{held}')")
    page = open_page(own_site, **cycle.SCREENS[screen])
    cycle.sign_in(page, "secretary")
    cycle.start_minutes(page, long_date(held))
    open_page.expect_missing(page, urlsplit(page.url).path)
    item = cycle.write_minutes(page, "Any other business", text=SUMMARY, decision=DECISION)
    cycle.add_action(page, item, text=ACTION, owner=OWNER, day=cycle.day_in(30))
    cycle.publish(page)

    stranger = _stranger(open_page, own_site, screen)
    minutes = f"/boards/{cycle.BOARD}/{held.isoformat()}/minutes/"
    _sees_draft(stranger, minutes)

    cycle.send_link(page, ACTION, "rota@brackenford.example")
    letter = json.loads(run_inside(own_site, "write_last_letter()"))
    assert letter["to"] == "rota@brackenford.example"
    cycle.report_by_link(_stranger(open_page, own_site, screen), letter["link"], CHANGED)
    stranger.goto(f"/you-said-we-did/?board={cycle.BOARD}")
    cycle.fits(stranger)
    expect(stranger.get_by_role("main")).to_contain_text(CHANGED)

    run_inside(own_site, f"hold_meeting('carers', '{approved}')")
    cycle.approve(page, long_date(held))
    _sees_approved(stranger, minutes, long_date(approved))


def _sees_draft(stranger: Page, minutes: str) -> None:
    stranger.goto(minutes)
    cycle.fits(stranger)
    main = stranger.get_by_role("main")
    expect(main).to_contain_text("These minutes are a draft")
    there = stranger.get_by_role("region", name="Who was there")
    assert there.get_by_role("listitem").count() > 0
    for words in (SUMMARY, DECISION, ACTION, OWNER):
        expect(main).to_contain_text(words)
    stranger.goto("/actions/?owner=" + OWNER.replace(" ", "+"))
    cycle.fits(stranger)
    card = stranger.get_by_role("listitem").filter(has=stranger.get_by_role("link", name=ACTION))
    expect(card).to_contain_text(OWNER)
    expect(card).to_contain_text("Open")


def _sees_approved(stranger: Page, minutes: str, meeting: str) -> None:
    stranger.goto(minutes)
    cycle.fits(stranger)
    main = stranger.get_by_role("main")
    expect(main).to_contain_text(f"Approved on {meeting}")
    expect(main).to_contain_text("(item 2)")
    expect(main).to_contain_text("approved as they were")
    versions = stranger.get_by_role("region", name="Versions of these minutes")
    assert versions.get_by_role("listitem").count() == 2
    cycle.follow(versions.get_by_role("link").last)
    expect(stranger.get_by_role("main")).to_contain_text(DECISION)


@pytest.mark.parametrize("screen", cycle.SCREENS)
def test_a_citizen_proposes_an_item_and_reads_that_it_is_on_the_agenda(
    own_site: Portal, open_page: OpenPage, screen: str
) -> None:
    citizen = _stranger(open_page, own_site, screen)
    citizen.goto(f"/boards/{cycle.BOARD}/")
    cycle.follow(citizen.get_by_role("link", name="Propose an item"))
    citizen.get_by_label("What should the board talk about?").fill("Buses in the evening")
    citizen.get_by_role("button", name="Send it to the secretary").click()
    expect(citizen.get_by_role("alert")).to_be_visible()
    cycle.fits(citizen)
    expect(citizen.get_by_label("What should the board talk about?")).to_have_value(
        "Buses in the evening"
    )
    citizen.get_by_label("Tell us more").fill("The last bus is at six.")
    citizen.get_by_role("button", name="Send it to the secretary").click()
    expect(citizen.get_by_role("main")).to_contain_text("The secretary has it.")
    cycle.fits(citizen)

    page = open_page(own_site, **cycle.SCREENS[screen])
    cycle.sign_in(page, "secretary")
    cycle.put_on_agenda(page, "Buses in the evening")
    citizen.reload()
    expect(citizen.get_by_role("heading", name="It is on the agenda")).to_be_visible()
    cycle.fits(citizen)


def test_a_secretary_plans_publishes_writes_minutes_and_approves_them_with_the_keyboard_alone(
    own_site: Portal, open_page: OpenPage
) -> None:
    held, approved = cycle.day_in(-9), cycle.day_in(-2)
    for day in (held, approved):
        run_inside(own_site, f"hold_meeting('carers', '{day}')")
    page = open_page(own_site, **cycle.SCREENS["wide"])
    keys.sign_in(page, "secretary")
    day = keys.plan(page)
    keys.publish(page)
    stranger = _stranger(open_page, own_site, "wide")
    stranger.goto(f"/boards/{cycle.BOARD}/{day.isoformat()}/agenda/")
    expect(stranger.get_by_role("heading", level=1)).to_contain_text(long_date(day))

    keys.start_minutes(page, long_date(held))
    open_page.expect_missing(page, urlsplit(page.url).path)
    keys.write_minutes(page, "Any other business", text=SUMMARY, decision=DECISION)
    keys.add_action(page, text=ACTION, owner=OWNER, day=cycle.day_in(30))
    keys.publish(page)
    minutes = f"/boards/{cycle.BOARD}/{held.isoformat()}/minutes/"
    _sees_draft(stranger, minutes)

    keys.approve(page, long_date(held))
    _sees_approved(stranger, minutes, long_date(approved))
