"""The composition root: settings, accounts, home, search, digests and all that looks across."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
