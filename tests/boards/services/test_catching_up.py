"""A portal that an earlier version filled is brought up to date, once."""

from datetime import datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from boards.models import (
    AgendaPaper,
    BoardPage,
    Deadline,
    ItemNumber,
    MeetingPage,
    MinutesPage,
    MinutesRecord,
    Paper,
    PaperVersion,
    TopicMention,
)
from boards.selectors.trail import trail_report
from boards.services import catch_up, record_minutes
from tests.borough import make_agenda, make_meeting, make_minutes
from tests.papers import make_agenda_with, make_paper


@pytest.fixture
def as_before(carers_board: BoardPage, now: datetime) -> MinutesPage:
    """Approved minutes and an agenda with a paper, with nothing noted about them."""
    meeting = make_meeting(carers_board, now - timedelta(days=40))
    Page.objects.filter(pk=meeting.pk).update(first_published_at=now - timedelta(days=90))
    make_agenda_with(meeting, make_paper(carers_board, "Buses", "buses.txt", b"Words"))
    minutes = make_minutes(meeting, publish=False)
    following = make_meeting(carers_board, now - timedelta(days=3))
    MinutesPage.objects.filter(pk=minutes.pk).update(
        live=True,
        status="approved",
        approved_at=following,
        first_published_at=now - timedelta(days=20),
        last_published_at=now - timedelta(days=2),
    )
    for model in (AgendaPaper, Deadline, PaperVersion, TopicMention):
        model.objects.all().delete()
    assert not MinutesRecord.objects.exists()
    minutes.refresh_from_db()
    record_minutes(minutes=minutes, now=timezone.now())
    return minutes


def test_a_papers_first_version_came_when_the_paper_did(
    as_before: MinutesPage, now: datetime
) -> None:
    came = now - timedelta(days=200)
    Paper.objects.update(created_at=came)
    catch_up(now=now)
    assert PaperVersion.objects.get().added_at == came


def test_a_public_paper_is_there_before_anything_was_caught_up_with(
    as_before: MinutesPage, client: Client, now: datetime
) -> None:
    catch_up(now=now)
    PaperVersion.objects.all().delete()
    came = now - timedelta(days=200)
    Paper.objects.update(created_at=came)
    paper = Paper.objects.get()
    for address in (f"/papers/{paper.pk}/file/", paper.url):
        answer = client.get(address)
        assert (answer.status_code, answer.getvalue()) == (200, b"Words"), address
    assert not PaperVersion.objects.exists(), "looking writes nothing"
    catch_up(now=now)
    version = PaperVersion.objects.get()
    assert (version.added_at, version.was_public) == (came, True)
    version.delete()
    paper.file.storage.delete(paper.file.name)
    assert client.get(f"/papers/{paper.pk}/file/").status_code == 404


def counts() -> list[int]:
    models = (AgendaPaper, Deadline, PaperVersion, TopicMention, MinutesRecord)
    return [model.objects.count() for model in models]


def test_everything_is_noted_and_again_does_no_harm(as_before: MinutesPage, now: datetime) -> None:
    catch_up(now=now)
    assert AgendaPaper.objects.get().is_supplement is False
    assert PaperVersion.objects.get().was_public
    assert set(Deadline.objects.values_list("kind", flat=True)) == {
        "agenda",
        "draft_minutes",
        "approved_minutes",
    }
    as_before.refresh_from_db()
    assert as_before.approved_published_at == as_before.last_published_at
    assert trail_report().problems == []
    before = counts()
    assert 0 not in before
    call_command("catch_up")
    assert counts() == before


def test_items_that_were_public_before_there_were_numbers_are_not_told_as_new(
    coming_meeting: MeetingPage, client: Client, now: datetime
) -> None:
    agenda = make_agenda(coming_meeting, "Buses")
    ItemNumber.objects.all().delete()
    again = agenda.first_published_at + timedelta(days=7)
    Page.objects.filter(pk=agenda.pk).update(last_published_at=again)
    catch_up(now=now)
    assert ItemNumber.objects.count() == 1
    assert "Added on" not in client.get(agenda.url).content.decode()


def test_a_meeting_with_numbers_does_not_stand_in_the_way_of_one_without(
    held_meeting: MeetingPage, coming_meeting: MeetingPage, now: datetime
) -> None:
    for meeting in (held_meeting, coming_meeting):
        make_agenda(meeting, "Buses")
    ItemNumber.objects.filter(meeting=held_meeting).delete()
    catch_up(now=now)
    assert ItemNumber.objects.filter(meeting=held_meeting).count() == 1
