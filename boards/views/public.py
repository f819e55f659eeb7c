"""Public pages of boards that are not Wagtail pages: the actions of all boards."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards import selectors
from boards.forms import ActionFilterForm, BoardFilterForm
from boards.selectors.actions import (
    actions_of_withdrawn_minutes,
    filtered_actions,
    topics_of,
    visible_action,
)
from boards.selectors.history import history_of

PAGE_SIZE = 20


@require_safe
def actions(request: HttpRequest) -> HttpResponse:
    """All actions of all boards, with filters that work without JavaScript."""
    today = timezone.localdate()
    boards = list(selectors.public_boards().only("slug", "title"))
    form = ActionFilterForm(request.GET, boards=boards, topics=selectors.topics_in_use())
    found = filtered_actions(form.wanted(), today=today)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page_of_actions": page,
        "rows": selectors.action_rows(list(page.object_list), today=today),
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "boards/actions.html", context)


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The coming meetings of all boards or of one, in the order of their days."""
    boards = list(selectors.public_boards())
    form = BoardFilterForm(request.GET, boards=boards)
    slug = form.chosen()
    board = next((each for each in boards if each.slug == slug), None)
    coming = selectors.upcoming_meetings(now=timezone.now(), board=board)
    page = Paginator(coming, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "board": board,
        "page_of_meetings": page,
        "months": selectors.meetings_by_month(list(page.object_list)),
    }
    return render(request, "boards/meetings.html", context)


@require_safe
def past_meetings(request: HttpRequest, slug: str) -> HttpResponse:
    """All meetings of a board that are over, the latest first, with what is published of them."""
    board = get_object_or_404(selectors.public_boards(), slug=slug)
    meetings = selectors.past_meetings(board, now=timezone.now())
    page = Paginator(meetings, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "board": board,
        "page_of_meetings": page,
        "rows": selectors.meeting_rows(list(page.object_list)),
    }
    return render(request, "boards/past_meetings.html", context)


@require_safe
def action(request: HttpRequest, action_id: int) -> HttpResponse:
    """One action with its history: the address never changes. While its minutes are withdrawn, it
    says only that and why."""
    found = visible_action(action_id)
    if found is None:
        hidden = get_object_or_404(actions_of_withdrawn_minutes(), pk=action_id)
        context = {"minutes": hidden.minutes, "view": selectors.withdrawal_view(hidden.minutes)}
        return render(request, "boards/action_withdrawn.html", context, status=410)
    context = {
        "row": selectors.action_rows([found], today=timezone.localdate())[0],
        "action": found,
        "history": history_of(found, now=timezone.now()),
        "topics": topics_of(found),
        "item_number": selectors.number_of_item(found),
    }
    return render(request, "boards/action.html", context)
