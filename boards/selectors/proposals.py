"""What people proposed and nobody has answered."""

from collections import defaultdict
from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from boards.enums import MeetingStatus, ProposalState
from boards.models import BoardPage, Lineage, MeetingPage, Proposal
from boards.selectors.lineage import board_now, of_board_and_forerunners
from boards.selectors.to_do_line import ToDo

ANSWER_WITHIN = 14  # days
MEETINGS_OFFERED = 12


def waiting_proposals(board: BoardPage) -> list[Proposal]:
    """What people proposed to the board, or to one that ended in it, and nobody has answered."""
    waiting = Proposal.objects.filter(of_board_and_forerunners(board), state=ProposalState.NEW)
    return list(waiting.order_by("proposed_at", "pk"))


def answered_proposals(board: BoardPage) -> QuerySet[Proposal]:
    """The same of those that were answered, the last one first."""
    of_board = Proposal.objects.filter(of_board_and_forerunners(board))
    return of_board.exclude(state=ProposalState.NEW).order_by("-answered_at", "-pk")


def agendas_for(proposal: Proposal, *, now: datetime) -> list[MeetingPage]:
    """The next meetings on whose agenda it can be put."""
    return coming_agendas(board_now(BoardPage.objects.get(pk=proposal.board_id)), now=now)


def coming_agendas(board: BoardPage, *, now: datetime) -> list[MeetingPage]:
    """The next meetings that the board hosts, whose agenda can take an item."""
    coming = MeetingPage.objects.child_of(board).filter(starts_at__gt=now)
    takes_place = coming.exclude(status=MeetingStatus.CANCELLED)
    return list(takes_place.order_by("starts_at", "pk")[:MEETINGS_OFFERED])


def proposals_to_do(boards: list[BoardPage], *, now: datetime) -> dict[int, list[ToDo]]:
    """One line for each proposal that waits, the oldest first; two queries.

    What waits at a board that ended is for the one that goes on with its work.
    """
    lineage = Lineage.read()
    waiting = Proposal.objects.filter(
        state=ProposalState.NEW, board__in=lineage.ending_in(board.pk for board in boards)
    )
    to_dos: dict[int, list[ToDo]] = defaultdict(list)
    for proposal in waiting.order_by("proposed_at", "pk"):
        days = (timezone.localdate(now) - timezone.localdate(proposal.proposed_at)).days
        since = "today" if days == 0 else f"{days} day{'' if days == 1 else 's'} ago"
        address = reverse("boards_admin:answer_proposal", args=[proposal.pk])
        words = f"Answer what someone proposed {since}: {proposal.title}"
        to_dos[lineage.last_of(proposal.board_id)].append(
            ToDo(words, address, "now" if days >= ANSWER_WITHIN else "soon")
        )
    return to_dos
