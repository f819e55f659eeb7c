"""Who may do what with boards. One condition a line; everything else asks here."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    When,
)
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import page_permission_policy, policy_registry

from boards.models import (
    AgendaPaper,
    BoardPage,
    BoardsIndexPage,
    Member,
    Paper,
    PaperShare,
    PaperVersion,
)
from easyread.accounts import Account, Visitor
from easyread.tree import paths_above
from easyread.visibility import public_pages


def boards_looked_after_by(user: Visitor) -> QuerySet[BoardPage]:
    """The boards whose pages ``user`` may change: none for strangers and closed accounts, as
    Wagtail's policies have it."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return BoardPage.objects.filter(pk__in=pages.values("pk")).order_by("title", "pk")


def boards_read_by(user: Visitor) -> QuerySet[BoardPage]:
    """The boards whose preparations ``user`` may see: one's own, or all for officers."""
    if can_read_every_board(user):
        return BoardPage.objects.order_by("title", "pk")
    return boards_looked_after_by(user)


def can_read_every_board(user: Visitor) -> bool:
    return bool(user.has_perm("boards.read_every_board"))


def can_see_people(user: Visitor) -> bool:
    """Whether ``user`` may see who is on any board."""
    return can_read_every_board(user) or boards_looked_after_by(user).exists()


def can_bring_archives(user: Visitor) -> bool:
    """Old minutes come in for any board, so this goes beyond one's own boards."""
    return bool(user.has_perm("boards.add_archivejob"))


def can_look_after(user: Visitor, board: BoardPage) -> bool:
    return boards_looked_after_by(user).filter(pk=board.pk).exists()


def below(paths: Iterable[str], field: str = "path") -> Q:
    """Rows whose page stands at or below one of these paths of the tree; nothing where there is
    none."""
    return reduce(or_, (Q(**{f"{field}__startswith": path}) for path in paths), Q(pk__in=[]))


def of_own_boards(user: Visitor, field: str = "path") -> Q:
    """Rows whose page belongs to a board that ``user`` looks after."""
    return below(boards_looked_after_by(user).values_list("path", flat=True), field)


def permissions_to_give() -> QuerySet[Permission]:
    """What can be ticked for a group, besides what Wagtail knows of."""
    return Permission.objects.filter(content_type__app_label="boards", codename="add_archivejob")


def can_close_boards(user: Visitor) -> bool:
    """Closing and merging is for those who may publish the list of boards: not for co-chairs."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
    return bool(pages.filter(pk__in=BoardsIndexPage.objects.values("pk")).exists())


def can_delete_announced(user: Visitor) -> bool:
    """A meeting that was planned by mistake goes with those who look after the site."""
    return user.is_superuser


def can_report_any_progress(user: Visitor) -> bool:
    """Whether there is any board whose actions ``user`` may report on."""
    return bool(user.has_perm("boards.report_progress") or boards_looked_after_by(user).exists())


def can_read_paper(user: Visitor, paper: Paper, *, on: date) -> bool:
    """A paper is public with an agenda that holds it; before that for those who may see drafts.

    Of one that is not for everyone `restricted_papers_read_by` tells.
    """
    if paper.is_restricted:
        return paper.pk in restricted_papers_read_by(user, [paper.pk], on=on)
    return can_look_into(user, paper) or is_public_paper(paper)


def restricted_papers_read_by(user: Visitor, papers: list[int], *, on: date) -> set[int]:
    """Of these papers, none of them for everyone, those that ``user`` may read: who may see
    drafts, and who serves on that day on a board whose published agenda holds it where it belongs.

    As many queries for twenty as for one; one for each board on which ``user`` serves.
    """
    if not papers or not user.is_active:
        return set()
    if can_read_every_board(user):
        return set(papers)
    found = set(papers_chosen_by(user).filter(pk__in=papers).values_list("pk", flat=True))
    seats = Member.objects.serving(on=on).filter(account=user)
    for board in seats.values_list("board__path", flat=True).distinct():
        placed = AgendaPaper.objects.filter(
            is_withdrawn=False, agenda__live=True, agenda__path__startswith=board
        )
        read = papers_that_belong(to_board=board).filter(pk__in=placed.values("paper"))
        found |= set(read.filter(pk__in=papers).values_list("pk", flat=True))
    return found


def can_look_into(user: Visitor, paper: Paper) -> bool:
    """Whether ``user`` may see all versions: for those who look after the board, and officers."""
    return can_read_every_board(user) or _may_choose(user, paper)


def versions_opened_by(user: Visitor, paper: Paper) -> QuerySet[PaperVersion]:
    """The versions that ``user``, who may read the paper, may open, the newest first."""
    return (
        paper.versions.order_by("-number") if can_look_into(user, paper) else open_versions(paper)
    )


def open_versions(paper: Paper) -> QuerySet[PaperVersion]:
    """What all who may read the paper may open: its newest version, and those that were public."""
    versions = paper.versions.order_by("-number")
    return versions.filter(Q(was_public=True) | Q(number=versions.values("number")[:1]))


def is_public_paper(paper: Paper) -> bool:
    """Whether strangers may read it: a public page holds it, and it is not restricted."""
    if paper.is_restricted or paper.collection.get_view_restrictions().exists():
        return False
    return _is_on_public_page(paper)


def _is_on_public_page(paper: Paper) -> bool:
    """Whether a public page holds it where it belongs: to refer to a paper gives no right to it."""
    references = ReferenceIndex.get_references_to(paper).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    holding = [int(pk) for pk in references.values_list("object_id", flat=True)]
    places = Page.objects.filter(where_it_belongs(paper), pk__in=holding)
    return bool(public_pages(places).exists())


def where_it_belongs(paper: Paper) -> Q:
    """The branches of the tree that may show the paper: its own board's, and those of boards with
    which it was shared; one query. What is no board's belongs to the pages above the boards."""
    above = [*paths_above(paper.collection.path), paper.collection.path]
    own = Q(collection__path__in=above)
    boards = BoardPage.objects.filter(own | Q(papers_shared_with_it__paper=paper)).annotate(
        is_own=Case(When(own, then=True), default=False, output_field=BooleanField())
    )
    found = dict(boards.values_list("path", "is_own"))
    branches = below(found)
    if any(found.values()):
        return branches
    indexes = BoardsIndexPage.objects.values_list("path", flat=True)
    return branches | ~below(indexes)


def belongs(paper: Paper, board_path: str) -> bool:
    return papers_that_belong(to_board=board_path).filter(pk=paper.pk).exists()


def papers_that_belong(*, to_board: str) -> QuerySet[Paper]:
    """The papers of the board with this treebeard path, and those that were shared with it."""
    inside = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    own = BoardPage.objects.filter(path=to_board).annotate(inside=inside)
    shared = PaperShare.objects.filter(paper=OuterRef("pk"), board__path=to_board)
    return Paper.objects.filter(
        Exists(own.filter(inside__startswith=F("collection__path"))) | Exists(shared)
    )


def _may_choose(user: Visitor, paper: Paper) -> bool:
    return papers_chosen_by(user).filter(pk=paper.pk).exists()


def papers_chosen_by(user: Visitor) -> QuerySet[Paper]:
    """The papers that ``user`` may put on an agenda: those of the boards one looks after, and
    those that were shared with them."""
    policy = policy_registry.get_by_type(Paper)
    found: QuerySet[Paper] = policy.instances_user_has_permission_for(user, "choose")
    return found


def accounts_named_by(user: Visitor) -> QuerySet[Account]:
    """The accounts that ``user`` may give a seat."""
    accounts = get_user_model()._default_manager.all()
    return accounts if user.has_perm("users.change_user") else accounts.none()


def pages_named_by(user: Visitor) -> QuerySet[Page]:
    """The pages that ``user`` may link to, choose or work on: those one may see the title of."""
    return pages_shown_to(user, Page.objects.all())


def pages_shown_to(user: Visitor, pages: QuerySet[Page]) -> QuerySet[Page]:
    """Of these pages those whose titles the admin may show to ``user``: the public ones, those of
    one's own boards, and for officers all."""
    if can_read_every_board(user):
        return pages
    public = Q(pk__in=public_pages(Page.objects.all()).values("pk"))
    return pages.filter(public | of_own_boards(user))


def roots() -> QuerySet[Page]:
    """The root of the tree is no page of the site, and every editor passes through it."""
    found: QuerySet[Page] = Page.objects.filter(depth=1)
    return found
