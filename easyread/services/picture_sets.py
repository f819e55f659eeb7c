"""Bringing in a set of pictures from elsewhere: a folder and its list."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from easyread.models import Picture
from easyread.services.uploads import keep_image, wipe_image
from easyread.sets import SetLine, read_picture
from easyread.tidying import TidyPicture, UnusablePicture

LONGEST_SET_NAME = 40
_COPIED = ("name", "words", "author", "licence", "licence_url", "description")


class Became(StrEnum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "as it was"
    REFUSED = "refused"


@dataclass(frozen=True)
class Outcome:
    """What became of one line, and why when it was refused."""

    became: Became
    reason: str = ""


def bring_picture(*, line: SetLine, folder: Path, source: str, dry_run: bool) -> Outcome:
    """Add the picture of one line, or bring it up to date: all of it or nothing.

    ``source`` is the name of the set; a picture with this name in this set is the same picture.
    With ``dry_run`` only says what would happen.
    """
    picture = Picture(slug=set_slug(source, line.name), source=source)
    known = Picture.objects.filter(slug=picture.slug).select_related("image").first()
    if known is not None and known.source != source:
        return Outcome(Became.REFUSED, f"“{known.name}” of another set has this name already.")
    picture = known or picture
    before = [getattr(picture, field) for field in _COPIED]
    for field in _COPIED:
        setattr(picture, field, getattr(line, field))
    try:
        picture.clean_fields(exclude=["image"])
        file = read_picture(folder, line.file)
    except ValidationError as error:
        return Outcome(Became.REFUSED, _in_words(error))
    except UnusablePicture as error:
        return Outcome(Became.REFUSED, str(error))
    is_new_file = known is None or not _holds(known, file)
    if known and not is_new_file and before == [getattr(line, field) for field in _COPIED]:
        return Outcome(Became.UNCHANGED)
    if not dry_run:
        _keep(picture, file if is_new_file else None)
    return Outcome(Became.UPDATED if known else Became.ADDED)


def set_slug(source: str, name: str) -> str:
    """The slug of a set's picture; no two sets share one by chance of equal names."""
    return f"{slugify(source)[:14]}-{slugify(name)[:35]}".strip("-")


def _keep(picture: Picture, file: TidyPicture | None) -> None:
    old = picture.image
    with transaction.atomic():
        if file is not None:
            picture.image = keep_image(
                file, title=picture.name, description="", slug=picture.slug, by=None
            )
        picture.save()
        if file is not None and old is not None:
            wipe_image(old)


def _holds(picture: Picture, file: TidyPicture) -> bool:
    """Whether the picture's file has exactly these bytes."""
    if picture.image is None:
        return False
    try:
        with picture.image.file.open("rb") as stream:
            return bool(stream.read() == file.content)
    except OSError:
        return False


def _in_words(error: ValidationError) -> str:
    return " ".join(
        f"{field.replace('_', ' ').capitalize()}: {' '.join(messages)}"
        for field, messages in error.message_dict.items()
    )
