"""What every answer passes through."""

from csp.middleware import CSPMiddleware
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from portal.settings import csp


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy in public, Wagtail's own needs under /admin/."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.path.startswith("/admin/"):
            setattr(response, "_csp_replace", csp.ADMIN)
        return super().process_response(request, response)
