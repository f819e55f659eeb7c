"""Pictures that writers bring themselves."""

import hashlib

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from wagtail.images import get_image_model
from wagtail.images.models import AbstractImage
from wagtail.models import Collection

from easyread.accounts import Account
from easyread.models import Picture
from easyread.models.pictures import PUBLIC_FOLDER
from easyread.tidying import TidyPicture

COLLECTION = "Pictures of easy reads"


@transaction.atomic
def upload_picture(
    *,
    file: TidyPicture,
    name: str,
    description: str,
    words: str,
    author: str,
    licence: str,
    uploaded_by: Account,
) -> Picture:
    """Keep a writer's picture, for all writers.

    Its image goes into a collection of its own, for which nobody needs permissions.
    """
    slug = free_slug(name)
    image = keep_image(file, title=name, description=description, slug=slug, by=uploaded_by)
    return Picture.objects.create(
        slug=slug,
        name=name,
        words=words,
        description=description,
        image=image,
        author=author,
        licence=licence,
    )


def keep_image(
    file: TidyPicture, *, title: str, description: str, slug: str, by: Account | None
) -> AbstractImage:
    """Make Wagtail's image of the file."""
    return get_image_model().objects.create(
        title=title,
        description=description,
        collection=_collection(),
        uploaded_by_user=by,
        file=_stored(file.content, f"{slug}.{file.ending}"),
        file_size=len(file.content),
        file_hash=hashlib.sha1(file.content, usedforsecurity=False).hexdigest(),
    )


def _stored(content: bytes, name: str) -> str:
    """Put the file where readers may have it: Wagtail's originals are not served to them."""
    storage = get_image_model()._meta.get_field("file").storage
    return str(storage.save(f"{PUBLIC_FOLDER}{name}", ContentFile(content)))


def free_slug(name: str) -> str:
    """A slug that no picture has; with letters by chance where the plain one is taken."""
    plain = slugify(name)[:40].strip("-") or "picture"
    if not Picture.objects.filter(slug=plain).exists():
        return plain
    return f"{plain}-{get_random_string(6, 'abcdefghjkmnpqrstuvwxyz23456789')}"


def _collection() -> Collection:
    found = Collection.objects.filter(name=COLLECTION, depth=2).first()
    if found is None:
        found = Collection.get_first_root_node().add_child(name=COLLECTION)
    return found


def forget_image(picture: Picture) -> None:
    """After a picture went: its file goes too, unless it came from Wagtail's own images."""
    image = picture.image
    if image is None or not image.file.name.startswith(PUBLIC_FOLDER):
        return
    if not Picture.objects.filter(image=image).exists():
        wipe_image(image)


def wipe_image(image: AbstractImage) -> None:
    """Take an image away that no picture has any more; its file goes with it on commit."""
    image.delete()
