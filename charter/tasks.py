"""What the clock asks of the charter."""

from celery import shared_task
from django.utils import timezone

from charter.signing.services import keep_reviews
from charter.versions.services import put_due_in_force


@shared_task(name="charter.tasks.put_due_in_force")
def put_versions_in_force() -> int:
    """Seal the drafts whose day has come. Safe to run twice."""
    now = timezone.now()
    return put_due_in_force(now=now, today=timezone.localdate(now))


@shared_task(name="charter.tasks.keep_reviews")
def keep_reviews_of_signatures() -> int:
    """Remind boards of their yearly review; let lapse what was missed. Safe to run twice."""
    return keep_reviews(now=timezone.now())
