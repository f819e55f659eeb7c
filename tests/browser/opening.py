"""Opening pages in a real browser, each in a context of its own, all of them watched."""

import json
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.watching import Watch
from tests.services.processes import Portal
from tests.services.sites import SESSIONS

SIZES = {"wide": (1280, 900), "narrow": (360, 740)}
PATIENCE = 15_000  # ms


@dataclass
class OpenPage:
    """Opens pages and remembers what went wrong in them."""

    browser: Browser
    watches: dict[BrowserContext, Watch] = field(default_factory=dict)

    def __call__(self, site: Portal, size: str = "wide", **more: Any) -> Page:
        """A page of ``site`` with nothing loaded yet; ``more`` goes to Playwright's context."""
        width, height = SIZES[size]
        more.setdefault("viewport", {"width": width, "height": height})
        more.setdefault("reduced_motion", "reduce")  # what still glides is missed by a click
        context = self.browser.new_context(base_url=site.address, locale="en-GB", **more)
        context.set_default_timeout(PATIENCE)
        watch = Watch(site.address)
        watch.follow(context)
        self.watches[context] = watch
        return context.new_page()

    def signed_in(self, site: Portal, username: str, size: str = "wide") -> Page:
        """The admin's first page, as one of the demonstration's people sees it who has signed in
        before: the journeys of a meeting sign in by the form."""
        page = self(site, size)
        key = json.loads((site.var / SESSIONS).read_text())[username]
        page.context.add_cookies([{"name": "sessionid", "value": key, "url": site.address}])
        page.goto("/admin/")
        page.get_by_role("heading", name="My boards").wait_for()
        return page

    def expect_missing(self, page: Page, path: str) -> None:
        """``path`` may answer with 4xx: the browser's console says so, and that is no fault."""
        self.watches[page.context].may_be_missing.add(path)

    def close(self) -> list[str]:
        """Close all, and say what went wrong."""
        for context in self.watches:
            context.close()
        return [complaint for watch in self.watches.values() for complaint in watch.complaints]
