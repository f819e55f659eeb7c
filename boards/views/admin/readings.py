"""The side-by-side screen: a Word file beside what was understood of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import reach, selectors, services
from boards.enums import ReadingState
from boards.forms.readings import ReadingForm
from boards.models import BoardPage, WordReading
from boards.selectors.people import citizens_of
from boards.selectors.readings import Found, found_in
from easyread.accounts import account_of


@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: HttpRequest, reading_id: int) -> HttpResponse:
    """Check a file: take it over, keep it for later, or leave it."""
    kept = get_object_or_404(reach.readings_kept_by(request.user), pk=reading_id)
    try:
        return _answer(request, kept, selectors.board_of(kept.meeting))
    except services.ReadingIsDone as problem:
        messages.info(request, str(problem))
        return redirect("boards_admin:start_minutes", kept.meeting_id)


def _answer(request: HttpRequest, kept: WordReading, board: BoardPage) -> HttpResponse:
    if kept.state != ReadingState.WAITING:
        raise services.ReadingIsDone("This file was checked already.")
    do = request.POST.get("do", "")
    if do == "leave":
        services.drop_reading(reading=kept)
        messages.success(request, f"“{kept.file_name}” was left. The minutes did not change.")
        return redirect("boards_admin:start_minutes", kept.meeting_id)
    found = found_in(kept)
    form = ReadingForm(
        found,
        citizens=citizens_of(board),
        data=request.POST if request.method == "POST" else None,
        kept=kept.understood.get(services.TYPED),
    )
    if do == "later":
        services.keep_for_later(reading=kept, typed=form.typed())
        messages.success(request, "What you changed is kept. You can go on whenever you like.")
        return redirect("wagtailadmin_home")
    if form.is_valid():
        return _take_over(request, kept, form)
    return _screen(request, kept, board, found, form)


def _take_over(request: HttpRequest, kept: WordReading, form: ReadingForm) -> HttpResponse:
    checked = form.reading()
    minutes = services.take_over_reading(
        reading=kept, checked=checked, people=form.attendance(), taken_by=account_of(request)
    )
    messages.success(
        request,
        f"Taken over: {_counted(len(checked.items), 'item')}, "
        f"{_counted(len(checked.actions), 'action')}, "
        f"{_counted(len(checked.decisions), 'decision')}. Read it through, then publish.",
    )
    return redirect("wagtailadmin_pages:edit", minutes.pk)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _screen(
    request: HttpRequest, kept: WordReading, board: BoardPage, found: Found, form: ReadingForm
) -> HttpResponse:
    held_on = timezone.localdate(kept.meeting.starts_at)
    says = found.reading.held_on
    context = {
        "kept": kept,
        "board": board,
        "meeting": kept.meeting,
        "minutes": selectors.minutes_of(kept.meeting),
        "found": found,
        "form": form,
        "errors": form.errors() if request.method == "POST" else [],
        "other_day": says if says and says != held_on else None,
        "again": reverse("boards_admin:start_minutes", args=[kept.meeting_id]),
    }
    return render(request, "boards/admin/reading.html", context)
