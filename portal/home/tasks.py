"""Regular work that belongs to no list."""

from celery import shared_task
from django.utils import timezone

from boards import services


@shared_task(name="portal.home.tasks.publish_scheduled")
def publish_scheduled() -> None:
    """Publish, or take down, the pages whose day has come. Running it twice does no harm."""
    services.publish_what_is_due(now=timezone.now())
