"""Who may read the mail of the demonstration."""

from django.conf import settings

from easyread.accounts import Visitor


def can_read_sent_mail(user: Visitor) -> bool:
    return bool(settings.DEMONSTRATION and user.is_superuser)
