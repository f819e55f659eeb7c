"""What readers ask for: kept, answered, and forgotten again."""

from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from easyread.accounts import Account
from easyread.addresses import email_in
from easyread.enums import Format
from easyread.events import format_asked
from easyread.models import FormatRequest
from easyread.senders.limits import Limit, TooMuch
from easyread.senders.services import take

ONCE_WITHIN = timedelta(days=1)
MOST_A_DAY = 20  # of one page
OF_A_SENDER = Limit("formats asked for: of a sender", 10, ONCE_WITHIN)  # of all pages
CONTACT_KEPT = timedelta(days=90)  # after the answer
CONTACT_KEPT_WITHOUT_ANSWER = timedelta(days=365)


class TooManyRequests(TooMuch):
    """One page was asked for so often in a day that something must be wrong."""


class AnsweredAlready(Exception):
    """Two people answered the same request: the first answer stays."""


class AnswerIsEmpty(Exception):
    """An answer says what was done."""


@transaction.atomic
def ask_for_format(
    *,
    page: Page,
    format: Format,
    contact: str,
    now: datetime,
    language: str = "",
    sender: str = "",
) -> FormatRequest:
    """Keep that a reader asked for another format of ``page``.

    The same with the same way to reach the reader is one request within a day: the first is
    returned. Raises `TooMuch`, of this ``sender`` (`easyread.senders.addresses`) or of all.
    """
    contact = email_in(contact) or contact.strip()
    Page.objects.select_for_update().get(pk=page.pk)  # of two, one at a time
    recent = FormatRequest.objects.filter(page=page, asked_at__gt=now - ONCE_WITHIN)
    wanted = {"format": format, "language": language, "contact": contact}
    if same := recent.filter(**wanted).order_by("pk").first():
        return same
    if recent.count() >= MOST_A_DAY:
        raise TooManyRequests(
            "Very many people asked for this page today. Please try again tomorrow, or ring us. "
            "What you wrote is still here.",
            wait=ONCE_WITHIN,
        )
    take((OF_A_SENDER, sender), now=now)
    asked = FormatRequest.objects.create(page=page, asked_at=now, **wanted)
    transaction.on_commit(partial(format_asked.send_robust, None, format_request_id=asked.pk))
    return asked


@transaction.atomic
def answer_request(
    *, asked: FormatRequest, answer: str, answered_by: Account | None, now: datetime
) -> FormatRequest:
    """Note what was done for the reader. Raises `AnsweredAlready` and `AnswerIsEmpty`."""
    if not answer.strip():
        raise AnswerIsEmpty("Write what you did.")
    taken = FormatRequest.objects.select_for_update().get(pk=asked.pk)
    if taken.answered_at is not None:
        raise AnsweredAlready("Someone else has answered this in the meantime.")
    taken.answer = answer.strip()
    taken.answered_at = max(now, taken.asked_at)
    taken.answered_by = answered_by
    taken.save(update_fields=["answer", "answered_at", "answered_by"])
    return taken


def forget_contacts(*, now: datetime) -> int:
    """Empty how to reach readers whose request was answered long ago, or in a whole year was not.

    The requests stay and are counted. Returns how many were emptied.
    """
    answered = Q(answered_at__lt=now - CONTACT_KEPT)
    never = Q(answered_at__isnull=True, asked_at__lt=now - CONTACT_KEPT_WITHOUT_ANSWER)
    old = FormatRequest.objects.filter(answered | never)
    return old.exclude(contact="").update(contact="")
