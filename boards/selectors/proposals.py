"""What people proposed and nobody has answered."""

from collections import defaultdict
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from boards.enums import ProposalState
from boards.models import BoardPage, Lineage, Proposal
from boards.selectors.task_line import Task

ANSWER_WITHIN = 14  # days


def proposals_tasks(boards: list[BoardPage], *, now: datetime) -> dict[int, list[Task]]:
    """One line for each proposal that waits, the oldest first; two queries.

    What waits at a board that ended is for the one that goes on with its work.
    """
    lineage = Lineage.read()
    waiting = Proposal.objects.filter(
        state=ProposalState.NEW, board__in=lineage.ending_in(board.pk for board in boards)
    )
    tasks: dict[int, list[Task]] = defaultdict(list)
    for proposal in waiting.order_by("proposed_at", "pk"):
        days = (timezone.localdate(now) - timezone.localdate(proposal.proposed_at)).days
        since = "today" if days == 0 else f"{days} day{'' if days == 1 else 's'} ago"
        address = reverse("boards_admin:answer_proposal", args=[proposal.pk])
        words = f"Answer what someone proposed {since}: {proposal.title}"
        tasks[lineage.last_of(proposal.board_id)].append(
            Task(words, address, "now" if days >= ANSWER_WITHIN else "soon")
        )
    return tasks
