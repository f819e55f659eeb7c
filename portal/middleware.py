"""What every answer passes through."""

from collections.abc import Callable
from typing import Any

from csp.middleware import CSPMiddleware
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponse, HttpResponseBase

from easyread.directions import TURNS, TURNS_IN_BYTES, without_turns
from portal.settings import csp

TEXTS = ("text/", "application/atom+xml")


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy in public, Wagtail's own needs under /admin/."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path.startswith("/admin/"):
            setattr(response, "_csp_replace", csp.ADMIN)
        return super().process_response(request, response)


class OneDirectionMiddleware:
    """Takes out the signs that turn the direction of writing: of what any form sends, names of
    files too, and of the words that go out, because older rows may hold some."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_text = response.headers.get("Content-Type", "").startswith(TEXTS)
        if is_text and isinstance(response, HttpResponse):
            response.content = TURNS_IN_BYTES.sub(b"", response.content)
        return response

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        """Here, and not before: what cannot be read is refused by then."""
        request.GET = _plain(request.GET)
        if request.method == "POST":
            request.POST = _plain(request.POST)
            for _, files in request.FILES.lists():
                for file in files:
                    file.name = without_turns(file.name or "")


def _plain(sent: QueryDict) -> Any:
    """``sent`` as it is, or a copy without the signs."""
    if not any(TURNS.search(value) for _, values in sent.lists() for value in values):
        return sent
    plain = sent.copy()
    for name, values in sent.lists():
        plain.setlist(name, [without_turns(value) for value in values])
    plain._mutable = False
    return plain
