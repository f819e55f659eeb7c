"""What has to happen before Django chooses its settings."""

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dotenv import load_dotenv

ROOT = Path(__file__).resolve().parent.parent


def read_environment() -> None:
    """Read ``.env`` (or the file that ``ENV_FILE`` names); what is set already stays.

    It must come first: ``DJANGO_SETTINGS_MODULE`` may stand in it. Without any, the settings are
    those of the demonstration.
    """
    file = Path(os.environ.get("ENV_FILE") or ROOT / ".env")
    if file.is_file():
        load_dotenv(file)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.demo")


@contextmanager
def nothing_thrown_away() -> Iterator[None]:
    """While everything is loaded there is no garbage: looking for it takes a tenth of the start.

    What is there afterwards stays as long as the process, and is not looked at again.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
