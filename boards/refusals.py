"""What may not be deleted, and the words in which that is said."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from boards.permissions import can_delete_announced
from boards.selectors import staying
from easyread.accounts import Visitor

APPROVED = "“{title}” can't be deleted: it approved the minutes of another meeting."
ANNOUNCED = (
    "“{title}” can't be deleted: everyone could read it. Cancel the meeting and say why: "
    "then people see it in their calendars."
)
OUT = (
    "“{title}” can't be deleted: it was public, with its papers. You can change it or unpublish it."
)
CLOSE = (
    "“{title}” can't be deleted: other things belong to it. Close the board instead, and say why."
)
COPIED = (
    "“{title}” can't be copied: what is public, and its actions, would be there twice. "
    "Plan a new meeting at My boards."
)
WORDS = (
    "“{title}” can't be deleted: it holds published minutes, and these stay public for six years. "
    "You can withdraw the minutes, and say why."
)


def refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    if staying.ever_held_public(page, MinutesPage):
        return refusal(request, page, WORDS)
    if staying.approved_other_minutes(page):
        return refusal(request, page, APPROVED)
    if words := _why_it_stays(page, request.user):
        return refusal(request, page, words)
    return None


def _why_it_stays(page: Page, user: Visitor) -> str:
    """Why a board, meeting or agenda that was public stays."""
    if staying.holds_tied_boards(page):
        return CLOSE
    if staying.ever_held_public(page, AgendaPage):
        return OUT
    if not can_delete_announced(user) and staying.ever_held_public(page, MeetingPage):
        return ANNOUNCED
    return ""


def refuse_to_copy(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Meetings, agendas and minutes are not copied, nor boards together with theirs; and no page
    is there twice as one: what publishing does would be done for one of them."""
    kinds = (MeetingPage, AgendaPage, MinutesPage)
    with_all = isinstance(page.specific_deferred, BoardPage) and bool(
        request.POST.get("copy_subpages")
    )
    if request.POST.get("alias") or with_all or isinstance(page.specific_deferred, kinds):
        return refusal(request, page, COPIED)
    return None


def refusal(request: HttpRequest, page: Page, words: str) -> HttpResponse:
    """Say why, and lead back to where the page stands."""
    messages.error(request, words.format(title=page.get_admin_display_title()))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_bulk_delete(
    request: HttpRequest, action_type: str, objects: list[Model], action: Any
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    for page in objects:
        if isinstance(page, Page) and (refused := refuse_to_delete(request, page)):
            return refused
    return None
