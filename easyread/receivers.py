"""Turns Wagtail's signals into calls of services."""

from typing import Any

from wagtail.models import Page

from easyread import services
from easyread.models import EasyReadPage


def note_original(sender: type[EasyReadPage], instance: EasyReadPage, **kwargs: Any) -> None:
    services.note_original(easy_read=instance)


def take_easy_read_down(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    services.take_easy_read_down(original=instance)
