"""The admin's screens for pictures and the jargon buster."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from easyread.models import AllowedWord, GlossaryTerm, Picture
from easyread.permissions import (
    can_edit_glossary,
    can_see_every_easy_read,
    can_see_missing_pictures,
    can_write_easy_reads,
)
from easyread.views.admin.choosers import PictureChooserViewSet
from easyread.views.admin.terms import DeleteTermView, ExplainWordView


class PictureViewSet(SnippetViewSet):
    model = Picture
    icon = "image"
    chooser_viewset_class = PictureChooserViewSet
    chooser_per_page = 40
    list_display = ["name", "words", "source", "licence"]
    list_per_page = 50
    ordering = ["name", "pk"]


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Jargon buster"
    add_view_class = ExplainWordView
    delete_view_class = DeleteTermView
    list_display = ["word", "explanation", Column("pages_using", label="Pages using it")]
    list_per_page = 50
    ordering = ["word", "pk"]


class AllowedWordViewSet(SnippetViewSet):
    model = AllowedWord
    icon = "check"
    menu_label = "Words everybody knows"
    list_display = ["word", "why"]
    list_per_page = 50
    ordering = ["word", "pk"]


class ReportItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_write_easy_reads(request.user) or can_see_every_easy_read(request.user)


class MissingPicturesItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_see_missing_pictures(request.user)


class WordsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return can_edit_glossary(request.user)


class EasyReadGroup(SnippetViewSetGroup):
    items = (PictureViewSet, GlossaryViewSet, AllowedWordViewSet)
    menu_label = "Easy read"
    menu_icon = "image"
    menu_order = 300

    def get_submenu_items(self) -> list[MenuItem]:
        """Also what is no list of snippets."""
        return [
            ReportItem("All easy reads", reverse("easyread_admin:report"), order=1),
            WordsItem("Hard words in use", reverse("easyread_admin:words"), order=250),
            *super().get_submenu_items(),
            MissingPicturesItem(
                "Pictures that were looked for and not found",
                reverse("easyread_admin:missing_pictures"),
                icon_name="image",
                order=900,
            ),
        ]
