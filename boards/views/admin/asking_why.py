"""What is asked before minutes are published again or taken down."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.models import Page

from boards import selectors
from boards.models import AgendaPage, MinutesPage
from boards.selectors import staying
from boards.selectors.trail import would_change

ONE_BY_ONE = (
    "“{title}” holds published minutes. Minutes are withdrawn one by one, with a reason: open "
    "them and choose “Unpublish”."
)
HOLDS_MINUTES = (
    "“{title}” holds published minutes: if it is not public, they are not either. Say here who may "
    "see it, and why."
)
CHANGED = "“{title}” was changed since it was public. Say what you changed and why, one by one."
STAYS = "“{title}” stays where it is: its address belongs to its meeting."
HIDDEN_THERE = (
    "“{title}” holds published minutes, and not everyone sees the place to which you move it. Say "
    "first who may see it, and why."
)
MOVED = (
    "The draft of “{title}” has another day, time or place. Choose “Changed” there, say why, and "
    "publish it."
)


def ask_why_corrected(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The draft is saved already; it is published once the reason is given."""
    if not isinstance(page, MinutesPage):
        return None
    if page.go_live_at and page.go_live_at > timezone.now():
        return None
    public = selectors.as_stored(page)
    if public is None or not would_change(public, page):
        return None
    return redirect("boards_admin:correct_minutes", page.pk)


def ask_why_withdrawn(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Instead of unpublishing minutes; what stands above them is not taken down with them."""
    if isinstance(page, MinutesPage):
        return redirect("boards_admin:withdraw_minutes", page.pk) if page.live else None
    if staying.holds_public_minutes(page):
        messages.warning(request, HOLDS_MINUTES.format(title=page.get_admin_display_title()))
        return redirect("boards_admin:who_may_see", page.pk)
    return None


def ask_why_withdrawn_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Model], action: Any
) -> HttpResponse | None:
    if action_type != "unpublish":
        return None
    pages = [page.specific for page in objects if isinstance(page, Page)]
    public = [page for page in pages if isinstance(page, MinutesPage) and page.live]
    if len(public) == len(pages) == 1:
        return redirect("boards_admin:withdraw_minutes", public[0].pk)
    for page in pages:
        if page in public or staying.holds_public_minutes(page):
            messages.error(request, ONE_BY_ONE.format(title=page.get_admin_display_title()))
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None


def ask_why_moved_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """A draft that moves a public meeting, or changes public minutes, without a reason is not
    published with others."""
    if action_type != "publish":
        return None
    deep = bool(request.POST.get("include_descendants"))
    for page in objects:
        if minutes := staying.minutes_with_new_words(page, deep=deep):
            messages.warning(request, CHANGED.format(title=minutes.get_admin_display_title()))
            return redirect("boards_admin:correct_minutes", minutes.pk)
        if staying.moves_without_reason(page, now=timezone.now()):
            messages.error(request, MOVED.format(title=page.get_admin_display_title()))
            return redirect("wagtailadmin_pages:edit", page.pk)
    return None


def refuse_to_move(request: HttpRequest, page: Page, target: Page) -> HttpResponse | None:
    """An agenda and minutes stay with their meeting, and nothing public goes out of sight."""
    words = ""
    if isinstance(page.specific_deferred, (AgendaPage, MinutesPage)):
        words = STAYS
    elif staying.holds_public_minutes(page) and not selectors.is_public(target):
        words = HIDDEN_THERE
    if not words:
        return None
    messages.error(request, words.format(title=page.get_admin_display_title()))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_to_move_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Model], action: Any
) -> HttpResponse | None:
    if action_type != "move":
        return None
    target = action.cleaned_form.cleaned_data["chooser"]
    refused = (refuse_to_move(request, page, target) for page in objects if isinstance(page, Page))
    return next((answer for answer in refused if answer), None)


IN_BULK = (refuse_to_move_in_bulk, ask_why_withdrawn_in_bulk, ask_why_moved_in_bulk)
