"""Axe-core in the page: the rules of WCAG that a machine can check."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SCRIPT: str = Axe().axe_script
RUN = "([where, options]) => axe.run(where ?? document, options)"


def violations(page: Page, context: str | None = None, *, colours: bool = True) -> list[str]:
    """What axe finds, as lines: the rule, the element, what is wrong.

    ``context`` is a CSS selector; without it the whole page is looked at. Comparing colours takes
    five times as long as all else: do it once a page.
    """
    rules = {"color-contrast": {"enabled": colours}}
    return _run(page, context, {"resultTypes": ["violations"], "rules": rules})


def faint_with_colours_of_the_reader(page: Page, context: str | None = None) -> list[str]:
    """What axe finds too faint where the reader's own colours are forced on all; its other rules
    do not depend on that. The page then has its own colours again."""
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    found = _run(page, context, {"resultTypes": ["violations"], "runOnly": ["color-contrast"]})
    page.emulate_media(forced_colors="none")
    return found


def _run(page: Page, context: str | None, options: dict[str, Any]) -> list[str]:
    page.wait_for_load_state()  # what a click asked for may still come: styles, pictures
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(SCRIPT)
    found: Any = page.evaluate(RUN, [context, options])
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
