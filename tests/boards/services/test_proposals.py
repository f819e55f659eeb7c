"""Members and citizens propose items; the secretary answers."""

import uuid
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import AgendaPage, BoardPage, Letter, MeetingPage, Proposal
from boards.selectors import board_to_do
from boards.services import (
    AgendaIsOut,
    AlreadyAnswered,
    TooManyProposals,
    answer_proposal,
    plan_meeting,
    propose_item,
    put_on_agenda,
)
from boards.services.proposals import MOST_A_DAY
from portal.users.models import User
from tests.borough import restrict
from tests.services.kept import kept

FORM = {"title": "A later bus", "words": "The last bus goes at 6.", "email": "me@example.org"}


@kept
def proposal(carers_board: BoardPage, now: datetime) -> Proposal:
    return propose_item(
        board=carers_board,
        title="A later bus",
        words="The last bus goes at 6. <b>Why?</b>",
        name="Jo Birch",
        email="jo@example.org",
        now=now,
    )


@kept
def planned(carers_board: BoardPage) -> MeetingPage:
    starts_at = timezone.now() + timedelta(days=40)
    return plan_meeting(
        board=carers_board,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=2),
        place="Town Hall",
        access="",
        how_to_join="",
        planned_by=None,
    )


def test_anyone_can_propose_and_sees_what_came_of_it(
    client: Client, carers_board: BoardPage
) -> None:
    answer = client.post(reverse("boards:propose", args=["carers"]), FORM)
    kept = Proposal.objects.get()
    assert answer.headers["Location"] == kept.get_absolute_url()
    page = client.get(kept.get_absolute_url())
    assert "The secretary answers within two weeks" in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "me@example.org" not in page.content.decode()


def test_the_secretary_gets_a_letter_and_a_line(
    proposal: Proposal, carers_board: BoardPage, now: datetime
) -> None:
    letter = Letter.objects.get()
    assert letter.to == "sy.carers@example.org"
    assert "jo@example.org" not in letter.words
    lines = [to_do.words for to_do in board_to_do(carers_board, now=now + timedelta(days=3))]
    assert "Answer what someone proposed 3 days ago: A later bus" in lines


def test_bad_input_gets_an_answer_and_nothing_is_lost(
    client: Client, carers_board: BoardPage
) -> None:
    wrong = FORM | {"title": "", "email": "nonsense"}
    page = client.post(reverse("boards:propose", args=["carers"]), wrong).content.decode()
    assert "Write a few words here." in page
    assert "It looks like name@example.org." in page
    assert "This is empty" not in page
    assert "The last bus goes at 6." in page
    assert (
        client.post(reverse("boards:propose", args=["carers"]), {"title": "\x00"}).status_code
        == 200
    )
    assert not Proposal.objects.exists()


def test_there_is_no_form_for_what_strangers_may_not_see(
    client: Client, carers_board: BoardPage, autism_board: BoardPage
) -> None:
    restrict(carers_board)
    BoardPage.objects.filter(pk=autism_board.pk).update(
        closed_on=timezone.localdate(), closing_words="Done"
    )
    for slug in ("carers", "autism", "nowhere"):
        assert client.get(reverse("boards:propose", args=[slug])).status_code == 404
    assert client.get(reverse("boards:proposal", args=[uuid.uuid4()])).status_code == 404


def test_an_accepted_proposal_is_in_the_draft_and_who_sent_it_is_not(
    client: Client,
    co_chair: User,
    other_co_chair: User,
    proposal: Proposal,
    planned: MeetingPage,
) -> None:
    address = reverse("boards_admin:answer_proposal", args=[proposal.pk])
    client.force_login(other_co_chair)
    assert client.post(address, {"meeting": planned.pk}).status_code == 404
    client.force_login(co_chair)
    assert "Choose an agenda" in client.post(address, {}).content.decode()
    assert client.post(address, {"meeting": planned.pk}).status_code == 302
    draft = AgendaPage.objects.child_of(planned).get().get_latest_revision_as_object()
    titles = [block.value["title"] for block in draft.items]
    assert titles[-3:] == ["A later bus", "Any other business", "Date of the next meeting"]
    summary = str(draft.items[-3].value["summary"])
    assert "&lt;b&gt;Why?" in summary
    proposal.refresh_from_db()
    assert (proposal.state, proposal.meeting, proposal.name, proposal.email) == (
        "on_agenda",
        planned,
        "",
        "",
    )
    letter = Letter.objects.get(key=f"proposal:{proposal.pk}:answered")
    assert letter.to == "jo@example.org"
    assert "It is on the agenda" in Client().get(proposal.get_absolute_url()).content.decode()


def test_a_proposal_is_answered_once(client: Client, co_chair: User, proposal: Proposal) -> None:
    client.force_login(co_chair)
    address = reverse("boards_admin:answer_proposal", args=[proposal.pk])
    assert client.post(address, {"answer": "We wrote to the bus company."}).status_code == 302
    assert client.post(address, {"answer": "Again"}).status_code == 302
    proposal.refresh_from_db()
    assert proposal.answer == "We wrote to the bus company."
    listed = client.get(reverse("boards_admin:proposals", args=[proposal.board_id]))
    assert "We wrote to the bus company." in listed.content.decode()


def test_of_two_who_answer_at_once_the_first_is_heard(
    proposal: Proposal, planned: MeetingPage, now: datetime
) -> None:
    stale = Proposal.objects.get(pk=proposal.pk)
    answer_proposal(proposal=proposal, answer="Yes.", answered_by=None, now=now)
    with pytest.raises(AlreadyAnswered):
        put_on_agenda(proposal=stale, meeting=planned, answer="", answered_by=None, now=now)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.answer) == ("answered", "Yes.")


def test_a_meeting_that_is_over_takes_no_item(proposal: Proposal, planned: MeetingPage) -> None:
    later = planned.ends_at + timedelta(days=1)
    with pytest.raises(AgendaIsOut):
        put_on_agenda(proposal=proposal, meeting=planned, answer="", answered_by=None, now=later)
    proposal.refresh_from_db()
    assert proposal.state == "new"


def test_a_flood_is_stopped_in_plain_words(
    client: Client, proposal: Proposal, now: datetime
) -> None:
    real_now = timezone.now()
    Proposal.objects.bulk_create(
        Proposal(board=proposal.board, title="x", words="x", proposed_at=real_now)
        for _ in range(MOST_A_DAY)
    )
    with pytest.raises(TooManyProposals):
        propose_item(board=proposal.board, title="x", words="x", name="", email="", now=real_now)
    page = client.post(reverse("boards:propose", args=["carers"]), FORM).content.decode()
    assert "Please try again tomorrow" in page
