"""Passing a matter on, and answering one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards import permissions, reach, services
from boards.forms.matters import AnswerMatterForm, PassMatterForm
from boards.selectors.joint import boards_to_ask
from boards.selectors.matters import (
    answering_board,
    days_waiting,
    meetings_held,
    public_matters,
)
from boards.views.admin.access import board_or_404
from easyread.accounts import account_of

MEETINGS_OFFERED = 12


@require_http_methods(["GET", "HEAD", "POST"])
def pass_matter(request: HttpRequest, board_id: int) -> HttpResponse:
    """Ask another board, the senate or a body outside."""
    board = board_or_404(request, board_id)
    now = timezone.now()
    form = PassMatterForm(
        request.POST or None,
        boards=boards_to_ask(board),
        meetings=list(meetings_held(board, now=now)[:MEETINGS_OFFERED]),
    )
    if request.method == "POST" and form.is_valid():
        try:
            matter = services.pass_matter(
                board=board, passed_by=account_of(request), now=now, **form.told()
            )
        except services.CannotPass as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, "The matter is passed on. Everyone can see it.")
            return redirect("boards_admin:answer_matter", matter.pk)
    return render(request, "boards/admin/pass_matter.html", {"board": board, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def answer_matter(request: HttpRequest, matter_id: int) -> HttpResponse:
    """A matter as the two boards see it; those who have to answer it do so here."""
    matter = get_object_or_404(reach.matters_read_by(request.user), pk=matter_id)
    may_answer = permissions.can_look_after(request.user, answering_board(matter))
    if request.method == "POST" and not may_answer:
        raise Http404
    now = timezone.now()
    today = timezone.localdate(now)
    form = AnswerMatterForm(request.POST or None, matter=matter, today=today)
    if request.method == "POST" and form.is_valid():
        try:
            services.answer_matter(
                matter=matter, answered_by=account_of(request), now=now, **form.told()
            )
        except services.CannotAnswer as problem:
            form.add_error(None, str(problem))
            matter.refresh_from_db()
        else:
            messages.success(request, "Thank you. Everyone can read the answer now.")
            return redirect("boards_admin:answer_matter", matter.pk)
    context = {
        "matter": matter,
        "form": form,
        "may_answer": may_answer,
        "days": days_waiting(matter, today),
        "public": public_matters().contains(matter),
    }
    return render(request, "boards/admin/answer_matter.html", context)
