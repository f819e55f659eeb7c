"""Regular work that belongs to no list."""

from celery import shared_task
from django.core.management import call_command


@shared_task(name="portal.home.tasks.publish_scheduled")
def publish_scheduled() -> None:
    """Publish, or take down, the pages whose day has come. Running it twice does no harm."""
    call_command("publish_scheduled", verbosity=0)
