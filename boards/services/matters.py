"""Passing a matter to another board, the senate or an outside body; its answer comes back."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log

from boards.models import BoardPage, MeetingPage, PassedMatter
from boards.rules.dates import short_date
from boards.selectors.lineage import board_now
from boards.selectors.matters import answering_board
from boards.selectors.people import secretary_of
from boards.services.letters import write_letter
from easyread.accounts import Account


class CannotPass(Exception):
    """The matter can't be passed like this; the words say why."""


class CannotAnswer(Exception):
    """The answer can't be taken; the words say why."""


@transaction.atomic
def pass_matter(
    *,
    board: BoardPage,
    to_board: BoardPage | None,
    to_outside: str,
    title: str,
    words: str,
    agreed_by_meeting: MeetingPage | None,
    passed_by: Account | None,
    now: datetime,
) -> PassedMatter:
    """Pass a matter on, in public at once, and tell the receiving board's secretary."""
    if (to_board is None) == (not to_outside.strip()):
        raise CannotPass("Choose a board, or name a body outside: one of the two.")
    if to_board is not None and to_board.pk == board.pk:
        raise CannotPass("A matter goes to another board.")
    for each in (board, to_board):
        if each is not None and each.closed_on is not None:
            raise CannotPass(f"The {each} ended on {short_date(each.closed_on)}.")
    matter = PassedMatter.objects.create(
        board=board,
        to_board=to_board,
        to_outside=to_outside.strip(),
        title=_one_line(title),
        words=words.strip(),
        agreed_by_meeting=agreed_by_meeting,
        passed_on=timezone.localdate(now),
    )
    log(board, "boards.pass_matter", user=passed_by, data={"matter": matter.pk})
    if to_board is not None:
        _tell(
            to_board,
            matter,
            key="passed",
            subject=f"{board} passes a matter to you: {matter.title}",
            words=f"The {board} passes a matter to the {to_board}.\n\n“{matter.title}”\n\n"
            f"{matter.words}\n\nPlease talk about it on your board, and write the answer.",
            link_words="Read and answer it",
            now=now,
        )
    return matter


@transaction.atomic
def answer_matter(
    *,
    matter: PassedMatter,
    answer: str,
    answered_by: Account | None,
    now: datetime,
    answered_on: date | None = None,
) -> PassedMatter:
    """Write the answer, in public at once, and tell the secretary of the board that asked, or of
    the one that goes on with its work.

    ``answered_on`` is for outside bodies, whose answer is entered later; else it is today. Of two
    answers at the same time the first stays.
    """
    today = timezone.localdate(now)
    day = answered_on or today
    matter = PassedMatter.objects.select_for_update().get(pk=matter.pk)
    if matter.answered_on is not None:
        raise CannotAnswer(f"The answer came already, on {short_date(matter.answered_on)}.")
    if not answer.strip():
        raise CannotAnswer("Write the answer.")
    if day < matter.passed_on:
        raise CannotAnswer(f"The matter was only passed on {short_date(matter.passed_on)}.")
    if day > today:
        raise CannotAnswer("This day is still to come.")
    matter.answer, matter.answered_on = answer.strip(), day
    matter.save(update_fields=["answer", "answered_on"])
    log(answering_board(matter), "boards.answer_matter", user=answered_by, data={"pk": matter.pk})
    if matter.to_board is not None:
        _tell(
            board_now(matter.board),
            matter,
            key="answered",
            subject=f"{matter.to_board} answered: {matter.title}",
            words=f"The {matter.to_board} answered the matter that the {matter.board} passed.\n\n"
            f"“{matter.title}”\n\n{matter.answer}",
            link_words="See it with its answer",
            now=now,
        )
    return matter


def _tell(
    board: BoardPage,
    matter: PassedMatter,
    *,
    key: str,
    subject: str,
    words: str,
    link_words: str,
    now: datetime,
) -> None:
    """An e-mail to the board's secretary, or to the board's own address; none where it has none."""
    if to := secretary_of(board, now):
        write_letter(
            key=f"matter:{matter.pk}:{key}",
            to=to,
            subject=subject[:200],
            words=words,
            link=reverse("boards_admin:answer_matter", args=[matter.pk]),
            link_words=link_words,
            now=now,
        )


def _one_line(words: str) -> str:
    return " ".join(words.split())
