"""What the charter forbids to delete."""

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

from boards.models import MeetingPage
from boards.refusals import refusal
from charter.models import SignUp

WORDS = "“{title}” can't be deleted: a board signed the charter there."


def refuse_to_delete(request: HttpRequest, page: Page) -> HttpResponse | None:
    """A meeting at which a board signed stays."""
    meetings = MeetingPage.objects.descendant_of(page, inclusive=True)
    if SignUp.objects.filter(meeting__in=meetings).exists():
        return refusal(request, page, WORDS)
    return None
