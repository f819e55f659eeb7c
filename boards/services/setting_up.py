"""What a new board needs before its people can work."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from boards.models import BoardPage

PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page")
# Wagtail asks for the permissions of its own document model, whatever model stands in for it.
COLLECTION_PERMISSIONS = (
    ("wagtaildocs", "add_document"),
    ("wagtaildocs", "change_document"),
    ("wagtaildocs", "choose_document"),
    ("wagtailimages", "add_image"),
    ("wagtailimages", "change_image"),
    ("wagtailimages", "choose_image"),
)


@transaction.atomic
def prepare_board(*, board: BoardPage) -> Group:
    """Make the board's group of editors and its collection; again does no harm.

    The editors may edit, publish and upload for this board only. Both follow the board when it
    takes another name: they are found by its number.
    """
    name = f"Editors of {board.title[:100]} ({board.pk})"
    group = Group.objects.filter(
        name__startswith="Editors of ", name__endswith=f" ({board.pk})"
    ).first() or Group(name=name)
    if group.pk is None or group.name != name:
        group.name = name
        group.save()
    if board.editors_id != group.pk:
        BoardPage.objects.filter(pk=board.pk).update(editors=group)
        board.editors = group
    for codename in PAGE_PERMISSIONS:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.get_or_create(group=group, page=board, permission=permission)
    group.permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    _give_collection(board, group)
    return group


def _give_collection(board: BoardPage, group: Group) -> None:
    name = f"{board.title} ({board.pk})"
    collection = Collection.objects.filter(name__endswith=f" ({board.pk})").first()
    if collection is None:
        collection = Collection.get_first_root_node().add_child(name=name)
    elif collection.name != name:
        collection.name = name
        collection.save()
    for app_label, codename in COLLECTION_PERMISSIONS:
        GroupCollectionPermission.objects.get_or_create(
            group=group,
            collection=collection,
            permission=Permission.objects.get(content_type__app_label=app_label, codename=codename),
        )
