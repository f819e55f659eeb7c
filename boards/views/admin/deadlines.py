"""Saying why something was late."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from boards import reach, services
from boards.forms.planning import ReasonForm
from easyread.accounts import account_of


@require_http_methods(["GET", "HEAD", "POST"])
def explain(request: HttpRequest, deadline_id: int) -> HttpResponse:
    """Everyone reads the reason beside what was late."""
    deadline = get_object_or_404(reach.deadlines_explained_by(request.user), pk=deadline_id)
    data = request.POST if request.method == "POST" else None
    form = ReasonForm(data, initial={"reason": deadline.late_reason})
    if request.method == "POST" and form.is_valid():
        services.explain_lateness(
            deadline=deadline, reason=form.cleaned_data["reason"], explained_by=account_of(request)
        )
        messages.success(request, "Thank you. Everyone can read the reason now.")
        return redirect("boards_admin:my_boards")
    context = {"deadline": deadline, "form": form}
    return render(request, "boards/admin/explain.html", context)
