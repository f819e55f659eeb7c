"""How the boards do with easy read, for everyone."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards import selectors
from boards.rules.charts import easy_read_chart
from boards.selectors.easy_read_figures import parity

PAGE_SIZE = 20


@require_safe
def easy_reads(request: HttpRequest) -> HttpResponse:
    """Each figure by itself, for all boards and for each; then what has no easy read yet."""
    found = parity(now=timezone.now())
    page = Paginator(found.missing, PAGE_SIZE).get_page(request.GET.get("page"))
    pages = selectors.pages_of_originals(list(page))
    titles = {each.board.pk: each.board.title for each in found.boards}
    kinds = [("Minutes", found.together.minutes), ("Agendas", found.together.agendas)]
    context = {
        "parity": found,
        "kinds": kinds,
        "chart": easy_read_chart(kinds),
        "page_of_missing": page,
        "missing": [
            (one, pages[one.pk], titles.get(one.board, "")) for one in page if one.pk in pages
        ],
    }
    return render(request, "boards/easy_reads.html", context)
