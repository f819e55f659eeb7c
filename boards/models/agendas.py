"""Agendas."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from boards.blocks import AgendaBlock
from boards.models.items import NumberedItems
from boards.outlines import opening_of_agenda, outline_of_agenda
from boards.page_form import BoardsPageForm
from easyread.fields import DocumentField
from easyread.models import EasyReadablePage
from easyread.outline import Opening, SourceIdea


class AgendaPage(NumberedItems, EasyReadablePage):
    """What a meeting will deal with, in order."""

    parent_page_types = ["boards.MeetingPage"]
    subpage_types = ["easyread.EasyReadPage"]
    max_count_per_parent = 1
    page_description = "The items of a meeting, with their papers."
    template = "boards/agenda_page.html"

    items: Any = DocumentField(AgendaBlock(), blank=True)
    base_form_class = BoardsPageForm  # until `boards.apps` is ready

    # Its address follows from the meeting and never moves: nothing is asked about it.
    promote_panels: list[Any] = []
    content_panels = [FieldPanel("title", classname="title"), FieldPanel("items")]
    search_fields = [*Page.search_fields, index.SearchField("items")]

    class Meta:
        verbose_name = "agenda"

    def easy_read_source(self) -> list[SourceIdea]:
        return outline_of_agenda(self.items)

    def easy_read_opening(self) -> Opening:
        from boards import selectors

        meeting = selectors.meeting_of(self)
        board = selectors.board_of(meeting)
        return opening_of_agenda(board.title, meeting.starts_at, meeting.ends_at, meeting.place)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from boards import selectors

        context = super().get_context(request, *args, **kwargs)
        context["view"] = selectors.agenda_view(
            self, now=timezone.now(), reader=getattr(request, "user", None)
        )
        return context
