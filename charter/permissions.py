"""Who may do what with the charter."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from boards.models import BoardPage
from charter.models import Principle
from easyread.accounts import Visitor

Kind = TypeVar("Kind", bound=Model)


def can_see_matrix(user: Visitor) -> bool:
    return bool(user.has_perm("charter.view_assessment"))


def can_assess(user: Visitor) -> bool:
    return bool(user.has_perm("charter.change_assessment"))


def boards_assessed_by(user: Visitor) -> QuerySet[BoardPage]:
    return BoardPage.objects.all() if can_assess(user) else BoardPage.objects.none()


def principles_assessed_by(user: Visitor) -> QuerySet[Principle]:
    return Principle.objects.all() if can_assess(user) else Principle.objects.none()


def records_named_by(kind: type[Kind], user: Visitor) -> QuerySet[Kind]:
    """What officers keep of the charter, for those who may see the matrix."""
    records = kind._default_manager.all()
    return records if can_see_matrix(user) else records.none()
