"""What a new board needs before its people can work."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from boards.models import BoardPage

PAGE_PERMISSIONS = ["add_page", "change_page", "publish_page"]
# Wagtail asks for the permissions of its own document model, whatever model stands in for it.
COLLECTION_PERMISSIONS = [
    f"{verb}_{kind}" for kind in ("document", "image") for verb in ("add", "change", "choose")
]


@transaction.atomic
def prepare_board(*, board: BoardPage) -> Group:
    """Make the board's group of editors and its collection; again does no harm.

    The editors may edit, publish and upload for this board only. Both are named after the board
    and follow it when it takes another name.
    """
    kept = BoardPage.objects.select_related("editors", "collection").get(pk=board.pk)
    group = kept.editors or Group()
    name = f"Editors of {board.title[:100]} ({board.pk})"
    if group.name != name:
        group.name = name
        group.save()
    collection = _named_collection(kept.collection, f"{board.title} ({board.pk})")
    if (kept.editors, kept.collection) != (group, collection):
        BoardPage.objects.filter(pk=board.pk).update(editors=group, collection=collection)
    board.editors, board.collection = group, collection
    for permission in _named(PAGE_PERMISSIONS, "wagtailcore"):
        GroupPagePermission.objects.get_or_create(group=group, page=board, permission=permission)
    group.permissions.add(*_named(["access_admin"], "wagtailadmin"))
    for permission in _named(COLLECTION_PERMISSIONS, "wagtaildocs", "wagtailimages"):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )
    return group


def _named(codenames: list[str], *apps: str) -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label__in=apps, codename__in=codenames)


def _named_collection(collection: Collection | None, name: str) -> Collection:
    if collection is None:
        found: Collection = Collection.get_first_root_node().add_child(name=name)
        return found
    if collection.name != name:
        collection.name = name
        collection.save()
    return collection
