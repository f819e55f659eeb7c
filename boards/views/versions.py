"""Earlier versions of public minutes."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from boards.selectors import public_minutes
from boards.selectors.earlier_minutes import version_view
from boards.selectors.versions import versions_of
from easyread.selectors import way_up


@require_safe
def minutes_version(request: HttpRequest, minutes_id: int, number: int) -> HttpResponse:
    """Minutes as they were published in one version, for as long as they are public at all."""
    minutes = get_object_or_404(public_minutes(), pk=minutes_id)
    versions = versions_of(minutes)
    version = next((one for one in versions if one.number == number and one.has_page), None)
    if version is None:
        raise Http404
    record = minutes.records.get(version=number)
    context = {
        "page": minutes,
        "breadcrumbs": [*way_up(minutes), minutes],
        "view": version_view(minutes, record),
        "version": version,
        "versions": versions,
    }
    return render(request, "boards/minutes_version.html", context)
