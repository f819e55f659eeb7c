"""From published minutes to a published easy read, counted: clicks, keys, and waiting."""

import time
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

IDEAS = (
    "We said hello to everybody.",
    "We talked about buses.",
    "The last bus goes too early.",
    "Some people cannot get home.",
    "A woman told us about her taxi.",
    "The council will ask the bus company.",
    "We talked about the doctor.",
    "You can have a health check each year.",
    "The day centre has a new lift.",
    "We meet again in 3 months.",
)


# Notes in the page itself how long after the last key some advice came: milliseconds.
STOPWATCH = """() => {
  window.adviceAfter = [];
  let key = 0;
  addEventListener("keydown", () => { key = performance.now(); }, true);
  new MutationObserver((changes) => {
    if (changes.some((one) => one.target.closest?.(".easy-advice__status"))) {
      window.adviceAfter.push(performance.now() - key);
    }
  }).observe(document.body, { subtree: true, childList: true });
}"""


@dataclass
class Count:
    """What a writer does with the hands, and how long the machine lets them wait."""

    clicks: int = 0
    keys: int = 0
    waited: float = 0.0  # seconds
    advice: list[float] = field(default_factory=list)  # seconds from the last key to the advice

    def click(self, target: Locator) -> None:
        self.clicks += 1
        target.click()

    def type(self, page: Page, words: str) -> None:
        self.keys += len(words)
        page.keyboard.type(words)


def start(page: Page, count: Count) -> None:
    """From My boards to the draft, with its rows ready and their first advice shown."""
    began = time.monotonic()
    count.click(page.get_by_role("link", name="Make an easy read of the minutes of").first)
    count.click(page.get_by_role("button", name="Start the easy read"))
    expect(page.get_by_text("No words yet.").first).to_be_visible()
    count.waited += time.monotonic() - began


def write(page: Page, count: Count) -> None:
    """Ten ideas into the first ten rows that wait for words; their pictures are proposed."""
    rows = page.locator("[data-streamfield-child]").filter(
        has=page.locator('[data-contentpath="source"]')
    )
    waiting = rows.filter(has=page.get_by_text("No words yet."))
    page.evaluate(STOPWATCH)
    names = [row.get_attribute("data-contentpath") for row in waiting.all()]
    assert len(names) >= len(IDEAS), f"the minutes have only {len(names)} ideas"
    for name, words in zip(names, IDEAS, strict=False):
        row = page.locator(f'[data-contentpath="{name}"]')
        count.click(row.locator('[data-contentpath="words"] [contenteditable="true"]'))
        count.type(page, words)
        expect(row.get_by_text("Good to read.").or_(row.get_by_text("to look at."))).to_be_visible()
        count.advice.append(page.evaluate("window.adviceAfter.at(-1)") / 1000)
        if not row.locator('[data-contentpath="picture"] input[type="hidden"]').input_value():
            count.click(row.get_by_role("button", name="Use this picture").first)


def publish(page: Page, count: Count) -> None:
    """Take the rows out that are not needed, and publish."""
    count.click(page.get_by_role("button", name="Take out the rows without words"))
    expect(
        page.get_by_text("0 of them without").or_(page.get_by_text("all with words"))
    ).to_be_visible()
    began = time.monotonic()
    with page.expect_navigation():  # the editor's own status may speak of publishing before
        count.click(page.get_by_role("button", name="Publish", exact=True))
    expect(page.get_by_role("status").get_by_text("published").first).to_be_visible()
    count.waited += time.monotonic() - began
