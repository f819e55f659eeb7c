"""Axe on the admin's screens that are ours."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.inside import run_inside
from tests.browser.opening import OpenPage
from tests.services.ports import free_port
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]

# The sidebar, header and footer of the admin are Wagtail's: we cannot put them right.
OURS = "main"
PHONE = ViewportSize(width=360, height=740)


def _first_row(page: Page) -> None:
    page.get_by_role("table").get_by_role("link").first.click()


def _stay(page: Page) -> None:
    """The admin's first page."""


def _my_boards(page: Page) -> None:
    page.get_by_role("link", name="My boards").click()


def _plan(page: Page) -> None:
    page.get_by_role("link", name="Plan a meeting").click()


def _plan_wrongly(page: Page) -> None:
    _plan(page)
    page.get_by_role("button", name="Plan the meeting").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _start_minutes(page: Page) -> None:
    page.get_by_role("link", name="Write the minutes of").first.click()


def _bring_nothing(page: Page) -> None:
    _start_minutes(page)
    page.get_by_role("button", name="Read the file").click()
    expect(page.get_by_role("alert")).to_be_visible()


def _actions(page: Page) -> None:
    page.get_by_role("link", name="Actions", exact=True).click()


def _report(page: Page) -> None:
    _actions(page)
    _first_row(page)


def _matrix(page: Page) -> None:
    page.get_by_role("link", name="Charter", exact=True).click()


def _sent_mail(page: Page) -> None:
    page.get_by_role("link", name="Sent mail").click()


def _one_mail(page: Page) -> None:
    _sent_mail(page)
    _first_row(page)


SCREENS: dict[str, tuple[str, Callable[[Page], None], str]] = {
    "first page": ("secretary", _stay, "Hello"),
    "my boards": ("secretary", _my_boards, "My boards"),
    "plan a meeting": ("secretary", _plan, "Plan a meeting"),
    "plan wrongly": ("secretary", _plan_wrongly, "Plan a meeting"),
    "write the minutes": ("secretary", _start_minutes, "Write the minutes"),
    "bring nothing": ("secretary", _bring_nothing, "Write the minutes"),
    "actions": ("secretary", _actions, "Actions"),
    "report progress": ("secretary", _report, "How far is it?"),
    "matrix": ("officer", _matrix, "Charter"),
    "sent mail": ("admin", _sent_mail, "Sent mail"),
    "one mail": ("admin", _one_mail, "digest"),
}


@pytest.fixture(scope="module")
def prepared_site(
    seeded_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Portal]:
    """A site with minutes to write and mail to read; the tests of this module only look."""
    folder = tmp_path_factory.mktemp("prepared") / "var"
    shutil.copytree(seeded_folder, folder)
    portal = Portal(folder, free_port())
    run_inside(portal, "hold_meeting('carers', days_ago=3)")
    run_inside(portal, "send_digest()")
    portal.start_web()
    yield portal
    portal.stop()


@pytest.mark.parametrize("name", SCREENS)
def test_axe_finds_nothing_in_our_part_of_the_admin(
    prepared_site: Portal, open_page: OpenPage, name: str
) -> None:
    username, go, heading = SCREENS[name]
    page = open_page.signed_in(prepared_site, username)
    go(page)
    title = page.get_by_role("heading", level=1)
    expect(title).to_contain_text(re.compile(re.escape(heading), re.IGNORECASE))
    assert violations(page, OURS) == []
    page.set_viewport_size(PHONE)
    assert violations(page, OURS) == []
