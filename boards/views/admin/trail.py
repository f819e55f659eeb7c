"""The check of the trail of published minutes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import permissions, services
from boards.forms.trail import SettlingForm
from boards.selectors.trail import check_view
from easyread.accounts import account_of

PROBLEMS_SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
def trail(request: HttpRequest) -> HttpResponse:
    """What the last check of the trail found; officers may check again at once, and say what they
    found out about a problem."""
    if not permissions.can_read_every_board(request.user):
        raise Http404
    view = check_view(shown=PROBLEMS_SHOWN)
    settles = request.method == "POST" and "problem" in request.POST
    form = SettlingForm(request.POST if settles else None, problems=view.unsettled)
    if settles and form.is_valid():
        services.settle_problem(
            problem=form.cleaned_data["problem"],
            words=form.cleaned_data["words"],
            settled_by=account_of(request),
            now=timezone.now(),
        )
        messages.success(request, "What you found is kept with the problem.")
        return redirect("boards_admin:trail")
    if request.method == "POST" and not settles:
        services.check_trail(now=timezone.now())
        return redirect("boards_admin:trail")
    return render(request, "boards/admin/trail.html", {"view": view, "form": form})
