"""Mail goes to files: one a message, under ``MAIL_DIR``. For the demonstration."""

import uuid
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class FileBackend(BaseEmailBackend):
    """Writes each message whole, as a mail program would store it (``.eml``)."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        settings.MAIL_DIR.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            name = f"{timezone.now():%Y%m%d-%H%M%S}-{uuid.uuid4().hex[:8]}"
            part: Any = settings.MAIL_DIR / f"{name}.part"
            part.write_bytes(message.message().as_bytes())
            part.rename(settings.MAIL_DIR / f"{name}.eml")
        return len(email_messages)
