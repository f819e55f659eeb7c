"""Logs go to standard error, one line an event; no personal data belongs in them."""

from typing import Any


def configured(level: str) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Each saved page is a task and a line of its own; that says nothing to anyone.
            "django_tasks": {"level": "WARNING"},
            "wagtail": {"level": "WARNING"},
            # One broken file can have a hundred thousand places that it mends.
            "pypdf": {"level": "ERROR"},
            "django.server": {"handlers": ["stderr"], "level": level, "propagate": False},
        },
    }
