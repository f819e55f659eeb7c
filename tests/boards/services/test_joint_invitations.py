"""Asking boards to hold a meeting together: who can be asked, and what becomes of being asked."""

from datetime import datetime, timedelta

import pytest

from boards import services
from boards.enums import InvitationState
from boards.models import BoardPage, JointInvitation, MeetingPage
from portal.users.models import User
from tests.borough import make_meeting


def ask(meeting: MeetingPage, board: BoardPage, by: User, now: datetime) -> list[JointInvitation]:
    return services.invite_boards(meeting=meeting, boards=[board], invited_by=by, now=now)


def test_neither_the_host_nor_a_board_that_ended_is_asked(
    coming_meeting: MeetingPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    co_chair: User,
    now: datetime,
) -> None:
    with pytest.raises(services.CannotShare, match="with itself"):
        ask(coming_meeting, carers_board, co_chair, now)
    autism_board.closed_on, autism_board.closing_words = now.date(), "Done."
    autism_board.save()
    with pytest.raises(services.CannotShare, match="ended on"):
        ask(coming_meeting, autism_board, co_chair, now)
    assert not JointInvitation.objects.exists()


def test_a_board_that_said_no_can_be_asked_again_and_one_that_is_asked_is_not_asked_twice(
    coming_meeting: MeetingPage, autism_board: BoardPage, co_chair: User, now: datetime
) -> None:
    (first,) = ask(coming_meeting, autism_board, co_chair, now)
    assert ask(coming_meeting, autism_board, co_chair, now) == []
    services.answer_invitation(invitation=first, accept=False, answered_by=None, now=now)
    assert len(ask(coming_meeting, autism_board, co_chair, now)) == 1


def test_taking_one_invitation_back_leaves_that_to_another_meeting(
    coming_meeting: MeetingPage,
    carers_board: BoardPage,
    autism_board: BoardPage,
    co_chair: User,
    now: datetime,
) -> None:
    (taken_back,) = ask(coming_meeting, autism_board, co_chair, now)
    later = make_meeting(carers_board, now + timedelta(days=60))
    (waiting,) = ask(later, autism_board, co_chair, now)
    services.leave_meeting(meeting=coming_meeting, board=autism_board, now=now, by=co_chair)
    states = dict(JointInvitation.objects.values_list("pk", "state"))
    assert states == {
        taken_back.pk: InvitationState.TAKEN_BACK,
        waiting.pk: InvitationState.WAITING,
    }
