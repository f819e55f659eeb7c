"""Bringing a draft agenda up to date with what is open."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import reach, selectors, services
from boards.selectors.carried import carried_actions
from easyread.accounts import account_of


@require_http_methods(["GET", "HEAD", "POST"])
def matters_arising(request: HttpRequest, agenda_id: int) -> HttpResponse:
    """What is open from earlier meetings; one button puts it into the draft."""
    agenda = get_object_or_404(reach.agendas_prepared_by(request.user), pk=agenda_id)
    meeting = selectors.meeting_of(agenda)
    board = selectors.board_of(meeting)
    if request.method == "POST":
        try:
            changed = services.refresh_matters_arising(agenda=agenda, by=account_of(request))
        except services.AgendaIsPublic as problem:
            messages.error(request, str(problem))
        else:
            words = "The list is up to date." if changed else "There was nothing to change."
            messages.success(request, words)
        return redirect("wagtailadmin_pages:edit", agenda.pk)
    carried = carried_actions(board, on=timezone.localdate(meeting.starts_at))
    context = {"board": board, "meeting": meeting, "actions": carried}
    return render(request, "boards/admin/matters_arising.html", context)
