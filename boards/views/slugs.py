"""Addresses with a board's name follow the board when it takes another name."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from boards import selectors


def following_names(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Where the view finds nothing under ``slug``, lead on to the same page of the board that
    had this name before. One that changes something is not led on."""

    @wraps(view)
    def found(request: HttpRequest, *, slug: str, **more: object) -> HttpResponse:
        try:
            return view(request, slug=slug, **more)
        except Http404:
            board = selectors.board_once_called(slug)
            if board is None or board.slug == slug or request.resolver_match is None:
                raise
            if request.method not in {"GET", "HEAD"}:
                raise
        name = request.resolver_match.view_name
        address = reverse(name, kwargs={"slug": board.slug, **more})
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{address}?{query}" if query else address, permanent=True)

    return found
