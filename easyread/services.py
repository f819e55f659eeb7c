"""Changing the world of easy read."""

import csv
import tomllib
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page

from easyread.enums import EasyReadProgress, Format
from easyread.models import EasyReadPage, FormatRequest, GlossaryTerm, Picture

HERE = Path(__file__).resolve().parent
PICTURES = HERE / "pictures" / "pictures.csv"
JARGON = HERE / "texts" / "jargon.toml"


@transaction.atomic
def load_pictures(*, table: Path = PICTURES) -> int:
    """Bring in the product's own pictures; again does no harm. Returns how many there are.

    ``table`` has the columns slug, name, words, source, openmoji, author, licence, licence_url.
    """
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    pictures = [
        Picture(
            slug=row["slug"],
            name=row["name"],
            words=row["words"],
            source=row["source"],
            static_file=f"pictures/{row['slug']}.svg",
            author=row["author"],
            licence=row["licence"],
            licence_url=row["licence_url"],
        )
        for row in rows
    ]
    Picture.objects.bulk_create(
        pictures,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=[
            "name",
            "words",
            "source",
            "static_file",
            "author",
            "licence",
            "licence_url",
        ],
    )
    return len(pictures)


@transaction.atomic
def load_jargon(*, table: Path = JARGON) -> int:
    """Bring in the starter jargon buster where a word is not explained yet."""
    terms = tomllib.loads(table.read_text(encoding="utf-8"))["terms"]
    pictures = dict(Picture.objects.values_list("slug", "pk"))
    GlossaryTerm.objects.bulk_create(
        [
            GlossaryTerm(
                word=term["word"],
                slug=slugify(term["word"]),
                forms="; ".join(term.get("forms", [])),
                explanation=term["explanation"],
                picture_id=pictures.get(term.get("picture", "")),
            )
            for term in terms
        ],
        ignore_conflicts=True,
    )
    return len(terms)


def ask_for_format(*, page: Page, format: Format, contact: str, now: datetime) -> FormatRequest:
    """Keep a reader's wish for another format of ``page``."""
    return FormatRequest.objects.create(page=page, format=format, contact=contact, asked_at=now)


def note_original(*, easy_read: EasyReadPage) -> None:
    """Remember from which text a published easy read was made: the one that is public now.

    When the original is published again later, the easy read says by itself that it is older.
    Whoever publishes says that it is ready.
    """
    published = easy_read.get_parent().last_published_at
    page = EasyReadPage.objects.filter(pk=easy_read.pk)
    page.update(original_published_at=published)
    page.filter(progress=EasyReadProgress.IN_PREPARATION).update(progress=EasyReadProgress.READY)


def take_easy_read_down(*, original: Page) -> None:
    """What is no longer public is not public in easy words either."""
    for easy_read in EasyReadPage.objects.child_of(original).live():
        easy_read.unpublish()
