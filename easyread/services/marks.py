"""What writers do with pictures: using them, keeping them, looking for them in vain."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from easyread.accounts import Account
from easyread.finding import plain
from easyread.models import MissingPicture, Picture, PictureMark

SHORTEST_WANTED = 2
LONGEST_WANTED = 80


def note_used(*, user: Account, picture: Picture, now: datetime) -> PictureMark:
    """Remember that this writer used the picture now."""
    mark, _ = PictureMark.objects.update_or_create(
        user=user, picture=picture, defaults={"used_at": now}
    )
    return mark


def keep_favourite(*, user: Account, picture: Picture, keep: bool) -> PictureMark:
    """Put the picture among the writer's favourites, or take it away; again does no harm."""
    mark, _ = PictureMark.objects.update_or_create(
        user=user, picture=picture, defaults={"is_favourite": keep}
    )
    return mark


@transaction.atomic
def note_missing(*, words: str, now: datetime) -> MissingPicture | None:
    """Count one more search that found nothing; None for too little to know what was wanted."""
    wanted = plain(words)[:LONGEST_WANTED].strip()
    if len(wanted) < SHORTEST_WANTED:
        return None
    missing, is_new = MissingPicture.objects.get_or_create(words=wanted, defaults={"last_at": now})
    if not is_new:
        MissingPicture.objects.filter(pk=missing.pk).update(times=F("times") + 1, last_at=now)
        missing.refresh_from_db()
    return missing
