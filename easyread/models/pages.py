"""The pages of easy read, and what any page needs to have one."""

from typing import Any, ClassVar

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageManager, Revision
from wagtail.search import index

from easyread.accounts import Account
from easyread.blocks.easy import EasyReadBlock
from easyread.fields import DocumentField
from easyread.outline import Opening, SourceIdea
from easyread.page_lists import PageLists, PageQuerySet
from easyread.panels import WritingPanel
from easyread.publishing import Publication, publish
from easyread.reach import ReachCheckedPageForm
from easyread.tree import upper_path


class ContentPage(Page):
    """What every public page has: its way back up, a form that names nothing foreign, and one
    verb by which it is published."""

    objects: ClassVar[PageLists]  # Wagtail's own, with types
    base_form_class = ReachCheckedPageForm

    class Meta:
        abstract = True

    def publish(self, revision: Revision, user: Account | None = None, **details: Any) -> None:
        """Where Wagtail's own ways of publishing end."""
        by = user or get_active_log_context().user or revision.user
        details = {"user": user, "skip_permission_checks": False, **details}
        publish(Publication(revision, now=timezone.now(), by=by, wagtails=details))

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        """What stands below a page that is not public is not public (`easyread.visibility`)."""
        if path_components and not self.live:
            raise Http404
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from easyread import selectors

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = selectors.way_up(self)
        return context


class EasyReadablePage(ContentPage):
    """A page of which there can be an easy read: the switch at its top knows where that is."""

    class Meta:
        abstract = True

    def easy_read_source(self) -> list[SourceIdea]:
        """The ideas of this page in their order, from which an easy read of it is made.

        A page that says nothing here gives an empty start, and never looks out of date.
        """
        return []

    def easy_read_opening(self) -> Opening:
        """Who speaks, about what, when and where: the first ideas of its easy read."""
        return Opening()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from easyread import selectors

        context = super().get_context(request, *args, **kwargs)
        context["easy_read"] = selectors.easy_read_of(self)
        return context


class EasyReadPageQuerySet(PageQuerySet["EasyReadPage"]):
    def of_pages(self, paths: list[str]) -> "EasyReadPageQuerySet":
        """The easy reads of the pages with these treebeard paths, each with ``parent_path``."""
        return self.with_parent_path().filter(parent_path__in=paths)

    def with_parent_path(self) -> "EasyReadPageQuerySet":
        """Each with ``parent_path``, the treebeard path of what it explains."""
        return self.annotate(parent_path=upper_path())


class EasyReadPage(ContentPage):
    """An easy read of the page it stands under: pictures left, words right."""

    parent_page_types = settings.EASYREAD_PARENT_PAGE_TYPES
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = "The same in short sentences, with a picture for each idea."
    template = "easyread/easy_read_page.html"

    body: Any = DocumentField(EasyReadBlock(), blank=True, verbose_name="Ideas, one a row")

    objects: ClassVar[EasyReadPageQuerySet] = PageManager.from_queryset(EasyReadPageQuerySet)()

    content_panels = [
        *Page.content_panels,
        WritingPanel(heading="How it is going"),
        FieldPanel("body", classname="easy-rows"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "easy read"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from easyread import selectors

        context = super().get_context(request, *args, **kwargs)
        original = self.get_parent()
        context["original"] = original
        # What is printed or read by programs holds the portal's own address.
        context["address"] = f"{settings.PUBLIC_URL}{self.get_url() or ''}"
        context["full_address"] = f"{settings.PUBLIC_URL}{original.get_url() or ''}"
        context["view"] = selectors.easy_read_view(self)
        context["files"] = selectors.files_note(self)
        shown = selectors.ideas_shown(self, request.GET.get("idea"))
        context["shown"] = shown
        # A row that explains a word, alone on the screen, needs no list that says it again.
        listed = selectors.terms_in if shown.idea else selectors.words_listed
        context["hard_words"] = listed(shown.blocks)
        return context
