"""Telling of visits between boards."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from boards import services
from boards.forms.visits import VisitForm
from boards.selectors.visits import boards_to_visit, visit_lines, visits_of
from boards.views.admin.access import board_or_404
from easyread.accounts import account_of

PAGE_SIZE = 20


@require_safe
def visits(request: HttpRequest, board_id: int) -> HttpResponse:
    """The board's visits, to be corrected or removed."""
    board = board_or_404(request, board_id)
    page = Paginator(visits_of(board), PAGE_SIZE).get_page(request.GET.get("p"))
    context = {
        "board": board,
        "page": page,
        "lines": visit_lines(list(page.object_list), board=board),
    }
    return render(request, "boards/admin/visits.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new_visit(request: HttpRequest, board_id: int) -> HttpResponse:
    """Tell of a visit."""
    board = board_or_404(request, board_id)
    now = timezone.now()
    form = VisitForm(
        request.POST or None,
        board=board,
        others=boards_to_visit(board, teller=request.user),
        now=now,
    )
    if request.method == "POST" and form.is_valid():
        services.tell_visit(
            **form.told(), told_by=account_of(request), today=timezone.localdate(now)
        )
        messages.success(request, "Thank you. Everyone can read it now, on both boards' pages.")
        return redirect("boards_admin:visits", board.pk)
    return render(request, "boards/admin/visit.html", {"board": board, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def visit(request: HttpRequest, board_id: int, visit_id: int) -> HttpResponse:
    """Correct what was told of a visit."""
    board = board_or_404(request, board_id)
    found = get_object_or_404(visits_of(board), pk=visit_id)
    others = boards_to_visit(board, teller=request.user, told=found)
    now = timezone.now()
    form = VisitForm(request.POST or None, board=board, others=others, now=now, visit=found)
    if request.method == "POST" and form.is_valid():
        services.correct_visit(visit=found, **form.told(), today=timezone.localdate(now))
        messages.success(request, "It is put right for everyone to read.")
        return redirect("boards_admin:visits", board.pk)
    context = {"board": board, "form": form, "visit": found}
    return render(request, "boards/admin/visit.html", context)


@require_POST
def remove(request: HttpRequest, board_id: int, visit_id: int) -> HttpResponse:
    """Take a visit off both boards' pages."""
    board = board_or_404(request, board_id)
    services.remove_visit(visit=get_object_or_404(visits_of(board), pk=visit_id))
    messages.success(request, "The visit is removed from both boards' pages.")
    return redirect("boards_admin:visits", board.pk)
