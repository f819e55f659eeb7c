"""Published minutes stay: what holds them is not deleted, and that is said in words."""

from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage, Proposal
from charter.versions.selectors import current_version
from portal.users.models import User
from tests.borough import FIRST_DAY, make_agenda, make_minutes
from tests.charter.signing import sign_charter

WORDS = "holds published minutes, and these stay public for six years"


@pytest.fixture
def superuser(db: None) -> User:
    return User.objects.create_superuser("super", password="a long enough password")


def delete(client: Client, page: Page) -> str:
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    return client.post(address, follow=True).content.decode()


def delete_in_bulk(client: Client, *pages: Page) -> str:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    query = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?next=/admin/&{query}", follow=True).content.decode()


@pytest.mark.parametrize("what", ["minutes", "meeting", "board", "index"])
def test_what_holds_published_minutes_is_not_deleted(
    client: Client, superuser: User, minutes: MinutesPage, what: str
) -> None:
    client.force_login(superuser)
    pages = dict(
        zip(["minutes", "meeting", "board", "index"], [minutes, *_above(minutes)], strict=True)
    )
    assert WORDS in delete(client, pages[what])
    assert MinutesPage.objects.filter(pk=minutes.pk).exists()


def _above(page: Page) -> list[Page]:
    return list(page.get_ancestors().order_by("-depth"))[:3]


def test_deleting_many_at_once_is_refused_too(
    client: Client, superuser: User, minutes: MinutesPage, coming_meeting: MeetingPage
) -> None:
    client.force_login(superuser)
    assert WORDS in delete_in_bulk(client, coming_meeting, minutes.get_parent())
    assert MeetingPage.objects.count() == 2
    delete_in_bulk(client, coming_meeting)
    assert MeetingPage.objects.count() == 1


def test_minutes_that_were_public_once_stay_after_they_are_unpublished(
    client: Client, superuser: User, minutes: MinutesPage
) -> None:
    minutes.unpublish()
    client.force_login(superuser)
    assert WORDS in delete(client, minutes)
    assert MinutesPage.objects.exists()


def test_drafts_of_minutes_and_of_an_agenda_may_be_deleted(
    client: Client, co_chair: User, held_meeting: MeetingPage
) -> None:
    minutes = make_minutes(held_meeting, publish=False)
    agenda = AgendaPage(title="Agenda", slug="agenda", live=False)
    held_meeting.add_child(instance=agenda)
    client.force_login(co_chair)
    delete(client, minutes)
    delete(client, agenda)
    assert not MinutesPage.objects.exists()
    assert not AgendaPage.objects.exists()


def test_an_agenda_and_a_meeting_that_were_public_stay(
    client: Client, co_chair: User, superuser: User, held_meeting: MeetingPage
) -> None:
    held_meeting.save_revision().publish()
    client.force_login(co_chair)
    assert "Cancel the meeting and say why" in delete(client, held_meeting)
    agenda = make_agenda(held_meeting)
    assert "it was public, with its papers" in delete(client, agenda)
    assert AgendaPage.objects.exists()
    agenda.delete()
    client.force_login(superuser)
    delete(client, held_meeting)
    assert not MeetingPage.objects.exists()


def test_a_board_to_which_things_belong_is_closed_not_deleted(
    client: Client, superuser: User, carers_board: BoardPage, now: datetime
) -> None:
    Proposal.objects.create(board=carers_board, title="x", words="x", proposed_at=now)
    client.force_login(superuser)
    assert "Close the board instead" in delete(client, carers_board)
    assert BoardPage.objects.filter(pk=carers_board.pk).exists()


def test_what_is_public_is_not_copied(
    client: Client, superuser: User, minutes: MinutesPage, held_meeting: MeetingPage
) -> None:
    client.force_login(superuser)
    for page in (minutes, held_meeting):
        address = reverse("wagtailadmin_pages:copy", args=[page.pk])
        data = {"new_title": "Twice", "new_slug": "twice", "copy_subpages": "on"}
        answer = client.post(address, data | {"publish_copies": "on"}, follow=True)
        assert "be copied" in answer.content.decode()
    assert MinutesPage.objects.count() == 1


def test_the_meeting_at_which_a_board_signed_is_not_deleted(
    client: Client, superuser: User, held_meeting: MeetingPage, carers_board: BoardPage
) -> None:
    version = current_version(today=FIRST_DAY)
    assert version
    sign_charter(carers_board, version, held_meeting, now=held_meeting.ends_at)
    client.force_login(superuser)
    delete(client, held_meeting)
    assert MeetingPage.objects.filter(pk=held_meeting.pk).exists()


def test_the_meeting_that_approved_minutes_is_not_deleted(
    client: Client, superuser: User, minutes: MinutesPage, coming_meeting: MeetingPage
) -> None:
    minutes.status, minutes.approved_at = "approved", coming_meeting
    minutes.save_revision().publish()
    client.force_login(superuser)
    delete(client, coming_meeting)
    assert MeetingPage.objects.filter(pk=coming_meeting.pk).exists()
