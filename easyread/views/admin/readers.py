"""The readers' check: who read an easy read, when, and what they said."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from easyread import services
from easyread.accounts import account_of
from easyread.readers_form import ReadersCheckForm
from easyread.selectors.states import checks_by_readers, words_sha256
from easyread.views.admin.access import easy_read_or_404


@require_http_methods(["GET", "HEAD", "POST"])
def check_with_readers(request: HttpRequest, page_id: int) -> HttpResponse:
    """Record a check of the words as they stand in the editor, and show those before."""
    easy_read = easy_read_or_404(request, page_id)
    latest = easy_read.get_latest_revision_as_object()
    words_now = words_sha256(latest)
    form = ReadersCheckForm(
        request.POST or None,
        today=timezone.localdate(),
        words_now=words_now,
        initial={"checked_on": timezone.localdate(), "words": words_now},
    )
    if request.method == "POST" and form.is_valid():
        services.record_readers_check(
            easy_read=latest,
            readers=form.cleaned_data["readers"],
            checked_on=form.cleaned_data["checked_on"],
            answers=form.answers,
            remarks=form.cleaned_data["remarks"],
            recorded_by=account_of(request),
            now=timezone.now(),
        )
        if form.are_content:
            messages.success(request, "The check is kept. These words count as checked by readers.")
        else:
            messages.warning(
                request,
                "The check is kept. “Checked by readers” appears when the readers say yes to all. "
                "Change what they did not like, and ask them again.",
            )
        return redirect("easyread_admin:readers", easy_read.pk)
    checks = checks_by_readers(easy_read)
    return render(
        request,
        "easyread/admin/readers.html",
        {"easy_read": easy_read, "form": form, "checks": checks[:20]},
    )
