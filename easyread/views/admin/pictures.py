"""What the editor asks and tells while a writer looks for pictures, and what was missing."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from easyread import selectors, services
from easyread.accounts import account_of
from easyread.models import Picture
from easyread.permissions import can_choose_pictures, can_see_missing_pictures, pictures_named_by

MISSING_A_PAGE = 50
LONGEST_KEY = 9  # digits, as in addresses
View = Callable[[HttpRequest], HttpResponse]


def for_writers(view: View) -> View:
    """404 for those who may not choose pictures."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if not can_choose_pictures(request.user):
            raise Http404
        return view(request)

    return guarded


def as_json(picture: Picture) -> dict[str, Any]:
    """What the editor's scripts know of a picture."""
    return {"id": picture.pk, "name": picture.name, "url": picture.url}


@require_POST
@for_writers
def use_picture(request: HttpRequest) -> HttpResponse:
    """The writer chose ``picture``: it is the first of the recent ones now."""
    services.note_used(user=account_of(request), picture=_picture(request), now=timezone.now())
    return JsonResponse({})


@require_POST
@for_writers
def keep_picture(request: HttpRequest) -> HttpResponse:
    """Put ``picture`` among the writer's favourites (``keep`` is 1), or take it away."""
    keep = request.POST.get("keep") == "1"
    services.keep_favourite(user=account_of(request), picture=_picture(request), keep=keep)
    return JsonResponse({"is_favourite": keep})


@require_POST
@for_writers
def miss_picture(request: HttpRequest) -> HttpResponse:
    """A search for ``words`` found nothing: counted when that is still so."""
    words = request.POST.get("words", "")
    if not selectors.find_pictures(words, limit=1):
        services.note_missing(words=words, now=timezone.now())
    return JsonResponse({})


def _picture(request: HttpRequest) -> Picture:
    key = request.POST.get("picture", "")
    if not (key.isascii() and key.isdecimal() and len(key) <= LONGEST_KEY):
        raise Http404
    return get_object_or_404(pictures_named_by(request.user), pk=int(key))


@require_safe
def missing_pictures(request: HttpRequest) -> HttpResponse:
    """What writers looked for and did not find, for those who look after the pictures."""
    if not can_see_missing_pictures(request.user):
        raise Http404
    page = Paginator(selectors.missing_pictures(), MISSING_A_PAGE).get_page(request.GET.get("p"))
    return render(request, "easyread/admin/missing_pictures.html", {"page": page})
