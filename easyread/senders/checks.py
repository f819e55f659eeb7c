"""What `manage.py check --deploy` says about telling senders apart."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Warning, register


def register_all() -> None:
    register(a_proxy_that_speaks_https_is_counted, deploy=True)


def a_proxy_that_speaks_https_is_counted(**kwargs: Any) -> list[CheckMessage]:
    """Without it everybody has the proxy's address, and one sender's limit is everybody's."""
    if settings.SECURE_PROXY_SSL_HEADER and not settings.TRUSTED_PROXIES:
        words = (
            "A proxy speaks HTTPS in front of the portal, and TRUSTED_PROXIES does not count it."
        )
        return [Warning(words, hint="See docs/operations.md.", id="senders.W001")]
    return []
