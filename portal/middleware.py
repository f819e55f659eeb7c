"""What every answer passes through."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from portal.settings import csp

# Whoever knows one of these addresses may see or do something, without an account.
KNOWN_BY_LINK = {"boards:proposal", "boards:report_by_link", "digests:leave"}
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
        if match is not None and match.view_name in KNOWN_BY_LINK:
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
