"""Who may do what with papers in the admin."""

from typing import Any

from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from boards.models import AgendaPaper, Paper


class PaperPolicy(CollectionOwnershipPermissionPolicy):
    """As Wagtail's own for documents, but what was on a published agenda is kept: it can be
    replaced, taken off the agenda or closed to the public, never deleted."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Paper) -> bool:
        if action == "delete" and AgendaPaper.objects.filter(paper=instance.pk).exists():
            return False
        return bool(super().user_has_permission_for_instance(user, action, instance))

    def instances_user_has_permission_for(self, user: Any, action: str) -> Any:
        found = super().instances_user_has_permission_for(user, action)
        return found.filter(placements=None) if action == "delete" else found


def paper_policy() -> PaperPolicy:
    # Wagtail asks for the permissions of its own document model, whatever stands in for it.
    return PaperPolicy(
        Paper, auth_model="wagtaildocs.Document", owner_field_name="uploaded_by_user"
    )
