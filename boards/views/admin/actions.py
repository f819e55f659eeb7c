"""Following action points up."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards import reach, selectors, services
from boards.enums import ActionState
from boards.forms import OwnerForm, ProgressForm
from boards.models import ActionPoint
from boards.selectors.actions import LATE, actions_followed_up
from boards.selectors.history import updates_of
from boards.selectors.owners import last_letter, suggested_email
from easyread.accounts import account_of

PAGE_SIZE = 50
LONGEST_NUMBER = 18  # digits that every database can compare with a key


@require_safe
def actions(request: HttpRequest) -> HttpResponse:
    """The actions whose progress one may report, also those of boards that ended in one's own."""
    today = timezone.localdate()
    board, state = request.GET.get("board", ""), request.GET.get("state", "")
    found = actions_followed_up(
        reach.actions_reported_by(request.user),
        of_board=int(board) if board.isdecimal() and len(board) <= LONGEST_NUMBER else None,
        late_on=today if state == LATE else None,
    )
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("p"))
    context = {
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "rows": selectors.action_rows(list(page.object_list), today=today),
        "state": state,
    }
    return render(request, "boards/admin/actions.html", context)


def action_or_404(request: HttpRequest, action_id: int) -> ActionPoint:
    return get_object_or_404(reach.actions_reported_by(request.user), pk=action_id)


def action_screen(
    request: HttpRequest,
    action: ActionPoint,
    *,
    form: ProgressForm | None = None,
    owner_form: OwnerForm | None = None,
) -> HttpResponse:
    """How far an action is, and how its owner is reached."""
    suggested = "" if action.owner_email else suggested_email(action, now=timezone.now())
    context = {
        "action": action,
        "form": form or ProgressForm(initial={"state": action.state, "outcome": action.outcome}),
        "owner_form": owner_form or OwnerForm(initial={"email": action.owner_email or suggested}),
        "is_suggested": bool(suggested),
        "letter": last_letter(action),
        "updates": updates_of(action),
    }
    return render(request, "boards/admin/report_progress.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def report_progress(request: HttpRequest, action_id: int) -> HttpResponse:
    """Say how far an action is; the minutes stay as they are."""
    action = action_or_404(request, action_id)
    form = ProgressForm(
        request.POST or None, initial={"state": action.state, "outcome": action.outcome}
    )
    if request.method == "POST" and form.is_valid():
        services.report_progress(
            action=action,
            state=ActionState(form.cleaned_data["state"]),
            note=form.cleaned_data["note"],
            outcome=form.cleaned_data["outcome"],
            reported_by=account_of(request),
            now=timezone.now(),
        )
        messages.success(request, "Thank you. Everyone can see this now.")
        return redirect("boards_admin:actions")
    return action_screen(request, action, form=form)
