"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from portal.home.models import SiteLook


def site_look(request: HttpRequest) -> dict[str, Any]:
    """The council's names and colours (asked for only when a template shows them)."""
    return {
        "look": SimpleLazyObject(lambda: SiteLook.for_request(request)),
        "is_demonstration": settings.DEMONSTRATION,
    }
