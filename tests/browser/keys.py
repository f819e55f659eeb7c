"""Getting about with the keyboard alone, told where one is as a screen reader is told."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import CDPSession, Page, expect

from boards.rules.working_days import bank_holiday
from portal.demo.cast import PASSWORD

MOST_STEPS = 400  # a whole editor with its items, once round


def focused(session: CDPSession) -> dict[str, str]:
    """Role, name and value of what has the focus, as Chromium tells them to a screen reader."""
    found = session.send("Runtime.evaluate", {"expression": "document.activeElement"})
    asked = {"objectId": found["result"]["objectId"], "fetchRelatives": False}
    node: dict[str, Any] = session.send("Accessibility.getPartialAXTree", asked)["nodes"][0]
    return {part: str(node.get(part, {}).get("value", "")) for part in ("role", "name", "value")}


def tab_to(page: Page, name: str, *, role: str = "", value: str = "", key: str = "Tab") -> None:
    """Press Tab until something whose name begins so has the focus (it may have it already)."""
    session = page.context.new_cdp_session(page)
    passed: list[str] = []
    while True:
        one = focused(session)
        is_wanted = one["name"].startswith(name) and one["value"].startswith(value)
        if is_wanted and role in ("", one["role"]):
            break
        passed.append(f"{one['role']} {one['name']!r}")
        assert len(passed) < MOST_STEPS, f"{name!r} is not among {passed}"
        page.keyboard.press(key)
    session.detach()


def press(page: Page, name: str, *, role: str = "", key: str = "Enter") -> None:
    """Go there with Tab, and press."""
    tab_to(page, name, role=role)
    page.keyboard.press(key)


def type_into(page: Page, name: str, words: str) -> None:
    tab_to(page, name)
    page.keyboard.type(words)


def sign_in(page: Page, username: str) -> None:
    page.goto("/admin/")
    type_into(page, "Username", username)
    type_into(page, "Password", PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="My boards").wait_for()


def my_boards(page: Page) -> None:
    """By the first page's link in the menu."""
    page.keyboard.press("Home")
    press(page, "My boards", role="link")
    page.get_by_role("heading", name="My boards", level=1).wait_for()


def same_in_every_order() -> date:
    """A day to come whose number is its month's (a browser may ask for either first), and that
    nobody is asked about again."""
    found = timezone.localdate() + timedelta(days=20)
    while found.day != found.month or bank_holiday(found):
        found += timedelta(days=1)
    return found


def plan(page: Page) -> date:
    """From My boards to the draft agenda of a new meeting."""
    day = same_in_every_order()
    press(page, "Plan a meeting", role="link")
    page.get_by_role("heading", name="Plan a meeting").wait_for()
    type_into(page, "Day", f"{day:%d%m%Y}")
    type_into(page, "Starts at", "1000AM")
    press(page, "Plan the meeting", role="button", key="Space")
    expect(page.get_by_text("The meeting is public.")).to_be_visible()
    return day


def publish(page: Page) -> None:
    tab_to(page, "Publish", role="button")
    with page.expect_navigation():  # the editor's own status may speak of publishing before
        page.keyboard.press("Enter")
    expect(page.get_by_role("status").get_by_text("published").first).to_be_visible()


def start_minutes(page: Page, day: str) -> None:
    my_boards(page)
    press(page, f"Now Write the minutes of {day}", role="link")
    page.get_by_role("heading", name="Write the minutes", level=1).wait_for()
    press(page, "Start from the agenda", role="button", key="Space")
    page.get_by_role("region", name="Item Any other business").wait_for()


def write_minutes(page: Page, title: str, *, text: str, decision: str) -> None:
    """What was said and decided under an item of the draft; the focus stays in the last field."""
    tab_to(page, "Title", value=title)
    insert(page, "What was said")
    type_into(page, "Text", text)
    insert(page, "Decision")
    page.keyboard.type(decision)


def insert(page: Page, kind: str) -> None:
    """A part at the end of the item in which the focus is."""
    press(page, "Add words, a decision or an action", role="button")
    page.get_by_role("option", name=kind).wait_for()
    type_into(page, "Search options", kind)
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_role("textbox")  # the new part's own


def add_action(page: Page, *, text: str, owner: str, day: date) -> None:
    insert(page, "Action")
    type_into(page, "What is to be done", text)
    type_into(page, "Owner", owner)
    type_into(page, "By which day", day.isoformat())
    page.keyboard.press("Tab")


def approve(page: Page, day: str) -> None:
    my_boards(page)
    press(page, "What comes after that")
    press(page, f"Next Approve the minutes of {day}", role="link")
    page.get_by_role("heading", name="Approve the minutes", level=1).wait_for()
    press(page, "Publish the minutes as approved", role="button", key="Space")
    expect(page.get_by_text("The minutes are approved.")).to_be_visible()
