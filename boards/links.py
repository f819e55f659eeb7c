"""Addresses that work outside the portal."""

from urllib.parse import urljoin

from django.conf import settings

# Names of the pages that a `PersonalLink` opens; apps above add theirs when they begin.
OPENED_BY_LINK = ["boards:report_by_link"]


def absolute(path: str) -> str:
    """``path`` as an address that works outside the portal."""
    return urljoin(f"{settings.PUBLIC_URL}/", path)
