"""Public pages on who came to a board's meetings, and on visits between boards."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.rules.charts import attendance_chart
from boards.selectors import public_boards
from boards.selectors.attendance import attendance_figures, year_figures
from boards.selectors.visits import public_visits, visit_lines

PAGE_SIZE = 10


@require_safe
def attendance(request: HttpRequest, slug: str) -> HttpResponse:
    """How many came to the last twelve meetings: numbers only, nobody is named."""
    board = get_object_or_404(public_boards(), slug=slug)
    now = timezone.now()
    meetings = attendance_figures(board, now=now)
    context = {
        "board": board,
        "meetings": meetings,
        "year": year_figures(meetings, now=now),
        "chart": attendance_chart(meetings),
    }
    return render(request, "boards/attendance.html", context)


@require_safe
def visits(request: HttpRequest, slug: str) -> HttpResponse:
    """All visits that a board made or received, the latest first."""
    board = get_object_or_404(public_boards(), slug=slug)
    page = Paginator(public_visits(board), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "board": board,
        "page_of_visits": page,
        "lines": visit_lines(list(page.object_list), board=board),
    }
    return render(request, "boards/visits.html", context)
