"""Who may do what with boards. One condition a line; everything else asks here."""

import re
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.permissions import page_permission_policy, policy_registry

from boards.models import (
    ActionPoint,
    AgendaPaper,
    BoardPage,
    BoardsIndexPage,
    Lineage,
    Member,
    Paper,
)

User = Any  # the account model (AUTH_USER_MODEL) or AnonymousUser


def boards_looked_after_by(user: User) -> QuerySet[BoardPage]:
    """The boards whose pages ``user`` may change."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return BoardPage.objects.none()
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return BoardPage.objects.filter(pk__in=pages.values("pk")).order_by("title", "pk")


def boards_read_by(user: User) -> QuerySet[BoardPage]:
    """The boards whose preparations ``user`` may see: one's own, or all for officers."""
    if can_read_every_board(user):
        return BoardPage.objects.order_by("title", "pk")
    return boards_looked_after_by(user)


def can_read_every_board(user: User) -> bool:
    return bool(user.has_perm("boards.read_every_board"))


def can_bring_archives(user: User) -> bool:
    """Old minutes come in for any board, so this goes beyond one's own boards."""
    return bool(user.is_active and user.has_perm("boards.add_archivejob"))


def can_look_after(user: User, board: BoardPage) -> bool:
    return boards_looked_after_by(user).filter(pk=board.pk).exists()


def can_answer_for(user: User, board: BoardPage) -> bool:
    """Whether ``user`` looks after the board, or after one that goes on with its work."""
    line = Lineage.read().line_from(board.pk)
    return boards_looked_after_by(user).filter(pk__in=line).exists()


def can_answer_wishes(user: User, page: Page) -> bool:
    """Whether ``user`` answers those who asked for this page in another format: who looks after
    its board, and officers."""
    if can_read_every_board(user):
        return True
    board = BoardPage.objects.ancestor_of(page, inclusive=True).first()
    return board is not None and can_answer_for(user, board)


def can_close_boards(user: User) -> bool:
    """Closing and merging is for those who may publish the list of boards: not for co-chairs."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return False
    pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
    return bool(pages.filter(pk__in=BoardsIndexPage.objects.values("pk")).exists())


def can_report_progress(user: User, action: ActionPoint) -> bool:
    if user.has_perm("boards.report_progress"):
        return True
    return can_answer_for(user, action.board)


def can_report_any_progress(user: User) -> bool:
    """Whether there is any board whose actions ``user`` may report on."""
    return bool(user.has_perm("boards.report_progress") or boards_looked_after_by(user).exists())


def outside_restricted_pages(*path_fields: str) -> Q:
    """Rows whose pages (``path_fields`` are their treebeard paths) strangers may all see; one
    query."""
    restricted = PageViewRestriction.objects.values_list("page__path", flat=True)
    visible = Q()
    for path in restricted:
        for path_field in path_fields:
            visible &= ~Q(**{f"{path_field}__startswith": path})
    return visible


def can_read_paper(user: User, paper: Paper, *, on: date) -> bool:
    """A paper is public with an agenda that holds it; before that for those who may see drafts.

    One that is not for everyone is also for those who serve on its board on that day.
    """
    if can_look_into(user, paper):
        return True
    if paper.is_restricted:
        return _serves_where_it_is_read(user, paper, on)
    return is_public_paper(paper)


def can_look_into(user: User, paper: Paper) -> bool:
    """Whether ``user`` may see all versions: for those who look after the board, and officers."""
    return can_read_every_board(user) or _may_choose(user, paper)


def is_public_paper(paper: Paper) -> bool:
    """Whether strangers may read it: a public page holds it, and it is not restricted."""
    if paper.is_restricted or paper.collection.get_view_restrictions().exists():
        return False
    return _is_on_public_page(paper)


def _is_on_public_page(paper: Paper) -> bool:
    references = ReferenceIndex.get_references_to(paper).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    holding = [int(pk) for pk in references.values_list("object_id", flat=True)]
    return bool(public_pages(Page.objects.filter(pk__in=holding)).exists())


def _serves_where_it_is_read(user: User, paper: Paper, on: date) -> bool:
    """Whether a published agenda of a board on which ``user`` serves holds the paper."""
    if not user.is_authenticated or not user.is_active:
        return False
    seats = Member.objects.serving(on=on).filter(account=user).select_related("board")
    placed = AgendaPaper.objects.filter(paper=paper, is_withdrawn=False, agenda__live=True)
    paths = list(placed.values_list("agenda__path", flat=True))
    return any(path.startswith(seat.board.path) for seat in seats for path in paths)


def board_number_of(paper: Paper) -> int | None:
    """The key of the board in whose collection the paper is; its name ends in that number."""
    found = re.search(r"\((\d+)\)$", paper.collection.name)
    return int(found[1]) if found else None


def _may_choose(user: User, paper: Paper) -> bool:
    if not user.is_authenticated:
        return False
    policy = policy_registry.get_by_type(Paper)
    return bool(policy.user_has_permission_for_instance(user, "choose", paper))


def public_pages(pages: Any) -> Any:
    """Of these pages those that strangers may see."""
    return pages.live().public()


def pages_shown_to(user: User, pages: Any) -> Any:
    """Of these pages those whose titles the admin may show to ``user``: the public ones, those of
    one's own boards, and for officers all."""
    if user.is_superuser or can_read_every_board(user):
        return pages
    own = Q(pk__in=public_pages(Page.objects.all()).values("pk"))
    for board in boards_looked_after_by(user):
        own |= Q(path__startswith=board.path)
    return pages.filter(own)
