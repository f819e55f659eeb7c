"""Writing minutes, and bringing a Word file."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import selectors, services
from boards.forms import WordFileForm
from boards.models import BoardPage, MeetingPage
from boards.selectors.readings import waiting_readings
from boards.views.admin.access import meeting_or_404
from easyread.accounts import account_of


@require_http_methods(["GET", "HEAD", "POST"])
def start_minutes(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Choose: begin from the agenda, or bring a Word file."""
    meeting, board = meeting_or_404(request, meeting_id)
    if request.method == "POST":
        try:
            minutes: Any = services.start_minutes(meeting=meeting, started_by=account_of(request))
        except services.MinutesAlreadyStarted:
            minutes = selectors.minutes_of(meeting)
            messages.info(request, "The minutes were started already. Here they are.")
        return redirect("wagtailadmin_pages:edit", minutes.pk)
    return _two_ways(request, meeting, board, WordFileForm())


@require_http_methods(["POST"])
def bring_word(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Read a Word file; what was understood waits to be checked, the minutes stay as they are."""
    meeting, board = meeting_or_404(request, meeting_id)
    form = WordFileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = services.take_word_file(
                meeting=meeting,
                source=file,
                file_name=file.name,
                read_by=account_of(request),
                now=timezone.now(),
            )
        except services.CannotTakeFile as problem:
            form.add_error("file", str(problem))
        else:
            return redirect("boards_admin:reading", kept.pk)
    return _two_ways(request, meeting, board, form)


def _two_ways(
    request: HttpRequest, meeting: MeetingPage, board: BoardPage, form: WordFileForm
) -> HttpResponse:
    context: dict[str, Any] = {
        "board": board,
        "meeting": meeting,
        "form": form,
        "waiting": list(waiting_readings(meeting)),
    }
    return render(request, "boards/admin/start_minutes.html", context)
