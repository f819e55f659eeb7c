"""What the charter forbids to delete."""

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

from boards.models import MeetingPage
from boards.refusals import refusal
from boards.selectors import within
from charter.selectors import is_signed_at

WORDS = "“{title}” can't be deleted: a board signed the charter there."


def refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A meeting at which a board signed stays."""
    if is_signed_at(within(page, MeetingPage)):
        return refusal(request, page, WORDS)
    return None
