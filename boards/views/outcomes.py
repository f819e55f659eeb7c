"""“You said, we did”: what came of all that was agreed."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from boards.forms import BoardFilterForm
from boards.selectors import public_boards
from boards.selectors.outcomes import outcomes

PAGE_SIZE = 12


@require_safe
def you_said_we_did(request: HttpRequest) -> HttpResponse:
    """All outcomes of all boards, the newest first."""
    boards = list(public_boards().only("slug", "title"))
    form = BoardFilterForm(request.GET, boards=boards)
    slug = form.chosen()
    page = Paginator(outcomes(board=slug), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "board": next((board for board in boards if board.slug == slug), None),
        "page_of_outcomes": page,
    }
    return render(request, "boards/you_said_we_did.html", context)
