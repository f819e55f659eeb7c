"""Every picture with its author and licence: the attribution that the licences ask for."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread import selectors
from easyread.finding import LONGEST_SEARCH

PICTURES_A_PAGE = 60
MOST_FOUND = 300


@require_safe
def pictures(request: HttpRequest) -> HttpResponse:
    """All pictures from A to Z, or those found for ``?q=``, page by page."""
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST_SEARCH]
    found: Any = selectors.all_pictures()
    if words:
        found = selectors.find_pictures(words, limit=MOST_FOUND)
    context = {
        "words": words,
        "page": Paginator(found, PICTURES_A_PAGE).get_page(request.GET.get("page")),
        "licences": selectors.licences_of_pictures(),
    }
    return render(request, "easyread/pictures.html", context)
