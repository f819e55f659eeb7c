"""How punctual the boards are, for everyone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.selectors.clock import boards_on_time


@require_safe
def on_time(request: HttpRequest) -> HttpResponse:
    """Each board's figures of the last year, with the reasons for what came late."""
    boards = boards_on_time(today=timezone.localdate())
    return render(request, "boards/on_time.html", {"boards": boards})
