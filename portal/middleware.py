"""What every answer passes through."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from portal.settings import csp

GetResponse = Callable[[HttpRequest], HttpResponse]


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy in public, Wagtail's own needs under /admin/."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path.startswith("/admin/"):
            setattr(response, "_csp_replace", csp.ADMIN)
        return super().process_response(request, response)


def unavailable_database(get_response: GetResponse) -> GetResponse:
    """Say plainly that the database does not answer, instead of a page that needs it."""

    def middleware(request: HttpRequest) -> HttpResponse:
        try:
            return get_response(request)
        except OperationalError:
            return HttpResponse(render_to_string("503.html"), status=503)

    return middleware
