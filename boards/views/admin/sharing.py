"""Sharing papers with other boards."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards import services
from boards.forms.sharing import SharePaperForm
from boards.selectors.sharing import boards_to_share_with, own_papers, with_shares
from boards.views.admin.access import board_or_404
from easyread.accounts import account_of

PAGE_SIZE = 20


@require_safe
def papers(request: HttpRequest, board_id: int) -> HttpResponse:
    """The board's papers, each with the boards that may use it too."""
    board = board_or_404(request, board_id)
    page = Paginator(own_papers(board), PAGE_SIZE).get_page(request.GET.get("p"))
    context = {"board": board, "page": page, "lines": with_shares(list(page.object_list))}
    return render(request, "boards/admin/papers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, board_id: int, paper_id: int) -> HttpResponse:
    """Say which other boards may use a paper."""
    board = board_or_404(request, board_id)
    paper = get_object_or_404(own_papers(board), pk=paper_id)
    shared = list(paper.shares.values_list("board_id", flat=True))
    form = SharePaperForm(
        request.POST if request.method == "POST" else None,
        boards=boards_to_share_with(board, paper),
        initial={"boards": [str(pk) for pk in shared]},
    )
    if request.method == "POST" and form.is_valid():
        services.share_paper(
            paper=paper, boards=form.chosen(), shared_by=account_of(request), now=timezone.now()
        )
        messages.success(request, f"It is kept which boards may use “{paper.title}”.")
        return redirect("boards_admin:papers", board.pk)
    context = {"board": board, "paper": paper, "form": form}
    return render(request, "boards/admin/share_paper.html", context)
