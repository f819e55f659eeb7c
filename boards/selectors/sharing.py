"""The papers of a board, and which other boards may use them."""

from dataclasses import dataclass

from django.db.models import QuerySet, prefetch_related_objects

from boards.models import BoardPage, Paper
from boards.selectors.public import boards_going_on


@dataclass(frozen=True)
class SharedPaper:
    """A paper, and the boards with which it is shared."""

    paper: Paper
    boards: list[BoardPage]


def own_papers(board: BoardPage) -> QuerySet[Paper]:
    """What the board's people brought, the newest first."""
    found = Paper.objects.filter(collection=board.collection_id)
    return found.order_by("-created_at", "-pk")


def with_shares(papers: list[Paper]) -> list[SharedPaper]:
    """Two queries, however many papers."""
    prefetch_related_objects(papers, "shares__board")
    return [SharedPaper(each, [share.board for share in each.shares.all()]) for each in papers]


def boards_to_share_with(board: BoardPage, paper: Paper) -> list[BoardPage]:
    """The public boards that go on, and those with which the paper is shared already."""
    named = {each.pk: each for each in boards_going_on()}
    named |= {share.board_id: share.board for share in paper.shares.select_related("board")}
    named.pop(board.pk, None)
    return sorted(named.values(), key=lambda each: (each.title, each.pk))
