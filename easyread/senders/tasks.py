"""What Celery runs for counts of senders."""

from celery import shared_task
from django.utils import timezone

from easyread.senders import services


@shared_task(name="easyread.senders.tasks.forget")
def forget() -> None:
    """Delete the counts that have ended; running it twice does no harm."""
    services.forget(now=timezone.now())
