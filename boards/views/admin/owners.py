"""Reaching the owner of an action: the address, and a link to report without an account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards import services
from boards.forms import OwnerForm
from boards.models import ActionPoint
from boards.views.admin.actions import action_or_404, action_screen


@require_POST
def reach_owner(request: HttpRequest, action_id: int) -> HttpResponse:
    """Keep the owner's address, and send a link if that was asked for."""
    action = action_or_404(request, action_id)
    form = OwnerForm(request.POST)
    if not form.is_valid():
        return action_screen(request, action, owner_form=form)
    try:
        words = _reach(action, form.cleaned_data["email"], sends="send" in request.POST)
    except (services.NoAddress, services.NotToBeReported) as problem:
        form.add_error(None, str(problem))
        return action_screen(request, action, owner_form=form)
    messages.success(request, words)
    return redirect("boards_admin:report_progress", action.pk)


def _reach(action: ActionPoint, email: str, *, sends: bool) -> str:
    """What was done, in words for the screen."""
    now = timezone.now()
    if sends:
        letter = services.reach_owner(action=action, email=email, now=now)
        return f"The link goes to {letter.to}. It works for 60 days; older links do not."
    if services.set_owner_email(action=action, email=email, now=now).owner_email:
        return "The address is kept. Reminders go there from now on."
    return "No address is kept. Reminders go to the secretary."
