"""A page of the admin is changed by one request at a time (docs/adr/0025)."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

Answer = Callable[..., HttpResponse]

CHANGING = ("wagtailadmin_pages:edit", "wagtailadmin_pages:unpublish", "wagtailadmin_pages:delete")


class OnePageAtATimeMiddleware:
    """Lets a change of a page wait until the one before it is done, and see what that did.

    Wagtail saves a draft by itself while one types: it reads the page, and writes all of it. When
    Publish came in between, the page that had just come out went back to being a draft.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Answer, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """The view's answer, once the page is held; the last of the middleware has to do this."""
        match = request.resolver_match
        if request.method != "POST" or match is None or match.view_name not in CHANGING:
            return None
        if not request.user.is_authenticated:
            return None
        with transaction.atomic():
            held = Page.objects.select_for_update(no_key=True)  # what only points to it goes on
            held.filter(pk=kwargs["page_id"]).first()
            return view(request, *args, **kwargs)
