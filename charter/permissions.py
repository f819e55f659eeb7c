"""Who may do what with the charter."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from boards.models import BoardPage
from boards.permissions import boards_looked_after_by
from charter.models import Charter, CharterVersion, Principle, SignUpEvent
from easyread.accounts import Visitor

Kind = TypeVar("Kind", bound=Model)


def can_see_matrix(user: Visitor) -> bool:
    return bool(user.has_perm("charter.view_assessment"))


def can_assess(user: Visitor) -> bool:
    return bool(user.has_perm("charter.change_assessment"))


def can_keep_charters(user: Visitor) -> bool:
    """Whether ``user`` prepares versions and puts them in force."""
    return bool(user.has_perm("charter.change_charterversion"))


def charters_kept_by(user: Visitor) -> QuerySet[Charter]:
    return Charter.objects.all() if can_keep_charters(user) else Charter.objects.none()


def versions_kept_by(user: Visitor) -> QuerySet[CharterVersion]:
    return CharterVersion.objects.filter(charter__in=charters_kept_by(user))


def principles_kept_by(user: Visitor) -> QuerySet[Principle]:
    return Principle.objects.filter(version__in=versions_kept_by(user))


def principles_drafted_by(user: Visitor) -> QuerySet[Principle]:
    """The principles whose words ``user`` may change: those of drafts."""
    drafts = versions_kept_by(user).filter(in_force_from=None)
    return Principle.objects.filter(version__in=drafts)


def can_ask_to_sign(user: Visitor) -> bool:
    """Whether ``user`` asks boards to sign, and sees how all of them stand."""
    return bool(user.has_perm("charter.change_signup"))


def boards_signed_for_by(user: Visitor) -> QuerySet[BoardPage]:
    """The boards of which ``user`` enters what happened: one's own, or all for officers."""
    if can_ask_to_sign(user):
        return BoardPage.objects.all()
    return boards_looked_after_by(user)


def sign_up_events_of(user: Visitor) -> QuerySet[SignUpEvent]:
    """What happened at the boards of which ``user`` enters it."""
    return SignUpEvent.objects.filter(sign_up__board__in=boards_signed_for_by(user))


def boards_assessed_by(user: Visitor) -> QuerySet[BoardPage]:
    return BoardPage.objects.all() if can_assess(user) else BoardPage.objects.none()


def principles_assessed_by(user: Visitor) -> QuerySet[Principle]:
    return Principle.objects.all() if can_assess(user) else Principle.objects.none()


def records_named_by(kind: type[Kind], user: Visitor) -> QuerySet[Kind]:
    """What officers keep of the charter, for those who may see the matrix."""
    records = kind._default_manager.all()
    return records if can_see_matrix(user) else records.none()
