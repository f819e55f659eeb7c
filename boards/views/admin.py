"""The admin's screens for boards: translate, call once, translate back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Page

from boards import permissions, selectors, services
from boards.enums import ActionState
from boards.forms import PlanMeetingForm, ProgressForm, WordFileForm
from boards.imports import UnreadableWordFile, read_word
from boards.imports.reading import Reading
from boards.models import ActionPoint, BoardPage, MeetingPage, MinutesPage
from boards.selectors.actions import LATE

PAGE_SIZE = 50
LONGEST_NUMBER = 18  # digits that every database can compare with a key


def _board_or_404(request: HttpRequest, board_id: int) -> BoardPage:
    return get_object_or_404(permissions.boards_looked_after_by(request.user), pk=board_id)


def _meeting_or_404(request: HttpRequest, meeting_id: int) -> tuple[MeetingPage, BoardPage]:
    meeting = get_object_or_404(MeetingPage, pk=meeting_id)
    board = BoardPage.objects.parent_of(meeting).get()
    if not permissions.can_look_after(request.user, board):
        raise Http404
    return meeting, board


@require_safe
def my_boards(request: HttpRequest) -> HttpResponse:
    """Each board one looks after, with the next things to do."""
    return render(request, "boards/admin/my_boards.html", my_boards_context(request))


def my_boards_context(request: HttpRequest) -> dict[str, object]:
    """One's own boards; for officers all boards, to read."""
    boards = list(permissions.boards_read_by(request.user))
    own = set(permissions.boards_looked_after_by(request.user).values_list("pk", flat=True))
    return {"boards": selectors.boards_in_hand(boards, now=timezone.now()), "own": own}


@require_safe
def read_draft(request: HttpRequest, page_id: int) -> HttpResponse:
    """An agenda, minutes or easy read as it stands, for those who may see it before it is out."""
    page = get_object_or_404(Page, pk=page_id).specific
    board = BoardPage.objects.ancestor_of(page).first()
    if board is None or not permissions.boards_read_by(request.user).filter(pk=board.pk).exists():
        raise Http404
    draft = page.get_latest_revision_as_object()
    return draft.make_preview_request(request, page.default_preview_mode)


@require_http_methods(["GET", "HEAD", "POST"])
def plan_meeting(request: HttpRequest, board_id: int) -> HttpResponse:
    """One step from a date to a public meeting with a draft agenda."""
    board = _board_or_404(request, board_id)
    form = PlanMeetingForm(request.POST or None, board=board, now=timezone.now())
    if request.method == "POST" and form.is_valid():
        starts_at, ends_at = form.moments()
        try:
            meeting = services.plan_meeting(
                board=board,
                starts_at=starts_at,
                ends_at=ends_at,
                place=form.cleaned_data["place"],
                access=form.cleaned_data["access"],
                how_to_join=form.cleaned_data["how_to_join"],
                planned_by=request.user,
            )
        except services.MeetingAlreadyPlanned as problem:
            form.add_error("day", str(problem))
        else:
            agenda = meeting.get_children().get()
            messages.success(
                request, "The meeting is public. Here is its agenda, as a draft: add your items."
            )
            return redirect("wagtailadmin_pages:edit", agenda.pk)
    context = {"board": board, "form": form}
    return render(request, "boards/admin/plan_meeting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def start_minutes(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Choose: begin from the agenda, or bring a Word file."""
    meeting, board = _meeting_or_404(request, meeting_id)
    if request.method == "POST":
        try:
            minutes = services.start_minutes(meeting=meeting, started_by=request.user)
        except services.MinutesAlreadyStarted:
            minutes = MinutesPage.objects.child_of(meeting).get()
            messages.info(request, "The minutes were started already. Here they are.")
        return redirect("wagtailadmin_pages:edit", minutes.pk)
    context = {"board": board, "meeting": meeting, "word_form": WordFileForm()}
    return render(request, "boards/admin/start_minutes.html", context)


@require_http_methods(["POST"])
def bring_word(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """Read a Word file into the draft minutes."""
    meeting, board = _meeting_or_404(request, meeting_id)
    form = WordFileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            reading = read_word(file, file_name=file.name)
        except UnreadableWordFile as problem:
            form.add_error("file", str(problem))
        else:
            minutes = services.fill_minutes_from_word(
                meeting=meeting, reading=reading, filled_by=request.user
            )
            _say_what_was_found(request, reading, meeting)
            return redirect("wagtailadmin_pages:edit", minutes.pk)
    context = {"board": board, "meeting": meeting, "word_form": form}
    return render(request, "boards/admin/start_minutes.html", context)


def _say_what_was_found(request: HttpRequest, reading: Reading, meeting: MeetingPage) -> None:
    messages.success(
        request,
        f"Read {len(reading.items)} items, {len(reading.actions)} actions and "
        f"{len(reading.decisions)} decisions. Check them, correct them, then publish.",
    )
    held_on = timezone.localdate(meeting.starts_at)
    if reading.held_on and reading.held_on != held_on:
        messages.warning(
            request,
            f"The file says {reading.held_on:%d/%m/%Y}, this meeting was on {held_on:%d/%m/%Y}. "
            "Is it the right file?",
        )
    doubts = [*reading.doubts, *(doubt for each in reading.actions for doubt in each.action.doubts)]
    for doubt in doubts[:8]:
        messages.warning(request, doubt)


@require_safe
def actions(request: HttpRequest) -> HttpResponse:
    """The actions whose progress one may report."""
    today = timezone.localdate()
    boards = permissions.boards_looked_after_by(request.user)
    found = ActionPoint.objects.in_force().with_places()
    if not request.user.has_perm("boards.report_progress"):
        found = found.filter(board__in=boards)
    if (wanted := request.GET.get("board", "")).isdecimal() and len(wanted) <= LONGEST_NUMBER:
        found = found.filter(board_id=int(wanted))
    state = request.GET.get("state", "")
    found = found.overdue(on=today) if state == LATE else found.unfinished()
    page = Paginator(found.order_by("due_on", "agreed_on", "pk"), PAGE_SIZE).get_page(
        request.GET.get("p")
    )
    context = {
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "rows": selectors.action_rows(list(page.object_list), today=today),
        "state": state,
    }
    return render(request, "boards/admin/actions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def report_progress(request: HttpRequest, action_id: int) -> HttpResponse:
    """Say how far an action is; the minutes stay as they are."""
    action = get_object_or_404(ActionPoint.objects.with_places(), pk=action_id)
    if not permissions.can_report_progress(request.user, action):
        raise Http404
    form = ProgressForm(
        request.POST or None, initial={"state": action.state, "outcome": action.outcome}
    )
    if request.method == "POST" and form.is_valid():
        services.report_progress(
            action=action,
            state=ActionState(form.cleaned_data["state"]),
            note=form.cleaned_data["note"],
            outcome=form.cleaned_data["outcome"],
            reported_by=request.user,
            now=timezone.now(),
        )
        messages.success(request, "Thank you. Everyone can see this now.")
        return redirect("boards_admin:actions")
    context = {"action": action, "form": form, "updates": action.updates.order_by("at", "pk")}
    return render(request, "boards/admin/report_progress.html", context)
