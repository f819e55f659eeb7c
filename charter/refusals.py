"""What the charter forbids to delete."""

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

from boards.models import BoardPage, MeetingPage
from boards.refusals import refusal
from boards.selectors import within
from charter.signing.selectors import is_kept_of, is_signed_at

SIGNED_THERE = "“{title}” can't be deleted: a board signed the charter there."
WAS_ASKED = "“{title}” can't be deleted: it was asked to sign the charter. You can close the board."


def refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A meeting at which a board signed stays, and so does a board that was asked."""
    if is_signed_at(within(page, MeetingPage).values("pk")):
        return refusal(request, page, SIGNED_THERE)
    if is_kept_of(within(page, BoardPage).values("pk")):
        return refusal(request, page, WAS_ASKED)
    return None
