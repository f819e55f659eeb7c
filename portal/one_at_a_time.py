"""A page of the admin is changed by one request at a time (docs/adr/0025)."""

from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from wagtail.models import Page

CHANGING = ("wagtailadmin_pages:edit", "wagtailadmin_pages:unpublish", "wagtailadmin_pages:delete")


class OnePageAtATimeMiddleware:
    """Lets a change of a page wait until the one before it is done, and see what that did.

    Wagtail saves a draft by itself while one types: it reads the page, and writes all of it. When
    Publish came in between, the page that had just come out went back to being a draft.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        page_id = _page_to_change(request)
        if page_id is None:
            return self.get_response(request)
        with transaction.atomic():
            held = Page.objects.select_for_update(no_key=True)  # what only points to it goes on
            held.filter(pk=page_id).first()
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response


def _page_to_change(request: HttpRequest) -> int | None:
    if request.method != "POST" or not request.user.is_authenticated:
        return None
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    page_id: int | None = match.kwargs.get("page_id")
    return page_id if match.view_name in CHANGING else None
