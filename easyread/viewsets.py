"""The admin's screens for pictures, the jargon buster and what readers ask for."""

from typing import Any

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from easyread.models import FormatRequest, GlossaryTerm, Picture


class PictureViewSet(SnippetViewSet):
    model = Picture
    icon = "image"
    list_display = ["name", "words", "source", "licence"]
    list_per_page = 50
    ordering = ["name", "pk"]


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Jargon buster"
    list_display = ["word", "explanation"]
    list_per_page = 50
    ordering = ["word", "pk"]


class FormatRequestViewSet(SnippetViewSet):
    model = FormatRequest
    icon = "help"
    menu_label = "Asked for"
    list_display = ["page", "format", "contact", "asked_at", "answered_at"]
    list_filter = ["format"]
    ordering = ["-asked_at", "-pk"]
    form_fields = ["answered_at"]

    def get_queryset(self, request: Any) -> Any:
        return FormatRequest.objects.select_related("page").order_by("-asked_at", "-pk")


class EasyReadGroup(SnippetViewSetGroup):
    items = (PictureViewSet, GlossaryViewSet, FormatRequestViewSet)
    menu_label = "Easy read"
    menu_icon = "image"
    menu_order = 300
