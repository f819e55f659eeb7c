"""What may not be deleted, and the words in which that is said."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from boards.models import MeetingPage, MinutesPage, Paper
from boards.permissions import can_read_paper

APPROVED = "“{title}” can't be deleted: it approved the minutes of another meeting."
WORDS = (
    "“{title}” can't be deleted: it holds published minutes, and these stay public for six years. "
    "You can unpublish it."
)


def holds_published_minutes(page: Page) -> bool:
    """Whether deleting ``page`` would delete minutes that were ever public."""
    below = MinutesPage.objects.descendant_of(page, inclusive=True)
    return bool(below.filter(first_published_at__isnull=False).exists())


def approved_other_minutes(page: Page) -> bool:
    """Whether minutes outside ``page`` name a meeting inside it as the one that approved them."""
    meetings = MeetingPage.objects.descendant_of(page, inclusive=True)
    approved = MinutesPage.objects.filter(approved_at__in=meetings)
    return bool(approved.not_descendant_of(page, inclusive=True).exists())


def refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    if holds_published_minutes(page):
        return refusal(request, page, WORDS)
    if approved_other_minutes(page):
        return refusal(request, page, APPROVED)
    return None


def refusal(request: HttpRequest, page: Page, words: str) -> HttpResponse:
    """Say why, and lead back to where the page stands."""
    messages.error(request, words.format(title=page.get_admin_display_title()))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def hide_paper_of_drafts(paper: Paper, request: HttpRequest) -> None:
    """The same answer whether a paper is not public or not there."""
    if not can_read_paper(request.user, paper):
        raise Http404


def refuse_bulk_delete(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    for page in objects:
        if isinstance(page, Page) and (refused := refuse_to_delete(request, page)):
            return refused
    return None
