"""The guarded ways in: who may not see a page gets 404."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from easyread.models import EasyReadPage
from easyread.permissions import can_edit_easy_read, can_make_easy_read


def original_or_404(request: HttpRequest, page_id: int) -> Any:
    """The page, as what it is, of which the reader of this screen may make an easy read."""
    page = get_object_or_404(Page, pk=page_id)
    if not can_make_easy_read(request.user, page):
        raise Http404
    return page.specific


def easy_read_or_404(request: HttpRequest, page_id: int) -> EasyReadPage:
    easy_read = get_object_or_404(EasyReadPage.objects.select_related("record"), pk=page_id)
    if not can_edit_easy_read(request.user, easy_read):
        raise Http404
    return easy_read
