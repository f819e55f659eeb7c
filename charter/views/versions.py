"""Each version of the boards' charter at its own address, for ever."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from charter.models import CharterVersion
from charter.signing.selectors import signatures_of
from charter.versions.selectors import (
    changes_of,
    charter_of_boards,
    version_before,
    versions_in_force,
    view_of,
)


def _version(number: int) -> CharterVersion:
    charter = charter_of_boards()
    if charter is None:
        raise Http404
    known = versions_in_force(charter, today=timezone.localdate()).select_related("charter")
    return get_object_or_404(known, number=number)


@require_safe
def version(request: HttpRequest, number: int) -> HttpResponse:
    """The words of a version, since when they were in force, and who signed them."""
    found = _version(number)
    context = {
        "view": view_of(found, today=timezone.localdate()),
        "before": version_before(found),
        "signatures": signatures_of(found),
    }
    return render(request, "charter/version.html", context)


@require_safe
def changes(request: HttpRequest, number: int) -> HttpResponse:
    """What a version changed, word by word."""
    found = _version(number)
    before = version_before(found)
    context = {
        "version": found,
        "before": before,
        "changes": changes_of(found, before) if before else [],
    }
    return render(request, "charter/version_changes.html", context)
