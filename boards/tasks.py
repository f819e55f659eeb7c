"""What Celery runs for boards. A message only wakes; running a task twice does no harm."""

from celery import shared_task
from django.utils import timezone

from boards import services
from boards.selectors.archives import archives_to_go_on_with
from boards.selectors.packs import agenda_to_pack


@shared_task(name="boards.tasks.send_letters")
def send_letters() -> None:
    services.send_letters(clock=timezone.now)


@shared_task(name="boards.tasks.recover_letters")
def recover_letters() -> None:
    """Take up what a dead sender left behind."""
    services.recover_letters(now=timezone.now())


@shared_task(name="boards.tasks.remind_owners")
def remind_owners() -> None:
    """Write the reminders that are due."""
    services.remind_owners(now=timezone.now())


@shared_task(name="boards.tasks.forget_letters")
def forget_letters() -> None:
    """Empty what ended long ago."""
    services.forget_old_letters(now=timezone.now())


@shared_task(name="boards.tasks.forget_links")
def forget_links() -> None:
    """Delete the personal links that have ended."""
    services.forget_links(now=timezone.now())


@shared_task(name="boards.tasks.bring_archive_in")
def bring_archive_in(*, job_id: int) -> None:
    """One turn on a folder of old minutes; whoever finds it taken goes away."""
    if services.bring_archive_in(job_id=job_id, clock=timezone.now):
        bring_archive_in.delay(job_id=job_id)


@shared_task(name="boards.tasks.recover_archives")
def recover_archives() -> None:
    """Wake the jobs that nobody works on."""
    for number in archives_to_go_on_with(now=timezone.now()):
        bring_archive_in.delay(job_id=number)


@shared_task(name="boards.tasks.make_pack")
def make_pack(*, agenda_id: int) -> None:
    agenda = agenda_to_pack(agenda_id)
    if agenda is not None:
        services.make_pack(agenda=agenda, clock=timezone.now)


@shared_task(name="boards.tasks.recover_packs")
def recover_packs() -> None:
    """Ask for packs of coming meetings that are missing, stuck or failed."""
    services.recover_packs(now=timezone.now())


@shared_task(name="boards.tasks.catch_up")
def catch_up() -> None:
    """Set every deadline, and note what an earlier version of the portal did not."""
    services.catch_up(now=timezone.now())


@shared_task(name="boards.tasks.verify_trail")
def verify_trail() -> None:
    """Check the trail of published minutes; officers see what was found."""
    services.check_trail(now=timezone.now())
