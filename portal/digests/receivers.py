"""Turns events into tasks, and what workers tell into signs of life."""

from typing import Any

from django.utils import timezone

from portal.digests import services
from portal.digests.tasks import send_edition


def wake_edition(sender: None, edition_id: int, **kwargs: Any) -> None:
    send_edition.delay(edition_id=edition_id)


def note_regular_work(sender: Any, **kwargs: Any) -> None:
    services.beat(name=sender.name, now=timezone.now())


def await_regular_work(sender: Any, **kwargs: Any) -> None:
    services.await_regular_work(now=timezone.now())
