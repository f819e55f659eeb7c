"""Who may do what with papers in the admin."""

from django.db.models import PROTECT, ManyToOneRel, Q, QuerySet
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from boards.models import Paper
from boards.permissions import boards_looked_after_by
from easyread.accounts import Visitor


class PaperPolicy(CollectionOwnershipPermissionPolicy):
    """As Wagtail's own for documents, but what was on a published agenda is kept: it can be
    replaced, taken off the agenda or closed to the public, never deleted. What another board
    shared can be chosen too."""

    def user_has_permission_for_instance(self, user: Visitor, action: str, instance: Paper) -> bool:
        if action == "delete" and not _can_go(Paper.objects.filter(pk=instance.pk)).exists():
            return False
        if super().user_has_permission_for_instance(user, action, instance):
            return True
        return action == "choose" and _shared_with(user).filter(pk=instance.pk).exists()

    def instances_user_has_permission_for(self, user: Visitor, action: str) -> QuerySet[Paper]:
        found = super().instances_user_has_permission_for(user, action)
        if action == "choose":
            return Paper.objects.filter(
                Q(pk__in=found.values("pk")) | Q(pk__in=_shared_with(user).values("pk"))
            )
        return _can_go(found) if action == "delete" else found


def _can_go(papers: QuerySet[Paper]) -> QuerySet[Paper]:
    """Those that were on no published agenda and that no row of this or another app protects."""
    found = papers.filter(placements=None)
    for relation in Paper._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel) and relation.on_delete is PROTECT:
            name = relation.field.name
            rows = relation.related_model._base_manager.exclude(**{name: None})
            found = found.exclude(pk__in=rows.values(name))
    return found


def _shared_with(user: Visitor) -> QuerySet[Paper]:
    """The papers of other boards that were shared with a board that ``user`` looks after."""
    return Paper.objects.filter(shares__board__in=boards_looked_after_by(user).values("pk"))


def paper_policy() -> PaperPolicy:
    # Wagtail asks for the permissions of its own document model, whatever stands in for it.
    return PaperPolicy(
        Paper, auth_model="wagtaildocs.Document", owner_field_name="uploaded_by_user"
    )
