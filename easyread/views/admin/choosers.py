"""The window in which writers choose, keep and bring pictures."""

from typing import Any

from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views import View
from django.views.generic.base import ContextMixin
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
    SnippetCreateView,
)

from easyread import selectors, services
from easyread.accounts import account_of
from easyread.finding import LONGEST_SEARCH
from easyread.models import Picture
from easyread.permissions import can_choose_pictures, pictures_named_by
from easyread.picture_forms import PictureUploadForm
from easyread.selectors.pictures import pictures_numbered
from easyread.widgets import PictureChooser

LONGEST_KEY = 9  # digits, as in addresses
MOST_FOUND = 120


class ForWriters(View):
    """404 for those who may not choose pictures."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not can_choose_pictures(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class Shelf(ContextMixin, ForWriters):
    """The pictures of the window: those found, or all of them, page by page."""

    columns: list[Any] = []
    results_template_name = "easyread/admin/found_pictures.html"
    paginator_class: Any
    per_page: Any = 40

    def can_create(self) -> bool:
        return True  # whoever may choose pictures may bring some

    @property
    def words(self) -> str:
        return " ".join(self.request.GET.get("q", "").replace("\0", "").split())[:LONGEST_SEARCH]

    def get_results_page(self, request: HttpRequest) -> Any:
        objects: Any = selectors.pictures_most_used_first()
        if self.words:
            objects = selectors.find_pictures(self.words, limit=MOST_FOUND)
        self.paginator: Any = self.paginator_class(objects, per_page=self.per_page)
        try:
            return self.paginator.page(request.GET.get("p", 1))
        except InvalidPage as error:
            raise Http404 from error

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            **context,
            "words": self.words,
            "kept": selectors.keys_of_favourites(account_of(self.request)),
        }


class PictureChooseView(Shelf, ChooseView):
    """The whole window with its four tabs."""

    template_name = "easyread/admin/picture_window.html"
    creation_form_template_name = "easyread/admin/upload_picture.html"
    creation_tab_id = "upload"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "recent": selectors.recent_pictures(account_of(self.request)),
            "favourites": selectors.favourite_pictures(account_of(self.request)),
        }


class PictureResultsView(Shelf, ChooseResultsView):
    """Only the pictures that a search found."""


class _Told:
    """What the editor's script is told of a picture that was chosen."""

    def get_chosen_response_data(self, item: Picture) -> dict[str, Any]:
        return {"id": str(item.pk), "string": item.name, "url": item.url}


class PictureChosenView(_Told, ForWriters, SnippetChosenView):
    def get_object(self, pk: str) -> Picture:
        if not _is_key(pk):
            raise Http404
        return pictures_named_by(account_of(self.request)).select_related("image").get(pk=int(pk))


class PicturesChosenView(_Told, ForWriters, SnippetChosenMultipleView):
    def get_objects(self, pks: list[str]) -> Any:
        return pictures_numbered([int(pk) for pk in pks if _is_key(pk)])


class PictureUploadView(_Told, ForWriters, SnippetCreateView):
    """Takes a writer's own picture; whatever is wrong with it, what was typed stays."""

    creation_form_template_name = "easyread/admin/upload_picture.html"
    creation_tab_id = "upload"

    def can_create(self) -> bool:
        return True

    def save_form(self, form: PictureUploadForm) -> Picture:
        return services.upload_picture(**form.told(), uploaded_by=account_of(self.request))


def _is_key(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= LONGEST_KEY


class PictureChooserViewSet(SnippetChooserViewSet):
    """Our window in the place of Wagtail's plain list."""

    page_title = "Choose a picture"
    choose_one_text = "Choose a picture"
    choose_another_text = "Choose another picture"
    search_tab_label = "All pictures"
    creation_tab_label = "Bring your own"
    create_action_label = "Keep and choose this picture"
    create_action_clicked_label = "Being kept…"
    creation_form_class = PictureUploadForm
    choose_view_class = PictureChooseView
    choose_results_view_class = PictureResultsView
    chosen_view_class = PictureChosenView
    chosen_multiple_view_class = PicturesChosenView
    create_view_class = PictureUploadView
    base_widget_class = PictureChooser
