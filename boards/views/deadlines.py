"""How punctual the boards are, for everyone."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.selectors.deadlines import boards_on_time, punctuality

PAGE_SIZE = 20


@require_safe
def on_time(request: HttpRequest) -> HttpResponse:
    """Each board's figures of the last year, with the reasons for what came late."""
    page = Paginator(boards_on_time(), PAGE_SIZE).get_page(request.GET.get("page"))
    figures = punctuality(list(page.object_list), today=timezone.localdate())
    return render(request, "boards/on_time.html", {"boards": figures, "page_of_boards": page})
