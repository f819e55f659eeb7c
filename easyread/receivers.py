"""Turns Wagtail's signals into calls of services."""

from typing import Any

from easyread import services
from easyread.models import EasyReadPage


def note_original(sender: type[EasyReadPage], instance: EasyReadPage, **kwargs: Any) -> None:
    services.note_original(easy_read=instance)
