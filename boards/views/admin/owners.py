"""Reaching the owner of an action: the address, and a link to report without an account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards import services
from boards.forms import OwnerForm
from boards.views.admin.actions import action_or_404, action_screen


@require_POST
def reach_owner(request: HttpRequest, action_id: int) -> HttpResponse:
    """Keep the owner's address, and send a link if that was asked for."""
    action = action_or_404(request, action_id)
    form = OwnerForm(request.POST)
    if not form.is_valid():
        return action_screen(request, action, owner_form=form)
    action = services.set_owner_email(
        action=action, email=form.cleaned_data["email"], now=timezone.now()
    )
    if "send" in request.POST:
        try:
            letter = services.send_report_link(action=action, now=timezone.now())
        except (services.NoAddress, services.NotToBeReported) as problem:
            form.add_error(None, str(problem))
            return action_screen(request, action, owner_form=form)
        messages.success(
            request, f"The link goes to {letter.to}. It works for 60 days; older links do not."
        )
    elif action.owner_email:
        messages.success(request, "The address is kept. Reminders go there from now on.")
    else:
        messages.success(request, "No address is kept. Reminders go to the secretary.")
    return redirect("boards_admin:report_progress", action.pk)
