"""Public pages of matters that boards pass on."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.forms.matters import MatterFilterForm
from boards.selectors.matters import (
    boards_with_matters,
    days_waiting,
    filtered_matters,
    public_matters,
    public_meeting,
)

PAGE_SIZE = 20


@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    """All matters, those that wait for an answer first."""
    form = MatterFilterForm(request.GET, boards=boards_with_matters())
    wanted = form.wanted()
    page = Paginator(filtered_matters(board=wanted), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page_of_matters": page,
        "is_filtered": bool(request.GET.get("board")),
    }
    return render(request, "boards/matters.html", context)


@require_safe
def matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    """One matter with its answer, or since when it waits: the address never changes."""
    found = get_object_or_404(public_matters(), pk=matter_id)
    context = {
        "matter": found,
        "meeting": public_meeting(found),
        "days": days_waiting(found, timezone.localdate()),
    }
    return render(request, "boards/matter.html", context)
