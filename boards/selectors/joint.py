"""Joint meetings: one meeting that several boards hold together."""

from collections import defaultdict
from collections.abc import Mapping

from boards.models import BoardPage, MeetingPage
from easyread.visibility import public_pages


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
        host = hosts.get(meeting.path[: -meeting.steplen])
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
    paths = {meeting.path[: -meeting.steplen] for meeting in meetings if meeting.pk in partners}
    boards = public_pages(BoardPage.objects)
    found = boards.filter(pk__in=numbers) | boards.filter(path__in=paths)
    return boards_together(meetings, partners, {board.pk: board for board in found.distinct()})
