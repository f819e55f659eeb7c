"""Who is on the boards, for those who look after them and for officers."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards import permissions
from boards.selectors.succession import ORDERS, boards_with_people

PAGE_SIZE = 20


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Empty seats, terms that end within six months, attendance: of one's own boards; of all for
    officers."""
    order = request.GET.get("order", "")
    boards = list(permissions.boards_read_by(request.user))
    own = set(permissions.boards_looked_after_by(request.user).values_list("pk", flat=True))
    found = boards_with_people(boards, order=order, now=timezone.now())
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "rows": list(page.object_list),
        "own": own,
        "order": order if order in ORDERS else next(iter(ORDERS)),
        "orders": [(name, each.label) for name, each in ORDERS.items()],
        "today": timezone.localdate(),
    }
    return render(request, "boards/admin/people.html", context)
