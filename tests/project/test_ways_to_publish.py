"""Every way of Wagtail's to publish a page leads through the page's verb (docs/adr/0036)."""

import re
from pathlib import Path

import pytest
import wagtail

WAGTAIL = Path(wagtail.__file__).parent
SETS_LIVE = re.compile(r"PublishPageRevisionAction\(|page_published\.send\(")

# What makes pages public without asking `Page.publish`; a new version of Wagtail may know more.
KNOWN = {
    "actions/publish_page_revision.py": "what the verbs themselves begin with",
    "admin/views/pages/edit.py": "not reached: our hook comes before (easyread.views.admin)",
    "admin/api/actions/publish.py": "refused to everybody (portal.guards)",
    "models/pages.py": "Page.publish, which ours replaces; and aliases, which nobody can make",
    "actions/copy_page.py": "copying is refused (boards.refusals)",
}


def test_no_way_of_wagtails_is_unknown() -> None:
    found = {
        str(file.relative_to(WAGTAIL))
        for file in WAGTAIL.rglob("*.py")
        if "tests" not in file.parts and SETS_LIVE.search(file.read_text())
    }
    assert found == set(KNOWN)


@pytest.mark.parametrize("app", ["easyread", "boards", "charter", "portal"])
def test_nobody_waits_for_wagtails_signal_that_a_page_was_published(app: str) -> None:
    root = Path(__file__).resolve().parents[2] / app
    assert [file for file in root.rglob("*.py") if "page_published" in file.read_text()] == []
