"""Putting many pages into the tree at once.

``add_child`` costs 20–40 ms a page. Here the rows of the page table and those of the page type's
own table are written in batches. No signal is sent and nothing is indexed: the caller brings the
search index up to date afterwards.
"""

from collections import defaultdict
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import sql
from django.utils.text import slugify
from wagtail.models import Locale, Page

from easyread.tree import STEP

BATCH = 200


def insert_pages(pairs: list[tuple[Page, Page]], *, published_at: list[datetime | None]) -> None:
    """Insert ``(parent, page)`` pairs, all pages of one type, in order.

    ``published_at`` has a moment for each public page and None for each draft. Parents must be
    saved; their ``numchild`` is kept right.
    """
    if not pairs:
        return
    model = type(pairs[0][1])
    content_type = ContentType.objects.get_for_model(model)
    locale = Locale.get_default()
    children: dict[int, int] = defaultdict(int)
    parents = {parent.pk: parent for parent, _ in pairs}
    for (parent, page), moment in zip(pairs, published_at, strict=True):
        children[parent.pk] += 1
        place = Page._int2str(parent.numchild + children[parent.pk])
        page.path = parent.path + place.rjust(STEP, Page.alphabet[0])
        page.depth = parent.depth + 1
        page.slug = page.slug or slugify(page.title)[:60]
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.content_type = content_type
        page.locale = locale
        page.draft_title = page.title
        page.live = moment is not None
        page.has_unpublished_changes = moment is None
        page.first_published_at = page.last_published_at = moment
    _insert_page_rows([page for _, page in pairs])
    _insert_type_rows(model, [page for _, page in pairs])
    for pk, number in children.items():
        parents[pk].numchild += number
    Page.objects.bulk_update(
        [Page(pk=parent.pk, numchild=parent.numchild) for parent in parents.values()],
        ["numchild"],
        batch_size=BATCH,
    )


def _insert_page_rows(pages: list[Page]) -> None:
    names = [field.attname for field in Page._meta.local_concrete_fields if not field.primary_key]
    rows = [Page(**{name: getattr(page, name) for name in names}) for page in pages]
    Page.objects.bulk_create(rows, batch_size=BATCH)
    for page, row in zip(pages, rows, strict=True):
        page.pk = page.id = page.page_ptr_id = row.pk
        page._state.adding = False
        page._state.db = row._state.db


def _insert_type_rows(model: type[models.Model], pages: list[Page]) -> None:
    fields = model._meta.local_concrete_fields
    for start in range(0, len(pages), BATCH):
        query = sql.InsertQuery(model)
        query.insert_values(fields, pages[start : start + BATCH], raw=False)
        query.get_compiler(connection=connection).execute_sql()
