"""Axe-core in the page: the rules of WCAG that a machine can check."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page, context: str | None = None) -> list[str]:
    """What axe finds, as lines: the rule, the element, what is wrong.

    ``context`` is a CSS selector; without it the whole page is looked at.
    """
    page.wait_for_load_state()  # what a click asked for may still come: styles, pictures
    found: Any = Axe().run(page, context=context)
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]
