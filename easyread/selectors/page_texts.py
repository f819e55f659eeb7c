"""What stands on the public pages of the site, as plain text."""

from collections.abc import Iterator
from typing import Any

from wagtail.models import Page, get_page_models
from wagtail.search import index

from easyread.visibility import public_pages

CHUNK = 100


def public_texts() -> Iterator[tuple[int, list[str]]]:
    """Of each page that strangers may read its key and its pieces of text.

    That is what the page type lets the search find (its ``search_fields``), as the search has it:
    without mark-up. Pages are read in chunks: ten thousand take no more memory than a hundred.
    """
    for model in get_page_models():
        if model is Page:
            continue
        fields = [each for each in model.search_fields if isinstance(each, index.SearchField)]
        pages = public_pages(model.objects.filter(depth__gt=1)).order_by("pk")
        for page in pages.iterator(chunk_size=CHUNK):
            yield page.pk, [text for field in fields for text in _texts(field.get_value(page))]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
