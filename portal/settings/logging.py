"""Logs go to standard error, one line an event; no personal data belongs in them."""

import logging
import re
from typing import Any

# What follows in these addresses is a key (`portal.middleware.KNOWN_BY_LINK`).
KEY_IN_ADDRESS = re.compile(
    r"(/digests/leave/|/actions/report/|/charter/sign/|/proposals/)[^/\s?\"']+"
)


class KeepKeysOut(logging.Filter):
    """Takes the keys out of addresses: whoever reads the logs can do nothing with them."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        if (kept := KEY_IN_ADDRESS.sub(r"\1…", said)) != said:
            record.msg, record.args = kept, None
        return True


def configured(level: str) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"},
        },
        "filters": {"keys": {"()": KeepKeysOut}},
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "line",
                "filters": ["keys"],
            }
        },
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
