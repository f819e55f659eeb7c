"""Addresses that work outside the portal."""

from urllib.parse import urljoin

from django.conf import settings


def absolute(path: str) -> str:
    """``path`` as an address that works outside the portal."""
    return urljoin(f"{settings.PUBLIC_URL}/", path)
