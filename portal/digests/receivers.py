"""Turns events into tasks."""

from typing import Any

from portal.digests.tasks import send_edition


def wake_edition(sender: None, edition_id: int, **kwargs: Any) -> None:
    send_edition.delay(edition_id=edition_id)
