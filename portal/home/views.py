"""Small answers that belong to no page."""

import sys

from django.conf import settings
from django.db import OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.models import Site

from portal.home.models import SiteLook
from portal.without_redis import redis_is_away

LOOK = """:root {{
  --council-primary: {look.colour};
  --council-primary-dark: {look.colour_dark};
  --council-tint: {look.colour_tint};
  --council-accent: {look.accent};
}}
"""


@require_safe
@cache_control(public=True, max_age=3600)
def uploaded_picture(request: HttpRequest, path: str) -> HttpResponseBase:
    """A file below the folder of uploaded pictures; a name that no file can have is none."""
    try:
        answer: HttpResponseBase = serve(
            request, path, document_root=str(settings.MEDIA_ROOT / "images")
        )
    except (OSError, ValueError) as problem:
        raise Http404 from problem
    return answer


@require_safe
@cache_control(public=True, max_age=300)
def look(request: HttpRequest) -> HttpResponse:
    """The council's colours as a small stylesheet: no inline style is needed anywhere."""
    site = Site.find_for_request(request)
    css = LOOK.format(look=SiteLook.for_site(site) if site else SiteLook())
    return HttpResponse(css, content_type="text/css; charset=utf-8")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, which is all that pages need; says whether Redis is away."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except OperationalError:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    return JsonResponse({"status": "ok"} | ({"redis": "away"} if redis_is_away() else {}))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *\nDisallow: /admin/\n", content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "400.html", status=400)


def server_error(request: HttpRequest) -> HttpResponse:
    """What went wrong, as far as it helps: a database that does not answer will answer again."""
    is_away = isinstance(sys.exception(), OperationalError)
    name, status = ("503.html", 503) if is_away else ("500.html", 500)
    return HttpResponse(render_to_string(name), status=status)
