"""Agendas."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from boards.blocks import AgendaBlock
from easyread.fields import DocumentField
from easyread.models import EasyReadablePage


class AgendaPage(EasyReadablePage):
    """What a meeting will deal with, in order."""

    parent_page_types = ["boards.MeetingPage"]
    subpage_types = ["easyread.EasyReadPage"]
    max_count_per_parent = 1
    page_description = "The items of a meeting, with their papers."
    template = "boards/agenda_page.html"

    items: Any = DocumentField(AgendaBlock(), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("items")]
    search_fields = [*Page.search_fields, index.SearchField("items")]

    class Meta:
        verbose_name = "agenda"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from boards import selectors

        context = super().get_context(request, *args, **kwargs)
        context["view"] = selectors.agenda_view(self, now=timezone.now())
        return context
