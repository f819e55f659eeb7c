"""Pages whose day has come."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from boards.models import BoardPage, MeetingPage, MinutesPage, MinutesRecord, ScheduledProblem
from boards.selectors import board_to_do
from boards.selectors.scheduled import scheduled_elsewhere
from boards.selectors.trail import trail_report
from boards.services import publish_what_is_due, publishing, scheduled
from portal.home.models import HomePage, PlainPage
from portal.users.models import User
from tests.borough import make_minutes

WENT_WRONG = "Something went wrong on our side. We try again every minute."


def due(page: Page, now: datetime) -> None:
    """Let the page's draft wait for a day that came a minute ago."""
    page.go_live_at = now + timedelta(days=1)
    revision = page.save_revision()
    revision.publish()
    revision.refresh_from_db()
    revision.approved_go_live_at = now - timedelta(minutes=1)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()


def break_down(*args: Any, **kwargs: Any) -> None:
    raise RuntimeError("A step that fails.")


def go_away(*args: Any, **kwargs: Any) -> None:
    raise OperationalError("The database went away.")


@pytest.fixture
def waiting(held_meeting: MeetingPage) -> MinutesPage:
    minutes = make_minutes(held_meeting, publish=False)
    due(minutes, timezone.now())
    return minutes


def test_what_fails_is_not_public_is_shown_and_is_tried_again(
    waiting: MinutesPage,
    carers_board: BoardPage,
    co_chair: User,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = timezone.now()
    monkeypatch.setattr(publishing, "record_publication", break_down)
    for later in (timedelta(0), timedelta(minutes=1)):
        done = publish_what_is_due(now=now + later)
        assert (done.well, done.badly) == ([], [waiting.pk])
    waiting.refresh_from_db()
    assert not waiting.live
    assert not waiting.actions.exists()
    problem = ScheduledProblem.objects.get()
    assert (problem.page_id, problem.since) == (waiting.pk, now)
    words = [to_do.words for to_do in board_to_do(carers_board, now=now)]
    assert any("could not be published on its day" in one for one in words)
    client.force_login(co_chair)
    assert WENT_WRONG in client.get("/admin/my-boards/").content.decode()
    monkeypatch.undo()
    done = publish_what_is_due(now=now)
    assert (done.well, done.badly) == ([waiting.pk], [])
    assert not ScheduledProblem.objects.exists()
    assert [line.kind for line in MinutesRecord.objects.all()] == ["published"]
    assert trail_report().problems == []
    assert publish_what_is_due(now=now).well == []


def test_one_that_fails_does_not_hold_back_the_others(
    waiting: MinutesPage, carers_board: BoardPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    carers_board.unpublish()
    due(carers_board, timezone.now())
    monkeypatch.setattr(publishing, "record_publication", break_down)
    call_command("publish_scheduled", verbosity=0)
    carers_board.refresh_from_db()
    assert carers_board.live
    assert ScheduledProblem.objects.get().page_id == waiting.pk


def test_a_draft_that_is_not_fit_says_what_is_wrong(
    coming_meeting: MeetingPage, carers_board: BoardPage
) -> None:
    now = timezone.now()
    coming_meeting.unpublish()
    due(coming_meeting, now)
    revision = coming_meeting.get_latest_revision()
    revision.content["ends_at"] = revision.content["starts_at"]
    revision.save()
    publish_what_is_due(now=now)
    words = " ".join(to_do.words for to_do in board_to_do(carers_board, now=now))
    assert "The meeting ends before it starts." in words


def test_a_problem_goes_when_nobody_wants_the_day_any_more(
    waiting: MinutesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "record_publication", break_down)
    publish_what_is_due(now=timezone.now())
    waiting.get_latest_revision().approved_go_live_at = None
    waiting.revisions.update(approved_go_live_at=None)
    publish_what_is_due(now=timezone.now())
    assert not ScheduledProblem.objects.exists()


def test_a_database_that_went_away_is_no_problem_of_the_page(
    waiting: MinutesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing, "record_publication", go_away)
    with pytest.raises(OperationalError):
        publish_what_is_due(now=timezone.now())
    assert not ScheduledProblem.objects.exists()


def test_officers_see_what_of_the_site_could_not_be_published(
    home: HomePage, officer: User, co_chair: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PlainPage(title="How to complain", slug="complain", body="<p>Ring us.</p>", live=False)
    home.add_child(instance=page)
    due(page, timezone.now())
    monkeypatch.setattr(scheduled, "_publish", break_down)
    publish_what_is_due(now=timezone.now())
    for person, sees in ((officer, True), (co_chair, False)):
        client.force_login(person)
        assert ("How to complain" in client.get("/admin/").content.decode()) is sees


def test_a_page_whose_time_is_over_goes_and_one_that_cannot_go_is_shown(
    home: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = timezone.now()
    over = now - timedelta(minutes=1)
    page = PlainPage(title="For this week", slug="week", body="<p>Ring us.</p>", expire_at=over)
    home.add_child(instance=page)
    monkeypatch.setattr(scheduled, "_take_down", break_down)
    assert publish_what_is_due(now=now).badly == [page.pk]
    [to_do] = scheduled_elsewhere([])
    assert "could not be taken down on its day" in to_do.words
    assert "is still public" in to_do.words
    monkeypatch.undo()
    assert publish_what_is_due(now=now).well == [page.pk]
    page.refresh_from_db()
    assert not page.live
    assert page.expired
    assert not ScheduledProblem.objects.exists()


def test_officers_see_what_a_board_that_ended_could_not_publish(
    waiting: MinutesPage,
    carers_board: BoardPage,
    officer: User,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    BoardPage.objects.filter(pk=carers_board.pk).update(
        closed_on=timezone.localdate(), closing_words="It is done."
    )
    monkeypatch.setattr(publishing, "record_publication", break_down)
    publish_what_is_due(now=timezone.now())
    client.force_login(officer)
    assert WENT_WRONG in client.get("/admin/").content.decode()
