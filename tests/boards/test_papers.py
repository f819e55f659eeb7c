"""Papers are as public as the agendas that hold them."""

import uuid

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.models import Collection

from boards.models import AgendaPage, BoardPage, MeetingPage, Paper
from boards.services.stored_blocks import agenda_item
from portal.users.models import User
from tests.borough import restrict


@pytest.fixture
def paper(carers_board: BoardPage) -> Paper:
    collection = Collection.objects.get(name__endswith=f"({carers_board.pk})")
    return Paper.objects.create(
        title="Bookings", file=ContentFile(b"words", "bookings.txt"), collection=collection
    )


@pytest.fixture
def agenda(coming_meeting: MeetingPage, paper: Paper) -> AgendaPage:
    """A draft that holds the paper."""
    block = {"type": "item", "id": str(uuid.uuid4()), "value": paper.pk}
    item = agenda_item("Breaks", "discuss", 10, papers=[block])
    agenda = AgendaPage(title="Agenda", slug="agenda", items=[item], live=False)
    coming_meeting.add_child(instance=agenda)
    agenda.save_revision()
    return agenda


def status(client: Client, paper: Paper) -> int:
    return client.get(paper.url).status_code


def test_a_paper_is_public_with_its_agenda_and_not_before(
    client: Client, paper: Paper, agenda: AgendaPage
) -> None:
    assert status(client, paper) == 404
    agenda.get_latest_revision().publish()
    assert status(client, paper) == 200
    agenda.refresh_from_db()
    agenda.unpublish()
    assert status(client, paper) == 404


def test_a_paper_of_a_restricted_board_is_not_public(
    client: Client, paper: Paper, agenda: AgendaPage, carers_board: BoardPage
) -> None:
    agenda.get_latest_revision().publish()
    restrict(carers_board)
    assert status(client, paper) == 404


def test_a_paper_of_a_draft_is_there_for_those_who_may_see_drafts(
    client: Client,
    paper: Paper,
    agenda: AgendaPage,
    co_chair: User,
    other_co_chair: User,
    officer: User,
    member: User,
) -> None:
    for user, expected in ((co_chair, 200), (officer, 200), (other_co_chair, 404), (member, 404)):
        client.force_login(user)
        assert status(client, paper) == expected, user
