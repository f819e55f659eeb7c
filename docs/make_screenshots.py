"""Make the README's screenshots from the demonstration, with a real browser.

``make screenshots`` seeds a demonstration in a folder of its own, starts the web server on a free
port, and writes ``docs/screenshots/*.png`` and those of docs/easy-read-compared.md.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

from portal.demo.cast import PASSWORD
from tests.services.chromium import FLAGS
from tests.services.missing import TOOLS, find_tool
from tests.services.ports import free_port
from tests.services.processes import ROOT, Portal

FOLDER = Path(__file__).resolve().parent / "screenshots"
EASY_READS = FOLDER / "easy-reads"
WIDE, NARROW = (1280, 900), (360, 740)
WIDE_AND_LONG, NARROW_AND_LONG = (1280, 1500), (360, 1500)
SHOWN_FROM = {  # each document from where it shows something that the others do not
    "minutes": "Getting home in the evening",
    "checked": "Read more",
    "mental-health": "Talking therapy",
    "agenda": "1. Getting home in the evening",
}
ABOVE = 40  # pixels over the heading
COLOURS = 64  # enough for drawings, and a third of the size


def _open(browser: Browser, size: tuple[int, int]) -> Page:
    return browser.new_page(viewport={"width": size[0], "height": size[1]})


def _latest(page: Page, address: str, board: str, link: str) -> str:
    """The address of a board's latest minutes, or of what they link to."""
    page.goto(f"{address}/boards/{board}/")
    found = page.locator(f"a[href*='{link}']").first.get_attribute("href")
    return f"{address}{found}"


def _take(page: Page, address: str, name: str, *, whole: bool = False) -> None:
    page.goto(address)
    page.screenshot(path=FOLDER / f"{name}.png", full_page=whole)


def _public(browser: Browser, address: str) -> None:
    page = _open(browser, WIDE)
    minutes = _latest(page, address, "learning-disability", "/minutes/")
    _take(page, f"{address}/", "home")
    _take(page, f"{address}/boards/carers/", "board")
    _take(page, minutes, "minutes")
    _take(page, f"{minutes}easy-read/", "easy-read")
    _take(page, f"{address}/actions/", "actions")
    _take(page, f"{address}/charter/boards/learning-disability/", "charter")
    phone = _open(browser, NARROW)
    _take(phone, f"{address}/", "home-phone")
    _take(phone, f"{minutes}easy-read/", "easy-read-phone")


def _admin(browser: Browser, address: str) -> None:
    for username, path, name in (
        ("chair", "/admin/", "my-boards"),
        ("officer", "/admin/charter-matrix/", "matrix"),
    ):
        page = _open(browser, WIDE)
        page.goto(f"{address}/admin/login/")
        page.get_by_label("Username").fill(username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        _take(page, f"{address}{path}", name)


def _load_down_to(page: Page, heading: str) -> float:
    """Have the pictures around that heading loaded; how far down it stands."""
    if not heading:
        return 0
    found = page.get_by_role("heading", name=heading, exact=True).first
    page.evaluate(
        "() => document.querySelectorAll('img').forEach(img => { img.loading = 'eager' })"
    )
    page.wait_for_load_state("networkidle")
    box = found.bounding_box()
    return max(box["y"] - ABOVE, 0) if box else 0


def _easy_reads(browser: Browser, portal: Portal) -> None:
    """Six documents: the first screens wide and on a phone, and a page of the PDF."""
    EASY_READS.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "docs.make_pages", str(EASY_READS)],
        cwd=ROOT,
        env=portal.env,
        capture_output=True,
        text=True,
        check=True,
    )
    for name, path in json.loads(done.stdout).items():
        for size, ending in ((WIDE_AND_LONG, ""), (NARROW_AND_LONG, "-phone")):
            page = _open(browser, size)
            page.goto(f"{portal.address}{path}")
            top = _load_down_to(page, SHOWN_FROM.get(name, ""))
            clip = FloatRect(x=0, y=top, width=size[0], height=size[1])
            page.screenshot(path=EASY_READS / f"{name}{ending}.png", full_page=True, clip=clip)
            page.close()
    for picture in EASY_READS.glob("*.png"):
        Image.open(picture).convert("RGB").quantize(COLOURS).save(picture, optimize=True)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    var = Path(tempfile.mkdtemp(prefix="portal-screenshots-"))
    portal = Portal(var, free_port())
    try:
        done = portal.manage("prepare_demo", "--port", str(portal.port))
        if done.returncode:
            raise SystemExit(done.stderr)
        portal.start_web()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_tool(TOOLS["browser"][1]), args=FLAGS
            )
            _public(browser, portal.address)
            _admin(browser, portal.address)
            _easy_reads(browser, portal)
    finally:
        portal.stop()
        shutil.rmtree(var, ignore_errors=True)


if __name__ == "__main__":
    main()
