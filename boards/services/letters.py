"""E-mails to single people: written once by their key, sent once."""

from datetime import datetime, timedelta
from functools import partial

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse

from boards.enums import LetterState
from boards.events import letter_written
from boards.links import OPENED_BY_LINK, absolute
from boards.models import ActionPoint, Letter
from boards.services.outbox import Clock, Outbox, recover

KEPT = timedelta(days=90)


@transaction.atomic
def write_letter(
    *,
    key: str,
    to: str,
    subject: str,
    words: str,
    link: str,
    link_words: str,
    now: datetime,
    action: ActionPoint | None = None,
) -> Letter:
    """Write an e-mail; the worker sends it after the commit.

    What has a letter under ``key`` already gets no second one: the first is returned. ``words``
    are paragraphs with an empty line between; ``link`` is the path or address of the one button.
    """
    letter, is_new = Letter.objects.get_or_create(
        key=key,
        defaults={
            "to": to,
            "action": action,
            "subject": " ".join(subject.split())[:200],
            "words": words,
            "link": link,
            "link_words": link_words,
            "written_at": now,
            "next_at": now,
        },
    )
    if is_new:
        transaction.on_commit(partial(letter_written.send_robust, None, letter_id=letter.pk))
    return letter


def send_letters(*, clock: Clock) -> int:
    """Send the letters that are due; returns how many the mail server accepted."""
    waiting = Letter.objects.filter(state=LetterState.PENDING, next_at__lte=clock())
    if not waiting.exists():
        return 0  # no need to call the mail server
    outbox = Outbox(rows=Letter.objects.all(), message=as_mail, only_while=~Q(to=""))
    sent = outbox.send(clock)
    gone = Letter.objects.filter(state=LetterState.SENT)
    for page in OPENED_BY_LINK:  # what follows the beginning stays with its reader only
        beginning = reverse(page, args=["-"]).removesuffix("-/")
        gone.filter(link__startswith=beginning).update(link="")
    return sent


def as_mail(letter: Letter) -> EmailMultiAlternatives:
    context = {
        "letter": letter,
        "paragraphs": letter.words.split("\n\n"),
        "link": absolute(letter.link) if letter.link else "",
    }
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=render_to_string("emails/letter/body.txt", context),
        to=[letter.to],
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(render_to_string("emails/letter/body.html", context), "text/html")
    return message


def recover_letters(*, now: datetime) -> None:
    """Take up what a dead holder left behind, once its lease is over."""
    recover(Letter.objects.all(), now=now)


def forget_old_letters(*, now: datetime) -> int:
    """Empty address and words of letters that ended long ago; the key stays, so that none is
    written again. Returns how many there were."""
    ended = Letter.objects.exclude(state__in=[LetterState.PENDING, LetterState.CLAIMED])
    old = ended.filter(written_at__lt=now - KEPT).exclude(sent_at__gte=now - KEPT)
    return old.exclude(to="", words="").update(to="", words="", link="", answer="")
