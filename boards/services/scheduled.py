"""Publishing, and taking down, the pages whose day has come: each by itself."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F
from wagtail.models import Page, Revision

from boards.models import ScheduledProblem
from easyread.publishing import WENT_WRONG, NotPublished, logger

FIRST_DUE = F("approved_go_live_at").asc(nulls_last=True)


@dataclass
class Done:
    """The numbers of the pages that were published or taken down, and of those that weren't."""

    well: list[int] = field(default_factory=list)
    badly: list[int] = field(default_factory=list)


def publish_what_is_due(*, now: datetime) -> Done:
    """What cannot be published stays as it was, is shown at My boards, and is tried again.

    Safe to run twice at once. A database that went away is raised: the next run goes on.
    """
    done = Done()
    expired = Page.objects.filter(live=True, expire_at__lt=now).order_by("pk")
    for page in expired.values_list("pk", flat=True):
        _try(page, partial(_take_down, page, now), done, now)
    due = Revision.page_revisions.filter(approved_go_live_at__lt=now)
    for pk, page in due.order_by(FIRST_DUE, "pk").values_list("pk", "object_id"):
        _try(int(page), partial(_publish, pk, int(page), now), done, now)
    ScheduledProblem.objects.exclude(page__in=done.badly).delete()
    return done


def _try(page: int, step: Callable[[], None], done: Done, now: datetime) -> None:
    try:
        with transaction.atomic():
            step()
    except (OperationalError, InterfaceError):
        raise
    except NotPublished as problem:
        _write_down(page, str(problem), now)
        done.badly.append(page)
    except Exception:
        logger.exception("scheduled_page_failed", extra={"page": page})
        _write_down(page, WENT_WRONG, now)
        done.badly.append(page)
    else:
        done.well.append(page)


def _take_down(page_id: int, now: datetime) -> None:
    page = Page.objects.select_for_update().filter(pk=page_id, live=True, expire_at__lt=now).first()
    if page is not None:
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def _publish(revision_id: int, page_id: int, now: datetime) -> None:
    due = Revision.page_revisions.filter(approved_go_live_at__lt=now, pk=revision_id)
    Page.objects.select_for_update().filter(pk=page_id).first()  # before its versions, as all do
    if revision := due.first():
        revision.publish(log_action="wagtail.publish.scheduled")


def _write_down(page: int, words: str, now: datetime) -> None:
    ScheduledProblem.objects.update_or_create(
        page_id=page, defaults={"words": words}, create_defaults={"words": words, "since": now}
    )
