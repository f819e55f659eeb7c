"""Wagtail's lists of pages, with the types that Wagtail does not ship."""

from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.db.models import Q, QuerySet
from wagtail.models import Page

Kind = TypeVar("Kind", bound=Page)

if TYPE_CHECKING:

    class PageQuerySet(QuerySet[Kind]):
        """What of Wagtail's own is asked here."""

        def live(self) -> Self: ...
        def child_of(self, other: Page) -> Self: ...
        def child_of_q(self, other: Page) -> Q: ...
        def parent_of(self, other: Page) -> Self: ...
        def ancestor_of(self, other: Page, inclusive: bool = False) -> Self: ...
        def descendant_of(self, other: Page, inclusive: bool = False) -> Self: ...
        def not_descendant_of(self, other: Page, inclusive: bool = False) -> Self: ...
        def defer_streamfields(self) -> Self: ...

    class PageLists:
        """The manager of a kind of page, which has the same verbs as its lists."""

        def __get__(self, page: None, kind: type[Kind]) -> PageQuerySet[Kind]: ...

else:
    from wagtail.query import PageQuerySet

    PageLists = PageQuerySet

Pages = TypeVar("Pages", bound=PageQuerySet[Any])

__all__ = ["Kind", "PageLists", "PageQuerySet", "Pages"]
