"""What a secretary does with a meeting in the admin, step by step, and what strangers then see."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from playwright.sync_api import FilePayload, Locator, Page, expect

from portal.demo.cast import PASSWORD
from tests.paper_files import pdf

BOARD = "carers"
SCREENS: dict[str, dict[str, Any]] = {
    "wide": {"viewport": {"width": 1280, "height": 900}},
    "phone": {"viewport": {"width": 360, "height": 800}, "is_mobile": True, "has_touch": True},
}
PAPER = FilePayload(
    name="rotas-at-larch-house.pdf", mimeType="application/pdf", buffer=pdf(pages=2)
)


def day_in(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def sign_in(page: Page, username: str) -> None:
    page.goto("/admin/")
    fits(page)
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    follow(page.get_by_role("button", name="Sign in"))
    my_boards(page)


def my_boards(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("heading", name="My boards").wait_for()
    fits(page)


def follow(way: Locator) -> None:
    """Click what leads to another page, and wait until that is there."""
    with way.page.expect_navigation():
        way.click()
    fits(way.page)


def fits(page: Page) -> None:
    """Nothing makes the reader scroll sideways, once the page is there."""
    page.wait_for_load_state("load")
    size = page.viewport_size
    assert size
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= size["width"], f"{page.url} is {wide} px wide"


def plan(page: Page, day: date) -> None:
    """From My boards to the draft agenda of a new meeting."""
    follow(page.get_by_role("link", name="Plan a meeting"))
    page.get_by_label("Day").fill(day.isoformat())
    page.get_by_label("Starts at").fill("14:00")
    page.get_by_role("button", name="Plan the meeting").click()
    expect(page.get_by_text("The meeting is public.")).to_be_visible()


def finish_an_action(page: Page, outcome: str) -> str:
    """The first action that is not finished is done; its words."""
    page.goto("/admin/my-boards/actions/")
    fits(page)
    first = page.get_by_role("table").get_by_role("link").first
    words = first.inner_text()
    follow(first)
    page.get_by_role("radio", name="Done").check()
    page.get_by_label("what changed?").fill(outcome)
    page.get_by_role("button", name="Save for everyone to see").click()
    expect(page.get_by_text("Everyone can see this now.")).to_be_visible()
    return words


def refresh_matters_arising(page: Page) -> None:
    """What was finished leaves the draft; the editor shows the agenda afterwards."""
    my_boards(page)
    open_more(page)
    follow(page.get_by_role("link", name="Bring the open actions on the agenda").first)
    page.get_by_role("button", name="Put this list into the draft agenda").click()
    expect(editor_item(page, "Matters arising")).to_be_visible()


def open_more(page: Page) -> None:
    """All tasks of the board, also those that are not urgent."""
    more = page.get_by_text("What comes after that")
    if more.count():
        more.click()


def editor_item(page: Page, title: str) -> Locator:
    return page.get_by_role("region", name=f"Item {title}", exact=True)


def by_its_id(page: Page, region: Locator) -> Locator:
    """The same part of the editor, whatever it is called once it has a title."""
    return page.locator(f"[id='{region.get_attribute('id')}']")


def add_agenda_item(page: Page, title: str, summary: str) -> Locator:
    """An item at the end of the draft."""
    page.get_by_role("region", name="Items", exact=True).get_by_role(
        "button", name="Add an item"
    ).click()
    item = by_its_id(page, page.get_by_role("region", name="Item", exact=True))
    item.get_by_label("Title").fill(title)
    item.get_by_label("Purpose").select_option("To decide")
    write_text(item, summary)
    return item


def write_text(region: Locator, words: str) -> None:
    """Into the part's field for text with bold words and links."""
    field = region.get_by_role("textbox", name="Text", exact=True)
    field.click()
    field.press_sequentially(words)


def add_paper(page: Page, item: Locator, paper: FilePayload) -> None:
    """Upload a file from within the agenda."""
    item.get_by_role("button", name="Add a paper").click()
    item.get_by_role("button", name="Choose a document").click()
    choice = page.get_by_role("dialog")
    choice.get_by_role("tab", name="Upload").click()
    choice.get_by_role("button", name="File").set_input_files(paper)
    expect(choice.get_by_label("Title")).to_have_value(Path(paper["name"]).stem)
    choice.get_by_label("Title").fill("Rotas at Larch House")
    choice.get_by_role("button", name="Upload").click()
    expect(choice).to_have_count(0)
    expect(item.get_by_text("Rotas at Larch House")).to_be_visible()


def publish(page: Page) -> None:
    with page.expect_navigation():  # the editor's own status may speak of publishing before
        page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.get_by_role("status").get_by_text("published").first).to_be_visible()


def start_minutes(page: Page, day: str) -> None:
    """From My boards; the items come from the agenda, the people from the membership."""
    my_boards(page)
    follow(page.get_by_role("link", name=f"Write the minutes of {day}"))
    page.get_by_role("button", name="Start from the agenda").click()
    expect(editor_item(page, "Any other business")).to_be_visible()


def insert(page: Page, item: Locator, kind: str) -> Locator:
    """A new last part in an item of the minutes."""
    before = item.get_by_role("region").count()
    item.get_by_role("button", name="Add words, a decision or an action").click()
    page.get_by_role("option", name=kind).click()
    expect(item.get_by_role("region")).to_have_count(before + 1)
    return by_its_id(page, item.get_by_role("region").last)


def write_minutes(page: Page, title: str, *, text: str, decision: str) -> Locator:
    """What was said and decided under an item of the draft."""
    item = by_its_id(page, editor_item(page, title))
    write_text(insert(page, item, "What was said"), text)
    insert(page, item, "Decision").get_by_role("textbox").fill(decision)
    return item


def add_action(page: Page, item: Locator, *, text: str, owner: str, day: date) -> None:
    """Who does what by when, under an item of the draft."""
    action = insert(page, item, "Action")
    action.get_by_label("What is to be done").fill(text)
    action.get_by_label("Owner").fill(owner)
    field = action.get_by_label("By which day")
    field.click()
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    expect(calendar).to_have_count(1)  # it opens a moment later, over what is below
    field.fill(day.isoformat())
    field.press("Tab")
    expect(calendar).to_have_count(0)


def send_link(page: Page, text: str, email: str) -> None:
    """To the owner of an action, who needs no account."""
    page.goto("/admin/my-boards/actions/")
    follow(page.get_by_role("link", name=text))
    page.get_by_label("E-mail of who does it").fill(email)
    page.get_by_role("button", name="Keep the address and send a link").click()
    expect(page.get_by_text(f"The link goes to {email}.")).to_be_visible()


def report_by_link(page: Page, link: str, outcome: str) -> None:
    """First how it goes, then what came of it."""
    for answer, words in (("I am working on it", "We wrote the list."), ("It is done", outcome)):
        page.goto(link)
        fits(page)
        page.get_by_role("radio", name=answer).check()
        field = "what changed for people?" if words == outcome else "What happened?"
        page.get_by_label(field).fill(words)
        page.get_by_role("button", name="Tell the board").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
        fits(page)


def approve(page: Page, day: str) -> None:
    my_boards(page)
    open_more(page)
    follow(page.get_by_role("link", name=f"Approve the minutes of {day}"))
    page.get_by_role("button", name="Publish the minutes as approved").click()
    expect(page.get_by_text("The minutes are approved.")).to_be_visible()


def put_on_agenda(page: Page, title: str) -> None:
    """What someone proposed comes on the next agenda, where the secretary finds it."""
    page.get_by_text("More for this board").click()
    follow(page.get_by_role("link", name="Items that people proposed"))
    follow(page.get_by_role("link", name=title))
    page.get_by_label("Put it on an agenda").select_option(index=1)
    follow(page.get_by_role("button", name="Answer", exact=True))
    my_boards(page)
    page.get_by_role("link", name="agenda a draft").first.click()
    expect(page.get_by_role("main")).to_contain_text(title)
