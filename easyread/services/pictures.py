"""Bringing pictures in."""

import csv
from pathlib import Path

from django.db import transaction

from easyread.models import Picture

PICTURES = Path(__file__).resolve().parent.parent / "pictures" / "pictures.csv"


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
