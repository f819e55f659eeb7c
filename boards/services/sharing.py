"""Letting other boards use a paper."""

from datetime import datetime

from django.db import transaction

from boards.models import AgendaPage, BoardPage, Paper, PaperShare
from boards.services.packs import ask_for_pack, drop_packs
from easyread.accounts import Account


@transaction.atomic
def share_paper(
    *, paper: Paper, boards: list[BoardPage], shared_by: Account | None, now: datetime
) -> None:
    """Let exactly these boards put the paper on their agendas, beside its own.

    With a board that is left out it is shared no longer: it is gone from that board's agendas at
    once. A paper that is not for everyone can be read by the people of each board that shows it.
    """
    ended = PaperShare.objects.filter(paper=paper).exclude(board__in=boards)
    paths = list(ended.values_list("board__path", flat=True))
    ended.delete()
    for agenda in AgendaPage.objects.filter(papers__paper=paper).order_by("pk"):
        if agenda.path.startswith(tuple(paths)):
            drop_packs(agenda=agenda)
            ask_for_pack(agenda=agenda, now=now)
    known = set(PaperShare.objects.filter(paper=paper).values_list("board_id", flat=True))
    PaperShare.objects.bulk_create(
        PaperShare(paper=paper, board=board, shared_at=now, shared_by=shared_by)
        for board in boards
        if board.pk not in known
    )
