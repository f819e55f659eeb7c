"""What people asked for in another format: the lists, and the answer."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from boards import permissions, reach, services
from boards.forms.format_requests import AnswerFormatRequestForm
from boards.selectors.format_requests import answer_by, board_of_page, in_order, requests_of, what
from easyread.accounts import account_of
from easyread.addresses import email_in
from easyread.models import FormatRequest
from easyread.services import AnsweredAlready

PAGE_SIZE = 30


@require_safe
def all_format_requests(request: HttpRequest) -> HttpResponse:
    """Of all boards, and of pages that belong to none: for officers."""
    if not permissions.can_read_every_board(request.user):
        raise Http404
    found = reach.format_requests_answered_by(request.user)
    return _list(request, found, {"title": "What people asked for", "board": None})


@require_safe
def format_requests(request: HttpRequest, board_id: int) -> HttpResponse:
    """Of one board and those that ended in it."""
    board = get_object_or_404(permissions.boards_read_by(request.user), pk=board_id)
    return _list(request, requests_of(board), {"title": "What people asked for", "board": board})


def _list(
    request: HttpRequest, found: QuerySet[FormatRequest], context: dict[str, Any]
) -> HttpResponse:
    waits_only = request.GET.get("state") == "waiting"
    wanted = in_order(found, only_waiting=waits_only)
    page = Paginator(wanted, PAGE_SIZE).get_page(request.GET.get("p"))
    rows = [(one, what(one), answer_by(one.asked_at)) for one in page]
    context |= {
        "page": page,
        "rows": rows,
        "waits_only": waits_only,
        "today": timezone.localdate(),
        "may_answer": context["board"] is None
        or permissions.can_read_every_board(request.user)
        or permissions.can_look_after(request.user, context["board"]),
    }
    return render(request, "boards/admin/format_requests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def answer_format_request(request: HttpRequest, format_request_id: int) -> HttpResponse:
    """Say what was done; a reader with an e-mail address gets it as a letter."""
    asked = get_object_or_404(reach.format_requests_answered_by(request.user), pk=format_request_id)
    if asked.answered_at is not None:
        messages.info(request, "This was answered already.")
        return _back(asked)
    form = AnswerFormatRequestForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.answer_format_request(
                asked=asked,
                answer=form.cleaned_data["answer"],
                answered_by=account_of(request),
                now=timezone.now(),
            )
        except AnsweredAlready as problem:
            messages.info(request, str(problem))
        else:
            messages.success(request, "The answer is noted.")
        return _back(asked)
    context = {
        "asked": asked,
        "what": what(asked),
        "by": answer_by(asked.asked_at),
        "is_email": bool(email_in(asked.contact)),
        "form": form,
    }
    return render(request, "boards/admin/answer_format_request.html", context)


def _back(asked: FormatRequest) -> HttpResponse:
    board = board_of_page(asked.page)
    if board is None:
        return redirect("boards_admin:all_format_requests")
    return redirect("boards_admin:format_requests", board.pk)
