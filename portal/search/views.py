"""The search page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.search.selectors import hits, search_everything

PAGE_SIZE = 20
LONGEST = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\x00", "")[:LONGEST]
    found = search_everything(words=words)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"words": words, "found": page, "hits": hits(list(page.object_list))}
    return render(request, "search/search.html", context)
