"""Publishing changed minutes with the reason, and withdrawing minutes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import services
from boards.forms.correcting import CorrectionForm, WithdrawalForm
from boards.selectors.trail import would_change
from boards.views.admin.access import minutes_or_404
from easyread.accounts import account_of
from easyread.publishing import NotPublished


@require_http_methods(["GET", "HEAD", "POST"])
def correct_minutes(request: HttpRequest, minutes_id: int) -> HttpResponse:
    """The draft differs from what is public: say why, and publish it."""
    minutes, board = minutes_or_404(request, minutes_id)
    draft = minutes.get_latest_revision_as_object()
    if not would_change(minutes, draft):
        messages.info(request, "There is nothing that waits for a reason.")
        return redirect("wagtailadmin_pages:edit", minutes.pk)
    form = CorrectionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.publish_with_reason(
                minutes=minutes,
                reason=form.cleaned_data["reason"],
                published_by=account_of(request),
                now=timezone.now(),
            )
        except NotPublished as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The corrected minutes are public, with your reason.")
            return redirect("wagtailadmin_explore", minutes.get_parent().pk)
    context = {"board": board, "minutes": minutes, "form": form}
    return render(request, "boards/admin/correct.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_minutes(request: HttpRequest, minutes_id: int) -> HttpResponse:
    """Take published minutes down, with a reason that everyone can read."""
    minutes, board = minutes_or_404(request, minutes_id)
    if not minutes.live:
        messages.info(request, "These minutes are not public.")
        return redirect("wagtailadmin_explore", minutes.get_parent().pk)
    form = WithdrawalForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.withdraw_minutes(
            minutes=minutes,
            reason=form.cleaned_data["reason"],
            withdrawn_by=account_of(request),
            now=timezone.now(),
        )
        messages.success(request, "The minutes are withdrawn. Everyone can read why.")
        return redirect("wagtailadmin_explore", minutes.get_parent().pk)
    context = {"board": board, "minutes": minutes, "form": form}
    return render(request, "boards/admin/withdraw.html", context)
