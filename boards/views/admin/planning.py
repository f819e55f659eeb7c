"""Planning meetings."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import services
from boards.forms import PlanMeetingForm
from boards.forms.planning import PlanYearForm, SuggestDaysForm
from boards.views.admin.access import board_or_404
from easyread.accounts import account_of
from easyread.publishing import NotPublished

NOT_PLANNED = "Nothing was planned. {why} You can try again."


@require_http_methods(["GET", "HEAD", "POST"])
def plan_meeting(request: HttpRequest, board_id: int) -> HttpResponse:
    """One step from a date to a public meeting with a draft agenda."""
    board = board_or_404(request, board_id)
    now = timezone.now()
    form = PlanMeetingForm(request.POST if request.method == "POST" else None, board=board, now=now)
    if request.method == "POST" and form.is_valid():
        starts_at, ends_at = form.moments()
        try:
            meeting = services.plan_meeting_with(
                others=list(form.cleaned_data["together_with"]),
                board=board,
                starts_at=starts_at,
                ends_at=ends_at,
                place=form.cleaned_data["place"],
                access=form.cleaned_data["access"],
                how_to_join=form.cleaned_data["how_to_join"],
                planned_by=account_of(request),
                said_of_place=form.said_of_place(),
                now=now,
            )
        except services.MeetingCannotBe as problem:
            form.add_error("day", str(problem))
        except services.CannotShare as problem:
            form.add_error("together_with", NOT_PLANNED.format(why=problem))
        except NotPublished as problem:
            form.add_error(None, NOT_PLANNED.format(why=problem))
        else:
            agenda = meeting.get_children().get()
            messages.success(
                request, "The meeting is public. Here is its agenda, as a draft: add your items."
            )
            return redirect("wagtailadmin_pages:edit", agenda.pk)
    context = {"board": board, "form": form}
    return render(request, "boards/admin/plan_meeting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_year(request: HttpRequest, board_id: int) -> HttpResponse:
    """First the days are suggested, then corrected, then all meetings are planned at once."""
    board = board_or_404(request, board_id)
    now = timezone.now()
    suggest = SuggestDaysForm(request.GET if "first" in request.GET else None)
    days = suggest.days() if suggest.is_bound and suggest.is_valid() else None
    form = PlanYearForm(
        request.POST if request.method == "POST" else None, board=board, now=now, days=days
    )
    if request.method == "POST" and form.is_valid():
        try:
            planned = services.plan_year(
                board=board,
                days=form.days(),
                starts=form.cleaned_data["starts"],
                hours=float(form.cleaned_data["hours"]),
                place=form.cleaned_data["place"],
                access=form.cleaned_data["access"],
                how_to_join=form.cleaned_data["how_to_join"],
                planned_by=account_of(request),
                said_of_place=form.said_of_place(),
            )
        except services.DaysAreWrong as wrong:
            for day, problem in wrong.problems.items():
                form.add_error(form.field_of(day), problem)
        except NotPublished as not_public:
            form.add_error(None, NOT_PLANNED.format(why=not_public))
        else:
            number = len(planned)
            words = "1 meeting is" if number == 1 else f"{number} meetings are"
            messages.success(
                request, f"{words} planned and public. Each has an agenda, as a draft."
            )
            return redirect("boards_admin:my_boards")
    context = {"board": board, "form": form, "suggest": suggest}
    return render(request, "boards/admin/plan_year.html", context)
