"""Meetings that several boards hold together: one meeting, not copies. A board is asked, and holds
it together with the host once one of its own people has said yes."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from boards.enums import InvitationState
from boards.models import BoardPage, JointInvitation, MeetingPage
from boards.permissions import can_look_after
from boards.rules.dates import long_date, short_date
from boards.selectors.people import secretary_of
from boards.services.letters import write_letter
from easyread.accounts import Account


class CannotShare(Exception):
    """These boards can't hold the meeting together; the words say why."""


class InvitationIsOver(CannotShare):
    """Someone else answered in the meantime, or the invitation was taken back."""


@transaction.atomic
def invite_boards(
    *, meeting: MeetingPage, boards: list[BoardPage], invited_by: Account, now: datetime
) -> list[JointInvitation]:
    """Ask these boards; who looks after one of them too answers for it at once.

    A board that is asked already, or holds it already, is not asked again.
    """
    host = BoardPage.objects.parent_of(meeting).get()
    _check(host, boards)
    held_for_change(meeting.pk)
    known = set(meeting.joint_with.values_list("pk", flat=True))
    known |= set(_waiting(meeting).values_list("board_id", flat=True))
    invitations = []
    for board in boards:
        if board.pk in known:
            continue
        invitation = JointInvitation.objects.create(
            meeting=meeting, board=board, asked_at=now, asked_by=invited_by
        )
        invitations.append(invitation)
        if can_look_after(invited_by, board):
            answer_invitation(invitation=invitation, accept=True, answered_by=invited_by, now=now)
        else:
            _tell(invitation, host, now)
    return invitations


@transaction.atomic
def answer_invitation(
    *, invitation: JointInvitation, accept: bool, answered_by: Account | None, now: datetime
) -> None:
    """Say yes, and the meeting is joint; or no, and nothing has changed."""
    taken = JointInvitation.objects.select_for_update().get(pk=invitation.pk)
    if taken.state != InvitationState.WAITING:
        raise InvitationIsOver("This was answered, or taken back, in the meantime.")
    meeting = held_for_change(taken.meeting_id)
    if accept:
        _check(BoardPage.objects.parent_of(meeting).get(), [taken.board])
        share_meeting(meeting=meeting, boards=[*meeting.joint_with.all(), taken.board])
    taken.state = InvitationState.ACCEPTED if accept else InvitationState.DECLINED
    taken.answered_at, taken.answered_by = now, answered_by
    taken.save()


@transaction.atomic
def leave_meeting(
    *, meeting: MeetingPage, board: BoardPage, now: datetime, by: Account | None
) -> None:
    """The host goes on without this board, asked or joined; said by either of the two."""
    taken_back = {"state": InvitationState.TAKEN_BACK, "answered_at": now, "answered_by": by}
    _waiting(meeting).filter(board=board).update(**taken_back)
    meeting = held_for_change(meeting.pk)
    share_meeting(meeting=meeting, boards=list(meeting.joint_with.exclude(pk=board.pk)))


@transaction.atomic
def share_meeting(*, meeting: MeetingPage, boards: list[BoardPage]) -> MeetingPage:
    """Let exactly these boards, which have all said yes, hold the meeting together with its own
    board. What is agreed there belongs to the host. Drafts of the page learn it by themselves."""
    _check(BoardPage.objects.parent_of(meeting).get(), boards)
    held = held_for_change(meeting.pk)
    held.joint_with = boards
    held.save()
    return held


def held_for_change(meeting_id: int) -> MeetingPage:
    """The meeting, held until the transaction ends: which boards hold it together is read after
    that, so that of two who change it at once neither loses what the other said."""
    found: MeetingPage = MeetingPage.objects.select_for_update().get(pk=meeting_id)
    return found


def _check(host: BoardPage, boards: list[BoardPage]) -> None:
    for board in boards:
        if board.pk == host.pk:
            raise CannotShare("A board can't hold a joint meeting with itself.")
        if board.closed_on is not None:
            raise CannotShare(f"The {board} ended on {short_date(board.closed_on)}.")


def _waiting(meeting: MeetingPage) -> QuerySet[JointInvitation]:
    return JointInvitation.objects.filter(meeting=meeting, state=InvitationState.WAITING)


def _tell(invitation: JointInvitation, host: BoardPage, now: datetime) -> None:
    if to := secretary_of(invitation.board, now):
        day = long_date(invitation.meeting.starts_at)
        write_letter(
            key=f"invitation:{invitation.pk}:came",
            to=to,
            subject=f"The {host.title} asks you to hold a meeting together",
            words=f"The {host.title} has a meeting on {day} and asks the {invitation.board.title} "
            "to hold it together.\n\nIf you say yes, it stands on your board's page too.",
            link=reverse("boards_admin:answer_invitation", args=[invitation.pk]),
            link_words="Say yes or no",
            now=now,
        )
