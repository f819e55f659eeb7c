"""Who may do what with easy reads. One condition a line; everything else asks here."""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Page
from wagtail.permissions import page_permission_policy, policy_registry

from easyread.accounts import Visitor
from easyread.models import EasyReadablePage, EasyReadPage, Picture

Kind = TypeVar("Kind", bound=Model)


def can_make_easy_read(user: Visitor, original: Page) -> bool:
    """Whether ``user`` may put an easy read under this page: who changes it explains it."""
    if not isinstance(original.specific, EasyReadablePage):
        return False
    return bool(original.permissions_for_user(user).can_edit())


def can_write_easy_reads(user: Visitor) -> bool:
    """Whether there is any page whose words ``user`` may change."""
    return bool(page_permission_policy.user_has_permission(user, "change"))


def originals_explained_by(user: Visitor) -> QuerySet[Page]:
    """The pages under which ``user`` may put an easy read."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    found: QuerySet[Page] = pages.type(EasyReadablePage)
    return found


def easy_reads_edited_by(user: Visitor) -> QuerySet[EasyReadPage]:
    """The easy reads whose words ``user`` may change, with their records."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return EasyReadPage.objects.filter(pk__in=pages.values("pk")).select_related("record")


def can_see_every_easy_read(user: Visitor) -> bool:
    """Officers read how all easy reads are; what is not public yet stays with its board."""
    return bool(user.has_perm("easyread.view_easyreadrecord"))


def can_choose_pictures(user: Visitor) -> bool:
    """Choosing, keeping and uploading pictures is for everybody who writes pages."""
    return can_write_easy_reads(user)


def can_see_missing_pictures(user: Visitor) -> bool:
    """What writers looked for in vain concerns those who look after the pictures."""
    return can_see_every_easy_read(user)


def can_edit_glossary(user: Visitor) -> bool:
    """The words of the jargon buster, and those that everybody knows: officers keep them."""
    return bool(user.has_perm("easyread.change_glossaryterm"))


def pictures_named_by(user: Visitor) -> QuerySet[Picture]:
    """All pictures, for everybody who writes: none is secret."""
    return Picture.objects.all() if can_choose_pictures(user) else Picture.objects.none()


def images_named_by(user: Visitor) -> QuerySet[AbstractImage]:
    """The uploaded images that ``user`` may choose."""
    policy = policy_registry.get_by_type(get_image_model())
    found: QuerySet[Any] = policy.instances_user_has_permission_for(user, "choose")
    return found


def words_named_by(kind: type[Kind], user: Visitor) -> QuerySet[Kind]:
    """The words of the jargon buster, for those who keep it."""
    words = kind._default_manager.all()
    return words if can_edit_glossary(user) else words.none()
