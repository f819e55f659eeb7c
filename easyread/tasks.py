"""What Celery runs for easy read. A message only wakes; running a task twice does no harm."""

from celery import shared_task
from django.utils import timezone

from easyread import services


@shared_task(name="easyread.tasks.make_files")
def make_files(*, easy_read_id: int) -> None:
    services.make_files(easy_read_id=easy_read_id, clock=timezone.now)


@shared_task(name="easyread.tasks.recover_files")
def recover_files() -> None:
    """Ask for files of easy reads that are missing, stuck or failed."""
    services.recover_files(now=timezone.now())


@shared_task(name="easyread.tasks.renew_files")
def renew_files() -> None:
    """Ask for files that are no longer right, and put old ones away."""
    services.renew_files(now=timezone.now())


@shared_task(name="easyread.tasks.survey_words")
def survey_words() -> None:
    """Count anew which hard words and initials stand on public pages."""
    services.survey_words(now=timezone.now())


@shared_task(name="easyread.tasks.forget_contacts")
def forget_contacts() -> None:
    """Empty how to reach readers whose request was answered long ago."""
    services.forget_contacts(now=timezone.now())
