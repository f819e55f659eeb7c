"""What Celery runs. A message only wakes; the database is the truth."""

from celery import shared_task
from django.utils import timezone

from portal.digests import selectors, services


@shared_task(name="portal.digests.tasks.tick")
def tick() -> None:
    """Plan, recover, and wake who sends; running it twice does no harm."""
    now = timezone.now()
    services.recover_lost(now=now)
    services.plan_due_editions(now=now)
    services.beat(now=now)
    for pk in selectors.editions_being_sent().values_list("pk", flat=True):
        send_edition.delay(edition_id=pk)


@shared_task(name="portal.digests.tasks.send_edition")
def send_edition(*, edition_id: int) -> None:
    edition = selectors.edition_numbered(edition_id)
    if edition is not None:
        services.send_edition(edition=edition, clock=timezone.now)
