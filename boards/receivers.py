"""Turns Wagtail's signals into calls of services."""

from typing import Any

from boards import services
from boards.models import BoardPage, MinutesPage


def prepare_published_board(sender: type[BoardPage], instance: BoardPage, **kwargs: Any) -> None:
    services.prepare_board(board=instance)


def record_published_minutes(
    sender: type[MinutesPage], instance: MinutesPage, **kwargs: Any
) -> None:
    services.record_minutes(minutes=instance)
