"""After a merger the board that goes on looks after what the ended one left open."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from boards import services
from boards.models import (
    ActionPoint,
    BoardPage,
    BoardsIndexPage,
    Deadline,
    Letter,
    MeetingPage,
    MinutesPage,
    Proposal,
)
from boards.selectors import board_to_do
from boards.selectors.proposals import proposals_to_do
from boards.services import propose_item, remind_owners, share_meeting
from portal.users.models import User
from tests.borough import action_block, make_board, make_meeting, publish_again
from tests.services.kept import kept

WHY = "Its work is done."


def merge(board: BoardPage, into: BoardPage, now: datetime) -> None:
    services.merge_boards(
        boards=[board],
        into=into,
        on=timezone.localdate(now) - timedelta(days=1),
        reason=WHY,
        merged_by=None,
        now=now,
    )


def close(board: BoardPage, now: datetime) -> BoardPage:
    on = timezone.localdate(now) - timedelta(days=1)
    return services.close_board(
        board=board, on=on, reason=WHY, report=None, closed_by=None, now=now
    )


@kept
def last_board(boards_index: BoardsIndexPage) -> BoardPage:
    return make_board(boards_index, "Board for All", "all")


@kept
def proposal(carers_board: BoardPage, now: datetime) -> Proposal:
    return propose_item(
        board=carers_board,
        title="A later bus",
        words="The last is at 6.",
        name="",
        email="",
        now=now,
    )


@kept
def action(minutes: MinutesPage) -> ActionPoint:
    return minutes.actions.get(text="Write to the bus company")


def test_the_people_of_the_board_that_goes_on_report_on_the_ended_ones_actions(
    client: Client,
    carers_board: BoardPage,
    autism_board: BoardPage,
    action: ActionPoint,
    other_co_chair: User,
    now: datetime,
) -> None:
    client.force_login(other_co_chair)
    address = reverse("boards_admin:report_progress", args=[action.pk])
    listed = reverse("boards_admin:actions")
    assert client.get(address).status_code == 404
    assert action.text not in client.get(listed).content.decode()
    merge(carers_board, autism_board, now)
    for one in (listed, f"{listed}?board={autism_board.pk}&state=late"):
        assert action.text in client.get(one).content.decode()
    sent = {"state": "done", "outcome": "There is a later bus.", "note": ""}
    assert client.post(address, sent).status_code == 302
    action.refresh_from_db()
    assert action.is_finished


def test_late_actions_count_for_the_last_board_of_a_line(
    carers_board: BoardPage,
    autism_board: BoardPage,
    last_board: BoardPage,
    action: ActionPoint,
    now: datetime,
) -> None:
    def late(board: BoardPage) -> bool:
        return "1 action is late" in [to_do.words for to_do in board_to_do(board, now=now)]

    assert (late(carers_board), late(last_board)) == (True, False)
    merge(carers_board, autism_board, now)
    merge(autism_board, last_board, now)
    boards = (carers_board, autism_board, last_board)
    assert [late(board) for board in boards] == [False, False, True]


def test_reminders_go_to_the_secretary_of_the_board_that_goes_on(
    carers_board: BoardPage, autism_board: BoardPage, minutes: MinutesPage, now: datetime
) -> None:
    publish_again(minutes, action_block("Ring the bus company", due_on="2026-04-20"))
    merge(carers_board, autism_board, now)
    assert remind_owners(now=now) == 1
    letter = Letter.objects.get()
    assert letter.to == "sy.autism@example.org"
    assert "it ended: the Autism Partnership Board goes on" in letter.words


def test_reminders_cost_the_same_however_many_boards_ended(
    carers_board: BoardPage,
    autism_board: BoardPage,
    last_board: BoardPage,
    minutes: MinutesPage,
    now: datetime,
) -> None:
    publish_again(minutes, action_block("Ring the bus company", due_on="2026-04-20"))

    def queries() -> int:
        Letter.objects.all().delete()
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert remind_owners(now=now) == 1
        return len(captured)

    before = queries()
    merge(carers_board, autism_board, now)
    merge(autism_board, last_board, now)
    assert queries() == before
    assert Letter.objects.get().to == "sy.all@example.org"


def test_what_waits_at_an_ended_board_is_answered_by_the_one_that_goes_on(
    client: Client,
    carers_board: BoardPage,
    autism_board: BoardPage,
    proposal: Proposal,
    other_co_chair: User,
    now: datetime,
) -> None:
    client.force_login(other_co_chair)
    address = reverse("boards_admin:answer_proposal", args=[proposal.pk])
    assert client.get(address).status_code == 404
    merge(carers_board, autism_board, now)
    to_dos = proposals_to_do([carers_board, autism_board], now=now)
    assert [to_do.url for to_do in to_dos[autism_board.pk]] == [address]
    assert carers_board.pk not in to_dos
    listed = reverse("boards_admin:proposals", args=[autism_board.pk])
    assert proposal.title in client.get(listed).content.decode()
    assert client.post(address, {"answer": "We asked for one."}).status_code == 302
    proposal.refresh_from_db()
    assert proposal.answer == "We asked for one."


def test_a_board_without_a_successor_answers_before_it_ends(
    client: Client, carers_board: BoardPage, proposal: Proposal, co_chair: User, now: datetime
) -> None:
    client.force_login(co_chair)
    screen = reverse("boards_admin:close_board", args=[carers_board.pk])
    address = reverse("boards_admin:answer_proposal", args=[proposal.pk])
    assert "First: what people proposed" in client.get(screen).content.decode()
    assert address in client.get(screen).content.decode()
    with pytest.raises(services.CannotClose, match="“A later bus”"):
        close(carers_board, now)
    services.answer_proposal(proposal=proposal, answer="No.", answered_by=None, now=now)
    assert "First: what people proposed" not in client.get(screen).content.decode()
    assert close(carers_board, now).has_ended


@pytest.mark.parametrize("is_draft", [False, True])
def test_a_board_merges_with_the_host_of_its_joint_meeting_and_is_taken_off(
    carers_board: BoardPage,
    autism_board: BoardPage,
    last_board: BoardPage,
    now: datetime,
    is_draft: bool,
) -> None:
    coming = make_meeting(autism_board, now + timedelta(days=9))
    share_meeting(meeting=coming, boards=[carers_board, last_board])
    held = make_meeting(autism_board, now - timedelta(days=9))
    share_meeting(meeting=held, boards=[carers_board])
    if is_draft:
        coming = MeetingPage.objects.get(pk=coming.pk)
        coming.place = "Library"
        coming.save_revision()
    merge(carers_board, autism_board, now)
    coming = MeetingPage.objects.get(pk=coming.pk)
    assert list(coming.joint_with.all()) == [last_board]
    draft = coming.get_latest_revision_as_object()
    assert list(draft.joint_with.all()) == [last_board]
    assert draft.place == ("Library" if is_draft else "Town Hall")
    assert list(MeetingPage.objects.of_board(carers_board)) == [held]


def test_a_meeting_that_the_board_hosts_itself_is_still_in_the_way(
    carers_board: BoardPage, autism_board: BoardPage, now: datetime
) -> None:
    coming = make_meeting(carers_board, now + timedelta(days=9))
    share_meeting(meeting=coming, boards=[autism_board])
    with pytest.raises(services.CannotClose, match="still has meetings to come"):
        merge(carers_board, autism_board, now)


def test_deadlines_stop_when_a_board_ends_and_go_on_when_it_is_opened_again(
    carers_board: BoardPage, now: datetime
) -> None:
    meeting = make_meeting(carers_board, now - timedelta(days=2))
    MeetingPage.objects.filter(pk=meeting.pk).update(
        first_published_at=meeting.starts_at - timedelta(days=60)
    )
    services.set_deadlines(boards=[carers_board])

    def due() -> list[date]:
        minutes = Deadline.objects.filter(board=carers_board, kind="draft_minutes")
        return list(minutes.values_list("due_on", flat=True))

    before = due()
    assert len(before) == 1
    assert before[0] > timezone.localdate(now)
    close(carers_board, now)
    assert due() == []
    services.reopen_board(board=carers_board, reopened_by=None)
    assert due() == before
