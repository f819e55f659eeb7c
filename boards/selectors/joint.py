"""Joint meetings: one meeting that several boards hold together."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.urls import reverse

from boards.enums import InvitationState
from boards.models import BoardPage, JointInvitation, MeetingPage
from boards.selectors.public import boards_going_on
from boards.selectors.to_do_line import ToDo
from easyread.tree import path_above
from easyread.visibility import public_pages

HOLDS_IT = "Holds it together with you"
LEFT_IT = "Said yes, and left again"


def partners_of(meetings: list[MeetingPage]) -> dict[int, list[int]]:
    """The numbers of the boards besides its host that hold each joint meeting, by the meeting's
    ``pk``; one query."""
    pairs = MeetingPage.joint_with.through.objects.filter(
        meetingpage__in=[meeting.pk for meeting in meetings]
    )
    partners: dict[int, list[int]] = defaultdict(list)
    for meeting_id, board_id in pairs.values_list("meetingpage", "boardpage").order_by("pk"):
        partners[meeting_id].append(board_id)
    return dict(partners)


def boards_together(
    meetings: list[MeetingPage], partners: dict[int, list[int]], boards: Mapping[int, BoardPage]
) -> dict[int, list[BoardPage]]:
    """Of each joint meeting the boards that hold it, its host first; those not in ``boards`` are
    left out. By the meeting's ``pk``; no query."""
    hosts = {board.path: board for board in boards.values()}
    together = {}
    for meeting in meetings:
        host = hosts.get(path_above(meeting.path))
        if host is None or meeting.pk not in partners:
            continue
        others = [boards[pk] for pk in partners[meeting.pk] if pk in boards and pk != host.pk]
        if others:
            together[meeting.pk] = [host, *sorted(others, key=lambda board: board.title)]
    return together


def joint_boards(meetings: list[MeetingPage]) -> dict[int, list[BoardPage]]:
    """As `boards_together`, of the public boards; one query where no meeting is joint, else
    three."""
    partners = partners_of(meetings)
    if not partners:
        return {}
    numbers = {pk for found in partners.values() for pk in found}
    paths = {path_above(meeting.path) for meeting in meetings if meeting.pk in partners}
    boards = public_pages(BoardPage.objects)
    found = boards.filter(pk__in=numbers) | boards.filter(path__in=paths)
    return boards_together(meetings, partners, {board.pk: board for board in found.distinct()})


def invitations_to(boards: list[BoardPage]) -> QuerySet[JointInvitation]:
    """What these boards are asked and have not answered, the next meeting first."""
    waiting = JointInvitation.objects.filter(board__in=boards, state=InvitationState.WAITING)
    return waiting.select_related("meeting", "board").order_by("meeting__starts_at", "pk")


def joint_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """Invitations that wait for an answer, by the board's number; one query for all boards."""
    to_dos: dict[int, list[ToDo]] = {}
    for each in invitations_to(boards).filter(meeting__ends_at__gt=now):
        words = f"Say yes or no to a joint meeting: {each.meeting.title}"
        url = reverse("boards_admin:answer_invitation", args=[each.pk])
        to_dos.setdefault(each.board_id, []).append(ToDo(words, url, "soon"))
    return to_dos


def boards_to_ask(host: BoardPage, meeting: MeetingPage | None = None) -> QuerySet[BoardPage]:
    """The public boards that go on, besides the host and those that hold ``meeting`` already or
    have not answered yet."""
    known = [host.pk]
    if meeting is not None:
        known += [each.board.pk for each in asked_of(meeting) if each.holds or each.waits]
    return boards_going_on().exclude(pk__in=known)


@dataclass(frozen=True)
class AskedBoard:
    """A board that was asked to a meeting, or holds it already: how it stands, in words."""

    board: BoardPage
    words: str
    holds: bool
    waits: bool


def asked_of(meeting: MeetingPage) -> list[AskedBoard]:
    """The last word on each board that holds the meeting too or was ever asked, by its name."""
    partners = {board.pk: board for board in meeting.joint_with.all()}
    found = {pk: AskedBoard(board, HOLDS_IT, True, False) for pk, board in partners.items()}
    asked = JointInvitation.objects.filter(meeting=meeting).select_related("board")
    for each in asked.order_by("asked_at", "pk"):
        if each.board_id not in partners:
            waits = each.state == InvitationState.WAITING
            left = each.state == InvitationState.ACCEPTED
            words = LEFT_IT if left else each.get_state_display()
            found[each.board_id] = AskedBoard(each.board, words, False, waits)
    return sorted(found.values(), key=lambda each: (each.board.title, each.board.pk))


def invitations_of(boards: list[BoardPage]) -> QuerySet[JointInvitation]:
    """All that these boards were ever asked."""
    return JointInvitation.objects.filter(board__in=boards).select_related("meeting", "board")


def boards_of_meeting(meeting: MeetingPage) -> QuerySet[BoardPage]:
    """The boards that were asked to it, or hold it together with its host."""
    asked = Q(invitations__meeting=meeting) | Q(joint_meetings=meeting)
    return BoardPage.objects.filter(asked).distinct()


def partners_among(boards: QuerySet[BoardPage], meeting: MeetingPage) -> QuerySet[BoardPage]:
    """Of these boards those that hold it together with its host; not those that only were asked."""
    return boards.filter(joint_meetings=meeting)
