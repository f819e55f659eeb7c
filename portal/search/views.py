"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.search.selectors import search_everything

PAGE_SIZE = 20
LONGEST = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\x00", "")[:LONGEST]
    page = Paginator(search_everything(words=words), PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "search/search.html", {"words": words, "hits": page})
