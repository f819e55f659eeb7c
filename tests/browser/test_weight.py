"""What a page costs somebody who pays for each megabyte."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.opening import OpenPage
from tests.services.processes import Portal

pytestmark = [pytest.mark.browser]
Addresses = dict[str, dict[str, str]]

MOST_BYTES = 60_000
MOST_REQUESTS = 8


@pytest.mark.parametrize("name", ["home", "board", "minutes draft"])
def test_a_page_is_light(
    demo_site: Portal, open_page: OpenPage, addresses: Addresses, name: str
) -> None:
    page = open_page(demo_site)
    sizes = _measure(page, lambda: page.goto(addresses[name]["path"], wait_until="networkidle"))
    assert len(sizes) <= MOST_REQUESTS, sizes
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def _measure(page: Page, go: Callable[[], object]) -> dict[str, int]:
    """Bytes over the wire, headers too, of each answer by its address; pictures are left out."""
    wire = page.context.new_cdp_session(page)
    addresses: dict[str, str] = {}
    sizes: dict[str, int] = {}

    def answered(event: dict[str, Any]) -> None:
        if not event["response"]["mimeType"].startswith("image/"):
            addresses[event["requestId"]] = event["response"]["url"]

    def finished(event: dict[str, Any]) -> None:
        if address := addresses.get(event["requestId"]):
            sizes[address] = int(event["encodedDataLength"])

    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", finished)
    wire.send("Network.enable")
    go()
    page.evaluate("document.fonts.ready.then(() => true)")
    return sizes
