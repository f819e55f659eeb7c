"""Telling a board's secretary what readers asked for, and readers what was done."""

from datetime import datetime, timedelta

from django.db import transaction
from django.urls import reverse

from boards.models import Letter
from boards.rules.dates import long_date
from boards.selectors.format_requests import answer_by, board_of_page, requests_of, what
from boards.selectors.people import secretary_of
from boards.services.letters import write_letter
from easyread import services as easyread
from easyread.accounts import Account
from easyread.addresses import email_in
from easyread.models import FormatRequest

A_DAY = timedelta(days=1)
LETTERS_A_DAY = 20  # to one board


def tell_secretary_of_request(*, asked: FormatRequest, now: datetime) -> Letter | None:
    """Write to the secretary of the page's board; None where there is nobody to write to, or
    where so many came in a day that My boards must do."""
    board = board_of_page(asked.page)
    to = secretary_of(board, now) if board else ""
    if board is None or not to:
        return None
    if requests_of(board).filter(asked_at__gt=asked.asked_at - A_DAY).count() > LETTERS_A_DAY:
        return None
    return tell_of_request(asked=asked, to=to, now=now)


def tell_of_request(*, asked: FormatRequest, to: str, now: datetime) -> Letter:
    """Write to one person what was asked for, of which page, and how to reach who asked."""
    reach = asked.contact or "The person did not say how to reach them."
    return write_letter(
        key=f"format-request:{asked.pk}:came",
        to=to,
        subject=f"Someone asks for {what(asked)}: {asked.page.title}",
        words=f"Someone asks for {what(asked)} of this page: {asked.page.title}.\n\n"
        f"How to reach the person: {reach}\n\n"
        f"Please answer by {long_date(answer_by(asked.asked_at))}. "
        "Say there what you did; readers see how many requests were answered.",
        link=reverse("boards_admin:answer_format_request", args=[asked.pk]),
        link_words="Answer it",
        now=now,
    )


@transaction.atomic
def answer_format_request(
    *, asked: FormatRequest, answer: str, answered_by: Account | None, now: datetime
) -> FormatRequest:
    """Note what was done, and write it to the reader where there is an e-mail address.

    Raises `easyread.services.AnsweredAlready` and `AnswerIsEmpty`.
    """
    answered = easyread.answer_request(asked=asked, answer=answer, answered_by=answered_by, now=now)
    if to := email_in(answered.contact):
        write_letter(
            key=f"format-request:{answered.pk}:answered",
            to=to,
            subject=f"You asked for {what(answered)}: {answered.page.title}",
            words=f"You asked for {what(answered)} of this page: {answered.page.title}.\n\n"
            f"{answered.answer}",
            link=answered.page.url or "",
            link_words="Open the page",
            now=now,
        )
    return answered
