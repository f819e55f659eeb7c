"""Who may read the mail of the demonstration."""

from typing import Any

from django.conf import settings


def can_read_sent_mail(user: Any) -> bool:
    return bool(settings.DEMONSTRATION and user.is_superuser)
