"""Bringing a draft agenda up to date with what is open."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import permissions, services
from boards.models import AgendaPage, BoardPage, MeetingPage
from boards.selectors.carried import carried_actions


@require_http_methods(["GET", "HEAD", "POST"])
def matters_arising(request: HttpRequest, agenda_id: int) -> HttpResponse:
    """What is open from earlier meetings; one button puts it into the draft."""
    agenda = get_object_or_404(AgendaPage, pk=agenda_id)
    meeting = MeetingPage.objects.parent_of(agenda).get()
    board = BoardPage.objects.parent_of(meeting).get()
    if not permissions.can_look_after(request.user, board):
        raise Http404
    if request.method == "POST":
        try:
            changed = services.refresh_matters_arising(agenda=agenda, by=request.user)
        except services.AgendaIsPublic as problem:
            messages.error(request, str(problem))
        else:
            words = "The list is up to date." if changed else "There was nothing to change."
            messages.success(request, words)
        return redirect("wagtailadmin_pages:edit", agenda.pk)
    carried = carried_actions(board, on=timezone.localdate(meeting.starts_at))
    context = {"board": board, "meeting": meeting, "actions": carried}
    return render(request, "boards/admin/matters_arising.html", context)
