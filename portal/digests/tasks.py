"""What Celery runs. A message only wakes; the database is the truth."""

from celery import shared_task
from django.utils import timezone

from portal.digests import selectors, services


@shared_task(name="portal.digests.tasks.plan_editions")
def plan_editions() -> None:
    """Freeze the editions that are due; running it twice does no harm."""
    services.plan_due_editions(now=timezone.now())


@shared_task(name="portal.digests.tasks.recover_editions")
def recover_editions() -> None:
    """Take up what a dead sender left behind, and wake the senders."""
    services.recover_lost(now=timezone.now())
    for number in selectors.editions_to_go_on_with():
        send_edition.delay(edition_id=number)


@shared_task(name="portal.digests.tasks.send_edition")
def send_edition(*, edition_id: int) -> None:
    edition = selectors.edition_numbered(edition_id)
    if edition is not None:
        services.send_edition(edition=edition, clock=timezone.now)
