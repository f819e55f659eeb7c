"""All easy reads that one may see, with what the checks say of each."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from easyread.permissions import can_see_every_easy_read, can_write_easy_reads
from easyread.plainwords import RULES
from easyread.selectors.report import easy_read_rows, easy_reads_shown_to

A_PAGE = 30


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    if not (can_write_easy_reads(request.user) or can_see_every_easy_read(request.user)):
        raise Http404
    shown = easy_reads_shown_to(request.user).select_related("record")
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("p"))
    rows = easy_read_rows(page.object_list, request.user)
    return render(
        request, "easyread/admin/report.html", {"page": page, "rows": rows, "rules": RULES}
    )
