"""The web archive of editions, and the way out of a list."""

import uuid

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from boards.enums import BoardKind
from boards.models import BoardPage
from portal.digests import selectors, services
from portal.digests.enums import SubscriberState
from portal.digests.items import DigestContent

PAGE_SIZE = 20


@require_safe
def archive(request: HttpRequest) -> HttpResponse:
    editions = selectors.editions_in_archive().defer("content")
    page = Paginator(editions, PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "digests/archive.html", {"editions": page})


def on_board_page(board: BoardPage) -> dict[str, str] | None:
    """The page of the senate leads to its digests."""
    return {} if board.kind == BoardKind.SENATE else None


@require_safe
def edition(request: HttpRequest, slug: str, edition_id: int) -> HttpResponse:
    found = get_object_or_404(selectors.editions_in_archive(), pk=edition_id, list__slug=slug)
    context = {"edition": found, "content": DigestContent.from_json(found.content)}
    return render(request, "digests/edition.html", context)


@csrf_exempt  # RFC 8058: a mail program posts here without cookies; the token is the proof
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """GET asks, POST leaves: a mail scanner that follows links takes nobody off a list."""
    subscriber = get_object_or_404(selectors.subscribers_known_by_link(), token=token)
    if request.method == "POST":
        services.leave(subscriber=subscriber)
        subscriber.state = SubscriberState.LEFT
    has_left = subscriber.state == SubscriberState.LEFT
    return render(request, "digests/leave.html", {"subscriber": subscriber, "has_left": has_left})
