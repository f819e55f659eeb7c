"""The role of officers: what they may do, also after an update."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import GroupPagePermission

from charter.models import CharterPage

OFFICERS = "Charter officers"
OFFICER_PERMISSIONS = (
    ("wagtailadmin", "access_admin"),
    ("boards", "read_every_board"),
    ("charter", "view_assessment"),
    ("charter", "change_assessment"),
    ("charter", "add_assessment"),
    ("charter", "view_signup"),
    ("charter", "add_signup"),
    ("charter", "change_signup"),
    ("charter", "view_charterversion"),
    ("charter", "add_charterversion"),
    ("charter", "change_charterversion"),
    ("easyread", "view_easyreadrecord"),
    ("easyread", "view_glossaryterm"),
    ("easyread", "add_glossaryterm"),
    ("easyread", "change_glossaryterm"),
    ("easyread", "delete_glossaryterm"),
    ("easyread", "view_allowedword"),
    ("easyread", "add_allowedword"),
    ("easyread", "change_allowedword"),
    ("easyread", "delete_allowedword"),
    ("digests", "view_edition"),
    ("digests", "view_delivery"),
)


def prepare_officers() -> Group:
    """The group of officers: they read everything and keep the charter."""
    group, _ = Group.objects.get_or_create(name=OFFICERS)
    for app_label, codename in OFFICER_PERMISSIONS:
        group.permissions.add(
            Permission.objects.get(content_type__app_label=app_label, codename=codename)
        )
    charter_page = CharterPage.objects.first()
    if charter_page is not None:
        for codename in ("change_page", "publish_page"):
            GroupPagePermission.objects.get_or_create(
                group=group,
                page=charter_page,
                permission=Permission.objects.get(
                    content_type__app_label="wagtailcore", codename=codename
                ),
            )
    return group


def permissions_of(app_label: str) -> set[int]:
    """The numbers of what an app lets people do."""
    found = Permission.objects.filter(content_type__app_label=app_label)
    return set(found.values_list("pk", flat=True))


@transaction.atomic
def let_officers_into_new_screens(*, app_label: str, new: set[int]) -> None:
    """After an update brought an app these new permissions: officers get theirs of them, and those
    of models that were not open to them at all.

    Others stay as they are: an administrator may have taken one away.
    """
    group = Group.objects.filter(name=OFFICERS).first()
    of_app = Permission.objects.filter(content_type__app_label=app_label)
    theirs = of_app.filter(
        codename__in=[name for app, name in OFFICER_PERMISSIONS if app == app_label]
    )
    if group is None or not theirs.filter(pk__in=new).exists():
        return
    known = group.permissions.values("content_type")
    group.permissions.add(*theirs.filter(Q(pk__in=new) | ~Q(content_type__in=known)))
