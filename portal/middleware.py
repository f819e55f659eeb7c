"""What every answer passes through."""

from collections.abc import Callable
from typing import Any

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from django.template.loader import render_to_string

from easyread.directions import TURNS, TURNS_IN_BYTES, without_turns
from easyread.publishing import NotPublished
from easyread.views.admin.publishing import say_not_published
from portal.settings import csp
from portal.settings.logging import KEY_IN_ADDRESS

TEXTS = ("text/", "application/atom+xml")
# Whoever knows one of these addresses may see or do something, without an account.
KNOWN_BY_LINK = {
    *("boards:proposal", "boards:report_by_link", "charter:sign_by_link", "digests:leave"),
}
KEPT_BY_NOBODY = "private, no-store"


class KeptByNobodyMiddleware:
    """What depends on who asks is kept by no cache, unless the answer says otherwise.

    That is every answer to someone with a session, every one that sets a cookie, and every one to
    what was sent. An address that is a key stays out of caches, search engines and other sites'
    logs, whatever the answer says.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        match = request.resolver_match
        by_name = match is not None and match.view_name in KNOWN_BY_LINK
        # Without its last slash the address leads on to itself, before anything is resolved.
        if by_name or KEY_IN_ADDRESS.match(request.path):
            response["Cache-Control"] = KEPT_BY_NOBODY
            response["Referrer-Policy"] = "no-referrer"
            response["X-Robots-Tag"] = "noindex"
        elif _depends_on_who_asks(request, response):
            response.headers.setdefault("Cache-Control", KEPT_BY_NOBODY)
        return response


def _depends_on_who_asks(request: HttpRequest, response: HttpResponseBase) -> bool:
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    was_sent = request.method not in ("GET", "HEAD", "OPTIONS")
    return has_session or bool(response.cookies) or was_sent


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


class NotPublishedMiddleware:
    """Where several pages were to be published at once, and one of them could not be: none is, and
    its editor says why."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        return say_not_published(request, problem) if isinstance(problem, NotPublished) else None


class NotAskedThisWayMiddleware:
    """An address that only takes what a form sends, or only shows, says so in words: Django answers
    nothing, and a browser that comes back to such an address after signing in shows an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            response.content = render_to_string("405.html", request=request)
        return response
