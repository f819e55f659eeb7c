"""Who may do what with boards. One condition a line; everything else asks here."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Page, PageViewRestriction, ReferenceIndex
from wagtail.permissions import page_permission_policy, policy_registry

from boards.models import ActionPoint, BoardPage, Paper

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


def can_look_after(user: User, board: BoardPage) -> bool:
    return boards_looked_after_by(user).filter(pk=board.pk).exists()


def can_report_progress(user: User, action: ActionPoint) -> bool:
    if user.has_perm("boards.report_progress"):
        return True
    return can_look_after(user, action.board)


def can_report_any_progress(user: User) -> bool:
    """Whether there is any board whose actions ``user`` may report on."""
    return bool(user.has_perm("boards.report_progress") or boards_looked_after_by(user).exists())


def outside_restricted_pages(path_field: str) -> Q:
    """Rows whose page (``path_field`` is its treebeard path) strangers may see; one query."""
    restricted = PageViewRestriction.objects.values_list("page__path", flat=True)
    visible = Q()
    for path in restricted:
        visible &= ~Q(**{f"{path_field}__startswith": path})
    return visible


def can_read_paper(user: User, paper: Paper) -> bool:
    """A paper is public with an agenda that holds it; before that for those who may see drafts."""
    if user.has_perm("boards.read_every_board") or _may_choose(user, paper):
        return True
    references = ReferenceIndex.get_references_to(paper).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    holding = [int(pk) for pk in references.values_list("object_id", flat=True)]
    return bool(public_pages(Page.objects.filter(pk__in=holding)).exists())


def _may_choose(user: User, paper: Paper) -> bool:
    if not user.is_authenticated:
        return False
    policy = policy_registry.get_by_type(Paper)
    return bool(policy.user_has_permission_for_instance(user, "choose", paper))


def public_pages(pages: Any) -> Any:
    """Of these pages those that strangers may see."""
    return pages.live().public()
