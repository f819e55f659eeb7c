"""Who may do what with digests."""

from django.db.models import QuerySet

from easyread.accounts import Visitor
from portal.digests.models import DigestList


def lists_named_by(user: Visitor) -> QuerySet[DigestList]:
    """All lists, for those who look after who gets them."""
    lists = DigestList.objects.all()
    may = any(user.has_perm(f"digests.{verb}_subscriber") for verb in ("add", "change"))
    return lists if may else lists.none()
