"""Mail that is sent once: claim, write, say so, hand over, record. Shared by letters and digests.

The database is the truth. What was claimed and never begun is taken up again after its lease.
What was being handed over when its holder died, or whose answer never came, is ``unknown`` and
is never blindly sent again.
"""

import logging
import smtplib
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.db import connection, transaction
from django.db.models import Q, QuerySet

from boards.enums import LetterState as State
from boards.models.outgoing import Outgoing

BATCH = 50
LEASE = timedelta(minutes=10)
TRIES = 8
OK = 250  # what an SMTP server that is well says
Clock = Callable[[], datetime]
logger = logging.getLogger(__name__)


class _ConnectionLost(Exception):
    """The mail server went away in the middle: what became of the mail is not known."""


@dataclass(frozen=True)
class Outbox:
    """Rows of one kind of mail.

    A row that no longer fits ``only_while`` in the moment of handing over is not sent and gets the
    state ``otherwise``.
    """

    rows: QuerySet[Any]  # of a kind of `Outgoing`
    message: Callable[[Any], EmailMessage]
    only_while: Q = field(default_factory=Q)
    otherwise: str = State.FAILED

    def send(self, clock: Clock) -> int:
        """Send what is due over one connection; returns how many the server accepted.

        While the mail server cannot be reached nothing is claimed: the next tick tries again.
        """
        mail = get_connection()
        sent = 0
        try:
            while _is_reachable(mail) and (batch := self._claim(now=clock())):
                sent += self._send_batch(batch, mail, clock)
        finally:
            mail.close()
        return sent

    def _claim(self, *, now: datetime) -> list[Outgoing]:
        """Take up to `BATCH` rows that are due; no other holder can have them."""
        holder = uuid.uuid4()
        with transaction.atomic():
            due = self.rows.filter(state=State.PENDING, next_at__lte=now)
            if connection.features.has_select_for_update_skip_locked:
                due = due.select_for_update(skip_locked=True, of=("self",))
            ids = [row.pk for row in due.order_by("pk")[:BATCH]]
            self.rows.filter(pk__in=ids, state=State.PENDING).update(
                state=State.CLAIMED, lease_until=now + LEASE, holder=holder
            )
        claimed = self.rows.filter(state=State.CLAIMED, holder=holder)
        return list(claimed.order_by("pk"))

    def _send_batch(self, batch: list[Outgoing], mail: Any, clock: Clock) -> int:
        sent = 0
        for place, row in enumerate(batch):
            if not _is_reachable(mail):
                for later in batch[place:]:  # claimed and not begun: for the next holder
                    self._free(later, State.CLAIMED)
                break
            try:
                sent += self._hand_over(row, mail, clock)
            except _ConnectionLost:
                mail.close()
        return sent

    def _mark(self, row: Outgoing, expected: str, state: str, **more: object) -> int:
        """Change a row only if this holder still has it; returns 1 when it did."""
        held = self.rows.filter(pk=row.pk, state=expected, holder=row.holder)
        return held.update(state=state, **more)

    def _free(self, row: Outgoing, expected: str, **more: object) -> None:
        self._mark(row, expected, State.PENDING, holder=None, lease_until=None, **more)

    def _begin(self, row: Outgoing, now: datetime) -> bool:
        """Say that it is being handed over, before the mail server is spoken to."""
        held = self.rows.filter(pk=row.pk, state=State.CLAIMED, holder=row.holder)
        mine = held.filter(self.only_while)
        begun = mine.update(
            state=State.HANDING_OVER, attempts=row.attempts + 1, lease_until=now + LEASE
        )
        if not begun:
            self._mark(row, State.CLAIMED, self.otherwise)
        return bool(begun)

    def _written(self, row: Outgoing) -> EmailMessage | None:
        """The mail; what cannot be made has failed: no mail server was spoken to."""
        try:
            message = self.message(row)
            message.message()  # what stands in its head may be refused too
        except Exception as error:
            logger.exception("mail_not_written", extra={"row": row.pk})
            answer = f"It could not be written ({type(error).__name__})."
            self._mark(row, State.CLAIMED, State.FAILED, answer=answer)
            return None
        return message

    def _hand_over(self, row: Outgoing, mail: Any, clock: Clock) -> bool:
        message = self._written(row)
        if message is None or not self._begin(row, clock()):
            return False
        message.connection = mail
        try:
            message.send()
        except smtplib.SMTPRecipientsRefused as refusal:
            code, words = next(iter(refusal.recipients.values()))
            self._refused(row, code, words, clock())
        except smtplib.SMTPResponseException as refusal:
            self._refused(row, refusal.smtp_code, refusal.smtp_error, clock())
        except (OSError, smtplib.SMTPException) as problem:
            self._mark(row, State.HANDING_OVER, State.UNKNOWN, answer=type(problem).__name__)
            raise _ConnectionLost from problem
        else:
            return bool(self._mark(row, State.HANDING_OVER, State.SENT, sent_at=clock()))
        return False

    def _refused(self, row: Outgoing, code: int, words: bytes | str, now: datetime) -> None:
        """4xx: wait twice as long after each try, from one minute, until `TRIES` are used up.
        5xx: never again."""
        text = words.decode(errors="replace") if isinstance(words, bytes) else words
        answer = f"{code} {text}"[:300]
        if 400 <= code < 500 and row.attempts + 1 < TRIES:
            wait = timedelta(minutes=2**row.attempts)
            self._free(row, State.HANDING_OVER, answer=answer, next_at=now + wait)
        else:
            self._mark(row, State.HANDING_OVER, State.FAILED, answer=answer)


def recover(rows: QuerySet[Any], *, now: datetime) -> None:
    """Take up what a dead holder left behind, once its lease is over."""
    over = rows.filter(lease_until__lt=now)
    claimed = over.filter(state=State.CLAIMED)
    claimed.update(state=State.PENDING, holder=None, lease_until=None)
    over.filter(state=State.HANDING_OVER).update(
        state=State.UNKNOWN, answer="The process stopped while handing it over."
    )


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
