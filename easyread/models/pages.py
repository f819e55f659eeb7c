"""The pages of easy read, and what any page needs to have one."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Left, Length
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from easyread.blocks.easy import EasyReadBlock
from easyread.enums import EasyReadProgress
from easyread.fields import DocumentField


class ContentPage(Page):
    """What every public page has: its way back up."""

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from easyread import selectors

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = selectors.way_up(self)
        return context


class EasyReadablePage(ContentPage):
    """A page of which there can be an easy read: the switch at its top knows where that is."""

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from easyread import selectors

        context = super().get_context(request, *args, **kwargs)
        context["easy_read"] = selectors.easy_read_of(self)
        return context


class EasyReadPageQuerySet(PageQuerySet):
    def of_pages(self, paths: list[str]) -> "EasyReadPageQuerySet":
        """The easy reads of the pages with these treebeard paths, each with ``parent_path``."""
        return self.annotate(parent_path=Left("path", Length("path") - Page.steplen)).filter(
            parent_path__in=paths
        )


class EasyReadPage(ContentPage):
    """An easy read of the page it stands under: pictures left, words right."""

    parent_page_types = settings.EASYREAD_PARENT_PAGE_TYPES
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = "The same in short sentences, with a picture for each idea."
    template = "easyread/easy_read_page.html"

    body: Any = DocumentField(EasyReadBlock(), blank=True, verbose_name="Ideas, one a row")
    progress = models.CharField(
        max_length=20, choices=EasyReadProgress.choices, default=EasyReadProgress.IN_PREPARATION
    )
    readers = models.CharField(
        max_length=200,
        blank=True,
        help_text="Who checked it: names or initials, as they wish. Needed for “checked”.",
    )
    checked_on = models.DateField(null=True, blank=True)
    original_published_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="When the text that this was made from was published",
    )

    objects = PageManager.from_queryset(EasyReadPageQuerySet)()

    content_panels = [
        *Page.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("progress"), FieldPanel("readers"), FieldPanel("checked_on")],
            heading="How far it is",
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "easy read"
        constraints = [
            models.CheckConstraint(
                name="easy_read_checked_says_by_whom",
                condition=~models.Q(progress=EasyReadProgress.CHECKED)
                | (~models.Q(readers="") & models.Q(checked_on__isnull=False)),
                violation_error_message=(
                    "To say “checked by readers”, write who checked it and on which day."
                ),
            ),
            models.CheckConstraint(
                name="easy_read_progress_known",
                condition=models.Q(progress__in=EasyReadProgress.values),
                violation_error_message="Choose how far the easy read is.",
            ),
        ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from easyread import selectors

        context = super().get_context(request, *args, **kwargs)
        original = self.get_parent()
        context["original"] = original
        context["out_of_date"] = selectors.is_out_of_date(self, original)
        return context
