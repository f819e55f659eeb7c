"""What strangers see: a page that is live, under pages that are live, with no restriction on the
way. Wagtail asks the page alone whether it is live: what stands below a page that was taken down
would stay public."""

from django.db.models import BooleanField, Q, Value
from wagtail.models import Page, PageViewRestriction

from easyread.page_lists import Pages


def outside_hidden_pages(*path_fields: str) -> Q:
    """Rows whose pages (``path_fields`` are their treebeard paths) stand in no branch that is
    hidden from strangers; one query.

    A restriction hides its own page too. Of a page that is not live only what stands below it is
    taken out: whether the page itself counts is for the caller to ask.
    """
    visible = Q()
    for path, with_itself in _hidden_branches():
        for field in path_fields:
            below = Q(**{f"{field}__startswith": path})
            visible &= ~(below if with_itself else below & ~Q(**{field: path}))
    return visible


def public_pages(pages: Pages) -> Pages:
    """Of these pages those that strangers may see."""
    return pages.live().filter(outside_hidden_pages("path"))


def _hidden_branches() -> list[tuple[str, bool]]:
    restricted = PageViewRestriction.objects.order_by().values_list(
        "page__path", Value(True, output_field=BooleanField())
    )
    taken_down = Page.objects.filter(live=False, numchild__gt=0, depth__gt=1)
    below = taken_down.order_by().values_list("path", Value(False, output_field=BooleanField()))
    return sorted(restricted.union(below))
