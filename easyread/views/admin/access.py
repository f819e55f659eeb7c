"""The guarded ways in: who may not see a page gets 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from easyread.models import EasyReadablePage, EasyReadPage
from easyread.permissions import easy_reads_edited_by, originals_explained_by


def original_or_404(request: HttpRequest, page_id: int) -> EasyReadablePage:
    """The page, as what it is, of which the reader of this screen may make an easy read."""
    return get_object_or_404(originals_explained_by(request.user), pk=page_id).specific


def easy_read_or_404(request: HttpRequest, page_id: int) -> EasyReadPage:
    return get_object_or_404(easy_reads_edited_by(request.user), pk=page_id)
