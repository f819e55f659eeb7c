"""Links in letters that need no account: one kind for every purpose (docs/adr/0035).

Whoever opens one sees its object; nothing changes by looking. What may be done is asked again of
the object itself when it is done.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model, Q

from boards.enums import LinkPurpose
from boards.models import PersonalLink
from boards.selectors.links import code_of, link_of

LASTS = timedelta(days=60)
KEPT = timedelta(days=90)  # after it ended


def make_link(
    *,
    purpose: LinkPurpose,
    about: Model,
    person: str,
    now: datetime,
    lasts: timedelta = LASTS,
    is_for_once: bool = False,
) -> tuple[PersonalLink, str]:
    """A link, and the token that opens it, which stands in the letter and nowhere else."""
    token = secrets.token_urlsafe(24)
    link = PersonalLink.objects.create(
        purpose=purpose,
        about=about,
        person=person,
        code=code_of(token),
        made_at=now,
        ends_at=now + lasts,
        is_for_once=is_for_once,
    )
    return link, token


@transaction.atomic
def use_link(*, purpose: LinkPurpose, token: str, now: datetime) -> PersonalLink:
    """The link, held until the transaction ends and marked as used. Of two who use one that is
    for once, one gets it. Raises `LinkIsVoid`."""
    link = link_of(purpose=purpose, token=token, now=now)
    PersonalLink.objects.select_for_update().get(pk=link.pk)
    link = link_of(purpose=purpose, token=token, now=now)
    PersonalLink.objects.filter(pk=link.pk, used_at=None).update(used_at=now)
    return link


def void_links(
    *, purpose: LinkPurpose, model: type[Model], keys: Iterable[int | str], now: datetime
) -> None:
    """End all links for this purpose about these objects."""
    about = PersonalLink.objects.filter(
        purpose=purpose,
        content_type=ContentType.objects.get_for_model(model),
        object_id__in=list(keys),
    )
    about.filter(void_at=None).update(void_at=now)


def forget_links(*, now: datetime) -> int:
    """Delete links that ended long ago. Returns how many."""
    old = Q(ends_at__lt=now - KEPT) | Q(void_at__lt=now - KEPT)
    deleted, _ = PersonalLink.objects.filter(old).delete()
    return deleted
