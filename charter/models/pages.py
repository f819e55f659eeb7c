"""The public page of a charter."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from easyread.models import ContentPage


class CharterPage(ContentPage):
    """The public page of the charter: the principles and who has signed."""

    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count = 1
    page_description = "The charter, its principles, and which boards have signed."
    template = "charter/charter_page.html"

    introduction = models.TextField(blank=True)
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    search_fields = [*Page.search_fields, index.SearchField("introduction")]

    class Meta:
        verbose_name = "charter page"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from charter import selectors

        context = super().get_context(request, *args, **kwargs)
        context["view"] = selectors.public_charter(today=timezone.localdate())
        return context
