"""The one step from minutes or an agenda to the draft of an easy read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from easyread import selectors, services
from easyread.accounts import account_of
from easyread.models import EasyReadablePage, EasyReadPage
from easyread.views.admin.access import easy_read_or_404, original_or_404


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make the draft and go to it; where there is one already, go to that."""
    original = original_or_404(request, page_id)
    existing = selectors.easy_read_below(original)
    if existing is not None:
        return redirect("wagtailadmin_pages:edit", existing.pk)
    if request.method == "POST":
        easy_read = _start(original, request)
        return redirect("wagtailadmin_pages:edit", easy_read.pk)
    ideas = [idea for idea in original.easy_read_source() if idea.kind != "heading"]
    return render(request, "easyread/admin/start.html", {"original": original, "ideas": len(ideas)})


def _start(original: EasyReadablePage, request: HttpRequest) -> EasyReadPage:
    try:
        easy_read = services.start_easy_read(
            original=original, by=account_of(request), now=timezone.now()
        )
    except services.EasyReadAlreadyStarted as there:
        messages.info(request, "The easy read was started already. Here it is.")
        return there.easy_read
    messages.success(
        request,
        "The easy read is started. Each idea of the full version has its row. "
        "Write the easy words, and take out the rows that you do not need.",
    )
    return easy_read


@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the full version says now; the writer says when the easy read says so too."""
    easy_read = easy_read_or_404(request, page_id)
    if request.method == "POST":
        services.keep_source(easy_read=easy_read, now=timezone.now())
        messages.success(request, "The easy read counts as up to date again.")
        return redirect("wagtailadmin_pages:edit", easy_read.pk)
    return render(
        request,
        "easyread/admin/changes.html",
        {"easy_read": easy_read, "changes": selectors.changes_of(easy_read)},
    )
