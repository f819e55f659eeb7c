"""A writer's way to a published easy read of ten ideas: here, and in a word processor.

    python -m bench writing

Here: a real browser on a real web server; clicks, keys and the seconds that the machine takes are
counted. In a word processor: the list of steps below, for the same document. Both become seconds
by the keystroke-level model (1980) with its published times; nobody was timed with a watch.
"""

import shutil
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from portal.demo.cast import PASSWORD
from tests.browser import writing
from tests.services.chromium import FLAGS
from tests.services.ports import free_port
from tests.services.processes import Portal

# The keystroke-level model, seconds: to point and click, to press a key (40 words a minute), to
# move the hand between keys and mouse, to make up one's mind.
CLICK, KEY, HAND, MIND = 1.3, 0.28, 0.4, 1.35


@dataclass(frozen=True)
class Step:
    """Something done ``times`` times; ``keys`` are pressed, ``minds`` are decisions."""

    what: str
    times: int
    clicks: int = 0
    keys: int = 0
    minds: int = 1

    @property
    def seconds(self) -> float:
        hands = 2 if self.clicks and self.keys else 0
        once = self.clicks * CLICK + self.keys * KEY + self.minds * MIND + hands * HAND
        return self.times * once


TEN = len(writing.IDEAS)
WORDS = sum(len(words) for words in writing.IDEAS) // TEN
OPENING = 6  # rows that every easy read has: what it is, help, who, when, where, whom to ask
IN_A_WORD_PROCESSOR = (
    Step("New document, a table of two columns, size and typeface of the words", 1, 9, 8, 4),
    Step("Read the full version in another window, find the idea", TEN, 2, 0, 1),
    Step("Write the words of an idea", TEN, 1, WORDS, 1),
    Step("Write what every easy read opens and ends with", OPENING, 1, 38, 1),
    Step("Insert a picture: menu, file, folder, search, choose", TEN + OPENING, 7, 7, 2),
    Step("Make the picture the right size", TEN + OPENING, 2, 0, 1),
    Step("Give the picture its alternative text", TEN + OPENING, 3, 12, 1),
    Step("Save, save as tagged PDF", 1, 8, 24, 3),
    Step("Put the PDF on the web page of the meeting, and publish", 1, 9, 24, 3),
)


def here() -> tuple[writing.Count, list[Step]]:
    """Do it in a browser; the steps as they were counted."""
    with tempfile.TemporaryDirectory() as folder:
        site = Portal(Path(folder) / "var", free_port())
        site.var.mkdir()
        try:
            for command in (["migrate", "-v0"], ["seed_demo"]):
                done = site.manage(*command)
                assert done.returncode == 0, done.stderr
            site.start_web()
            count = _write(site)
        finally:
            site.stop()
    typed = count.keys // TEN
    steps = [
        Step("Start the draft from My boards", 1, 2, 0, 2),
        Step("Read the full version above the row, write the words of an idea", TEN, 1, typed, 2),
        Step("Look at the proposed picture", TEN, 0, 0, 1),
        Step("Take another of the proposed pictures", count.clicks - 4 - TEN, 1, 0, 1),
        Step("Take out the rows without words, publish", 1, 2, 0, 2),
    ]
    return count, [step for step in steps if step.times]


def _write(site: Portal) -> writing.Count:
    path = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(base_url=site.address, viewport={"width": 1280, "height": 900})
        page.goto("/admin/")
        page.get_by_label("Username").fill("secretary")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("heading", name="My boards").wait_for()
        count = writing.Count()
        writing.start(page, count)
        writing.write(page, count)
        writing.publish(page, count)
        browser.close()
    return count


def _print(title: str, steps: list[Step], waited: float) -> float:
    seconds = sum(step.seconds for step in steps) + waited
    clicks = sum(step.times * step.clicks for step in steps)
    keys = sum(step.times * step.keys for step in steps)
    print(f"\n{title}: {clicks} clicks, {keys} keys, {seconds:.0f} s")
    for step in steps:
        print(f"  {step.times:>3} × {step.what} ({step.clicks} clicks, {step.keys} keys)")
    return seconds


def main() -> None:
    count, steps = here()
    ours = _print("Here (counted in a browser)", steps, count.waited)
    theirs = _print("In a word processor (a list of steps)", list(IN_A_WORD_PROCESSOR), 0.0)
    advice = sorted(count.advice)
    print(f"\nThe machine let the writer wait for {count.waited:.1f} s of it.")
    print(
        f"Advice after the last key: median {statistics.median(advice) * 1000:.0f} ms, "
        f"longest {advice[-1] * 1000:.0f} ms."
    )
    print(f"Ratio here : word processor = {ours / theirs:.2f} (modelled; no person was timed)")


if __name__ == "__main__":
    main()
