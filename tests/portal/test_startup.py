"""Which settings a process chooses."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from boards.models import BoardPage
from portal.home.tasks import publish_scheduled

ROOT = Path(__file__).resolve().parents[2]


def start(env_file: Path) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DJANGO_SETTINGS_MODULE", "SECRET_KEY"}
    }
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env=kept | {"ENV_FILE": str(env_file), "VAR_DIR": str(env_file.parent)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_settings_that_the_env_file_names_are_taken(tmp_path: Path) -> None:
    file = tmp_path / "settings.env"
    file.write_text("DJANGO_SETTINGS_MODULE=portal.settings.production\n")
    done = start(file)
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr
    file.write_text("")
    assert start(file).returncode == 0


@pytest.mark.django_db
def test_a_page_goes_public_when_its_day_has_come(carers_board: BoardPage) -> None:
    carers_board.unpublish()
    revision = carers_board.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))
    publish_scheduled()
    carers_board.refresh_from_db()
    assert not carers_board.live
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
    revision.save()
    publish_scheduled()
    carers_board.refresh_from_db()
    assert carers_board.live
