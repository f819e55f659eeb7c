"""A real browser, watched, and the site that it looks at."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.watching import WATCHES, Watch
from tests.services.processes import Portal

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {"wide": (1280, 900), "narrow": (360, 740)}
PATIENCE = 10_000  # ms


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, and Django then refuses its database to every
    # later test of the process. The loop runs none of our code.
    patch = pytest.MonkeyPatch()
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield chromium
        chromium.close()
    patch.undo()


@dataclass
class OpenPage:
    """Opens pages, each in a context of its own, and keeps watch over all of them."""

    browser: Browser
    watches: list[Watch] = field(default_factory=list)

    def __call__(self, site: Portal, size: str = "wide", **more: Any) -> Page:
        """A page of ``site`` with nothing loaded; ``more`` goes to Playwright's context."""
        width, height = SIZES[size]
        more.setdefault("viewport", {"width": width, "height": height})
        context = self.browser.new_context(base_url=site.address, locale="en-GB", **more)
        context.set_default_timeout(PATIENCE)
        watch = Watch(site.address)
        watch.follow(context)
        WATCHES[context] = watch
        self.watches.append(watch)
        return context.new_page()

    def close(self) -> list[str]:
        for context in self.browser.contexts:
            context.close()
            WATCHES.pop(context, None)
        return [complaint for watch in self.watches for complaint in watch.complaints]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages; afterwards fails for errors in them and for requests to other hosts."""
    opener = OpenPage(browser)
    yield opener
    assert opener.close() == []


@pytest.fixture
def own_site(own_portal: Portal) -> Portal:
    """A web server on data that only this test has: it may write."""
    own_portal.start_web()
    return own_portal


@pytest.fixture(scope="session")
def addresses(demo_site: Portal) -> dict[str, dict[str, str]]:
    """Of each checked public page its path and, if it is a Wagtail page, its model."""
    words = "from tests.browser.addresses import write_addresses; write_addresses()"
    done = demo_site.manage("shell", "--no-imports", "-c", words)
    assert done.returncode == 0, done.stderr
    found: dict[str, dict[str, str]] = json.loads(done.stdout)
    return found
