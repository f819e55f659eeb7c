"""What beat wakes: each kind of work by itself, with a sign of life of its own."""

from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command

from boards import services
from boards.services import write_letter
from portal.celery import app, wake_regular_work
from portal.digests.models import Heartbeat
from portal.digests.selectors import silent_work
from portal.digests.services import await_regular_work, beat

PATIENCE = timedelta(minutes=5)
LETTERS, REMINDERS = "boards.tasks.send_letters", "boards.tasks.remind_owners"
TRAIL = "boards.tasks.verify_trail"


def one_turn() -> None:
    """All that beat wakes, once; what fails is left to the worker's log."""
    app.loader.import_default_modules()
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        app.tasks[entry["task"]].apply(throw=False)


def silent(now: datetime) -> list[str]:
    return sorted(silent_work(now=now, patience=PATIENCE))


def test_work_that_fails_keeps_no_letter_from_going_and_is_the_only_silent_one(
    db: None, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**kwargs: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(services, "remind_owners", fail)
    await_regular_work(now=now - timedelta(days=2))
    write_letter(
        key="1",
        to="kit@example.org",
        subject="Come",
        words="Please come.",
        link="",
        link_words="",
        now=now,
    )
    one_turn()
    assert [message.to for message in mail.outbox] == [["kit@example.org"]]
    assert silent(now) == [REMINDERS]


def test_what_is_silent_is_named(db: None, now: datetime) -> None:
    await_regular_work(now=now)
    assert silent(now + PATIENCE) == []
    later = now + timedelta(minutes=6)
    assert LETTERS in silent(later)
    beat(name=LETTERS, now=later)
    assert REMINDERS in silent(later)
    assert not {LETTERS, TRAIL} & set(silent(later))
    assert TRAIL not in silent(now + timedelta(hours=30))
    assert TRAIL in silent(now + timedelta(hours=31))


def test_a_worker_that_comes_again_makes_nothing_look_alive(db: None, now: datetime) -> None:
    await_regular_work(now=now - timedelta(days=2))
    await_regular_work(now=now)
    assert silent(now) == sorted(settings.CELERY_BEAT_SCHEDULE)


def test_work_that_is_not_regular_leaves_no_sign(db: None, now: datetime) -> None:
    beat(name="boards.tasks.make_pack", now=now)
    assert not Heartbeat.objects.exists()


def test_the_health_check_says_which_work_is_silent(db: None) -> None:
    with pytest.raises(CommandError, match=f"Silent: {LETTERS}, never done yet"):
        call_command("heartbeat")
    one_turn()
    said = StringIO()
    call_command("heartbeat", stdout=said)
    assert said.getvalue().strip() == "ok"
    row = Heartbeat.objects.get(name=LETTERS)
    beat(name=LETTERS, now=row.at - timedelta(seconds=301))
    with pytest.raises(CommandError, match=rf"^Silent: {LETTERS}, last done 30\d seconds ago\.$"):
        call_command("heartbeat")
    call_command("heartbeat", "--max-age", "400", stdout=said)


def test_a_worker_that_comes_up_looks_for_all_that_waits_but_for_the_nights_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    woken: list[str] = []
    monkeypatch.setattr(app, "send_task", lambda name, **options: woken.append(name))
    wake_regular_work(sender=None)
    assert {LETTERS, REMINDERS, "portal.digests.tasks.recover_editions"} < set(woken)
    assert TRAIL not in woken
