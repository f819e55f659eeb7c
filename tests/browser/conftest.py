"""A real browser, watched, and the site that it looks at."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.opening import PATIENCE, OpenPage
from tests.services.chromium import FLAGS
from tests.services.kept import put_away
from tests.services.processes import Portal
from tests.services.sites import ADDRESSES, SEEDED, renew, running_site


@pytest.fixture(scope="session")
def browser(chromium_path: str, django_db_blocker: Any) -> Iterator[Browser]:
    # Beside Playwright's loop Django gives this thread another connection: what is kept in that of
    # before could no longer be rolled back.
    with django_db_blocker.unblock():
        put_away()
    # Playwright keeps an event loop in this thread, and Django then refuses its database to every
    # later test of the process. The loop runs none of our code.
    patch = pytest.MonkeyPatch()
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield chromium
        chromium.close()
    patch.undo()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens pages; afterwards fails for errors in them and for requests to other hosts."""
    opener = OpenPage(browser)
    yield opener
    assert opener.close() == []


@pytest.fixture(scope="session")
def lent_site(site_folders: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    with running_site(site_folders / SEEDED, tmp_path_factory.mktemp("lent")) as portal:
        yield portal


@pytest.fixture
def own_site(lent_site: Portal, site_folders: Path) -> Portal:
    """A web server on the data of the first day: it may write, the next test has it anew."""
    renew(lent_site, site_folders / SEEDED)
    return lent_site


@pytest.fixture(scope="session")
def addresses(demo_site: Portal) -> dict[str, dict[str, str]]:
    """Of each checked public page its path and, if it is a Wagtail page, its model."""
    found: dict[str, dict[str, str]] = json.loads((demo_site.var / ADDRESSES).read_text())
    return found
