"""Handing deliveries to the mail server: claim, say so, hand over, record.

What was claimed and never begun is taken up again after its lease. What was being handed over
when its sender died is ``unknown`` and is never blindly sent again.
"""

import logging
import smtplib
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.core.mail import get_connection
from django.db import connection, transaction

from portal.digests.emails import Letter
from portal.digests.enums import FINAL, DeliveryState, EditionState, SubscriberState
from portal.digests.models import Delivery, Edition

BATCH = 50
LEASE = timedelta(minutes=10)
TRIES = 8
OK = 250  # what an SMTP server that is well says
Clock = Callable[[], datetime]
logger = logging.getLogger(__name__)


class _ConnectionLost(Exception):
    """The mail server went away in the middle: what became of the copy is not known."""


def send_edition(*, edition: Edition, clock: Clock) -> int:
    """Send what is due of an edition over one connection; returns how many were accepted.

    While the mail server cannot be reached nothing is claimed: the next tick tries again.
    """
    letter = Letter(edition)
    mail = get_connection()
    sent = 0
    try:
        while _is_reachable(mail) and (batch := _claim(edition, now=clock())):
            sent += _send_batch(batch, letter, mail, clock)
    finally:
        mail.close()
    finish_edition(edition=edition)
    return sent


def _is_reachable(mail: Any) -> bool:
    """Whether there is a connection that answers; the server may have closed a kept one."""
    try:
        was_open = mail.open() is False
        if was_open and not _answers(mail):
            mail.close()
            mail.open()
    except (OSError, smtplib.SMTPException) as problem:
        logger.warning("The mail server does not answer: %s", type(problem).__name__)
        return False
    return True


def _answers(mail: Any) -> bool:
    try:
        return bool(mail.connection.noop()[0] == OK)
    except (OSError, smtplib.SMTPException):
        return False


def _send_batch(batch: list[Delivery], letter: Letter, mail: Any, clock: Clock) -> int:
    sent = 0
    for place, delivery in enumerate(batch):
        if not _is_reachable(mail):
            _give_back(batch[place:])
            break
        try:
            sent += _hand_over(delivery, letter, mail, clock)
        except _ConnectionLost:
            mail.close()
    return sent


def _give_back(deliveries: list[Delivery]) -> None:
    """What was claimed and not begun can be taken by the next sender."""
    for delivery in deliveries:
        _mark(
            delivery,
            DeliveryState.CLAIMED,
            DeliveryState.PENDING,
            token=None,
            lease_until=None,
        )


def _claim(edition: Edition, *, now: datetime) -> list[Delivery]:
    """Take up to `BATCH` deliveries that are due; no other sender can have them."""
    token = uuid.uuid4()
    with transaction.atomic():
        due = edition.deliveries.filter(state=DeliveryState.PENDING, next_at__lte=now)
        if connection.features.has_select_for_update_skip_locked:
            due = due.select_for_update(skip_locked=True)
        ids = list(due.order_by("pk").values_list("pk", flat=True)[:BATCH])
        Delivery.objects.filter(pk__in=ids, state=DeliveryState.PENDING).update(
            state=DeliveryState.CLAIMED, token=token, lease_until=now + LEASE
        )
    claimed = Delivery.objects.filter(token=token, state=DeliveryState.CLAIMED)
    return list(claimed.select_related("subscriber").order_by("pk"))


def _mark(delivery: Delivery, expected: DeliveryState, state: DeliveryState, **more: object) -> int:
    """Change a delivery only if this sender still holds it; returns 1 when it did."""
    mine = Delivery.objects.filter(pk=delivery.pk, token=delivery.token, state=expected)
    return mine.update(state=state, **more)


def _hand_over(delivery: Delivery, letter: Letter, mail: Any, clock: Clock) -> bool:
    mine = Delivery.objects.filter(
        pk=delivery.pk,
        token=delivery.token,
        state=DeliveryState.CLAIMED,
        subscriber__state=SubscriberState.CONFIRMED,
    )
    begun = mine.update(
        state=DeliveryState.HANDING_OVER,
        attempts=delivery.attempts + 1,
        lease_until=clock() + LEASE,
    )
    if not begun:
        _mark(delivery, DeliveryState.CLAIMED, DeliveryState.SUPPRESSED)
        return False
    message = letter.to(delivery)
    message.connection = mail
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refusal:
        code, words = next(iter(refusal.recipients.values()))
        _refused(delivery, code, words, clock())
    except smtplib.SMTPResponseException as refusal:
        _refused(delivery, refusal.smtp_code, refusal.smtp_error, clock())
    except (OSError, smtplib.SMTPException) as problem:
        _mark(
            delivery,
            DeliveryState.HANDING_OVER,
            DeliveryState.UNKNOWN,
            answer=type(problem).__name__,
        )
        raise _ConnectionLost from problem
    else:
        return bool(
            _mark(delivery, DeliveryState.HANDING_OVER, DeliveryState.SENT, sent_at=clock())
        )
    return False


def _refused(delivery: Delivery, code: int, words: bytes | str, now: datetime) -> None:
    """4xx: try again later. 5xx: never again for this edition."""
    text = words.decode(errors="replace") if isinstance(words, bytes) else words
    answer = f"{code} {text}"[:300]
    if 400 <= code < 500:
        _later(delivery, answer, now)
    else:
        _mark(delivery, DeliveryState.HANDING_OVER, DeliveryState.FAILED, answer=answer)


def _later(delivery: Delivery, answer: str, now: datetime) -> None:
    """Wait twice as long after each try, from one minute; give up after `TRIES`."""
    if delivery.attempts + 1 >= TRIES:
        _mark(delivery, DeliveryState.HANDING_OVER, DeliveryState.FAILED, answer=answer[:300])
        return
    wait = timedelta(minutes=2**delivery.attempts)
    _mark(
        delivery,
        DeliveryState.HANDING_OVER,
        DeliveryState.PENDING,
        answer=answer[:300],
        next_at=now + wait,
        token=None,
        lease_until=None,
    )


def recover_lost(*, now: datetime) -> None:
    """Take up what a dead sender left behind, once its lease is over."""
    over = Delivery.objects.filter(lease_until__lt=now)
    over.filter(state=DeliveryState.CLAIMED).update(
        state=DeliveryState.PENDING, token=None, lease_until=None
    )
    over.filter(state=DeliveryState.HANDING_OVER).update(
        state=DeliveryState.UNKNOWN, answer="The sender stopped while handing it over."
    )


def finish_edition(*, edition: Edition) -> None:
    """Say that an edition is done when every delivery has ended."""
    if not edition.deliveries.exclude(state__in=FINAL).exists():
        Edition.objects.filter(pk=edition.pk, state=EditionState.SENDING).update(
            state=EditionState.DONE
        )
