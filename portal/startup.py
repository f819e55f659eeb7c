"""What has to happen before Django chooses its settings."""

import os
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
