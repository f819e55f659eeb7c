"""The data of the real sites of a run, all of it made by one process: each start takes seconds.

`manage.py shell --no-imports -c "from tests.services import seeding; seeding.seed(8000)"`, with
``VAR_DIR`` a folder inside the one that shall hold them.
"""

import json
import shutil
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from portal.demo.cast import ACCOUNTS
from portal.users.models import User
from tests.browser import addresses
from tests.browser.admin_addresses import write_admin_addresses
from tests.services.sites import ADDRESSES, AT_WORK, DATABASE, SEEDED, SESSIONS, SHOWN


def seed(port: int) -> None:
    call_command("prepare_demo", "--port", str(port))
    (settings.VAR_DIR / SESSIONS).write_text(json.dumps(_sessions()))
    _copy(SEEDED)
    _write(addresses.write_addresses)
    _copy(SHOWN)
    shutil.copy(_beside(SEEDED) / DATABASE, settings.VAR_DIR)
    addresses.hold_meeting("carers", str(timezone.localdate() - timedelta(days=3)))
    addresses.send_digest()
    _write(write_admin_addresses)
    _copy(AT_WORK)


def _write(addresses: Callable[[], None]) -> None:
    with (settings.VAR_DIR / ADDRESSES).open("w") as file, redirect_stdout(file):
        addresses()


def _sessions() -> dict[str, str]:
    """Everybody has signed in already: the key of each one's session."""
    found = {}
    for account in ACCOUNTS:
        client = Client()
        client.force_login(User.objects.get(username=account.username))
        found[account.username] = client.cookies[settings.SESSION_COOKIE_NAME].value
    return found


def _beside(name: str) -> Path:
    return Path(settings.VAR_DIR).with_name(name)


def _copy(name: str) -> None:
    connection.close()  # what is still in its log goes into the file
    shutil.copytree(settings.VAR_DIR, _beside(name))
