"""What may not be deleted, and the words in which that is said."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.models import Page

from boards.models import MinutesPage

WORDS = (
    "“{title}” can't be deleted: it holds published minutes, and these stay public for six years. "
    "You can unpublish it."
)


def holds_published_minutes(page: Page) -> bool:
    """Whether deleting ``page`` would delete minutes that were ever public."""
    below = MinutesPage.objects.descendant_of(page, inclusive=True)
    return bool(below.filter(first_published_at__isnull=False).exists())


def refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    if not holds_published_minutes(page):
        return None
    messages.error(request, WORDS.format(title=page.get_admin_display_title()))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def refuse_bulk_delete(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    if action_type != "delete":
        return None
    for page in objects:
        if isinstance(page, Page) and (refusal := refuse_to_delete(request, page)):
            return refusal
    return None
