"""Handing deliveries to the mail server: each copy is sent once (`boards.services.outbox`)."""

from datetime import datetime

from django.db.models import Q

from boards.services.outbox import Clock, Outbox, recover
from portal.digests.emails import EditionMail
from portal.digests.enums import FINAL, DeliveryState, EditionState, SubscriberState
from portal.digests.models import Delivery, Edition


def send_edition(*, edition: Edition, clock: Clock) -> int:
    """Send what is due of an edition over one connection; returns how many were accepted."""
    outbox = Outbox(
        rows=edition.deliveries.select_related("subscriber"),
        message=EditionMail(edition).to,
        only_while=Q(subscriber__state=SubscriberState.CONFIRMED),
        otherwise=DeliveryState.SUPPRESSED,
    )
    sent = outbox.send(clock)
    finish_edition(edition=edition)
    return sent


def recover_lost(*, now: datetime) -> None:
    """Take up what a dead holder left behind, once its lease is over."""
    recover(Delivery.objects.all(), now=now)


def finish_edition(*, edition: Edition) -> None:
    """Say that an edition is done when every delivery has ended."""
    if not edition.deliveries.exclude(state__in=FINAL).exists():
        Edition.objects.filter(pk=edition.pk, state=EditionState.SENDING).update(
            state=EditionState.DONE
        )
