"""What follows when the database was brought up to date."""

from typing import Any

from django.db import connections

from charter.freezing import freeze


def keep_what_stays(sender: Any, using: str, **kwargs: Any) -> None:
    """After `migrate`: on SQLite a table that was made anew has lost its triggers."""
    freeze(connections[using])
