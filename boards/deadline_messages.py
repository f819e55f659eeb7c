"""What is said of deadlines in the editor: by when to publish, and what was late."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from wagtail.admin import messages
from wagtail.models import Page

from boards.models import AgendaPage, MinutesPage
from boards.rules.dates import long_date
from boards.selectors.deadlines import days_words, deadline_of
from boards.selectors.format_requests import waiting_for
from boards.selectors.money import missing_in
from easyread.enums import EasyReadState
from easyread.selectors import easy_read_of


def say_by_when(request: HttpRequest, page: Page) -> None:
    """Before an agenda or minutes that are not out yet are edited."""
    if request.method != "GET" or not isinstance(page.specific_deferred, AgendaPage | MinutesPage):
        return
    if page.live or (deadline := deadline_of(page.specific_deferred)) is None:
        return
    left = days_words(deadline.due_on, timezone.localdate())
    messages.info(
        request,
        f"Publish by {long_date(deadline.due_on)} ({left}). It is public at once, for everyone.",
    )


def ask_why_late(request: HttpRequest, page: Page) -> None:
    """After something was published too late: the reason is asked for, and My boards asks again."""
    if not isinstance(page.specific_deferred, AgendaPage | MinutesPage):
        return
    deadline = deadline_of(page.specific_deferred)
    if deadline is None or deadline.late_reason or not deadline.is_late(timezone.localdate()):
        return
    messages.warning(
        request,
        f"This came late: it was due by {long_date(deadline.due_on)}. Please say why.",
        buttons=[
            messages.button(
                reverse("boards_admin:explain", args=[deadline.pk]), "Say why it is late"
            )
        ],
    )


def ask_to_explain_money(request: HttpRequest, page: Page) -> None:
    """After an agenda came out: which of its items about money have no plain words yet."""
    agenda = page.specific_deferred
    if not isinstance(agenda, AgendaPage):
        return
    missing = missing_in(list(agenda.items.raw_data))
    if not missing:
        return
    numbers = [number for number, _ in agenda.numbered_items()]
    titles = ", ".join(f"{numbers[one.place]} {one.title}" for one in missing)
    several = len(missing) > 1
    messages.warning(
        request,
        f"{'These items are' if several else 'This item is'} about money and "
        f"{'do' if several else 'does'} not say it in plain words: {titles}. "
        "Say how much, what for, and what changes for people.",
        buttons=[
            messages.button(
                reverse("wagtailadmin_pages:edit", args=[agenda.pk]), "Explain the money"
            )
        ],
    )


def say_no_easy_read(request: HttpRequest, page: Page) -> None:
    """After an agenda or minutes came out without an easy read, which should come the same day."""
    original = page.specific_deferred
    if not isinstance(original, AgendaPage | MinutesPage):
        return
    if easy_read_of(original).state != EasyReadState.NONE:
        return
    asked = waiting_for(original)
    people = "Nobody has asked for one yet." if not asked else f"{asked} people asked for one."
    messages.warning(
        request,
        f"There is no easy read of this yet. {'1 person asked for one.' if asked == 1 else people}",
        buttons=[
            messages.button(
                reverse("easyread_admin:start", args=[original.pk]), "Make an easy read"
            )
        ],
    )


AFTER_PUBLISHING = (ask_why_late, ask_to_explain_money, say_no_easy_read)
