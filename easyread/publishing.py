"""One verb a kind of page: how it is published (docs/adr/0036).

All ways lead through `publish`: the editor's button, several pages at once, a day that came, the
portal's own services. A verb does what belongs to its kind in order, in one transaction; what
fails publishes nothing. A kind without a verb of its own takes that of the nearest kind above it.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import InterfaceError, OperationalError
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision

from easyread.accounts import Account

logger = logging.getLogger(__name__)

WENT_WRONG = "Something went wrong on our side."


@dataclass(frozen=True)
class Publication:
    """One act of publishing: which words, by whom, why and when."""

    revision: Revision
    now: datetime
    by: Account | None = None  # None for the portal itself
    reason: str = ""
    wagtails: Mapping[str, Any] = field(default_factory=dict)  # what Wagtail's own ways add


Verb = Callable[[Publication], Page | None]  # atomic; None if the words wait for their day


class NotPublished(Exception):
    """Nothing was published; `str()` says why, for the person who wanted it."""

    def __init__(self, page: Page, words: str) -> None:
        self.page = page
        super().__init__(words)

    @property
    def is_kept(self) -> bool:
        """Whether there is a draft to go on with: what was made in the same step is gone."""
        return bool(type(self.page).objects.filter(pk=self.page.pk).exists())


_verbs: dict[type[Page], Verb] = {}


def published_by(kind: type[Page], verb: Verb) -> None:
    """Let pages of this kind, and of kinds below it that have none, be published by ``verb``."""
    _verbs[kind] = verb


def verb_of(kind: type[Page]) -> Verb:
    return next(_verbs[above] for above in kind.__mro__ if above in _verbs)


def publish(publication: Publication) -> Page | None:
    """Publish wholly or not at all. Raises `NotPublished`; ``PermissionDenied`` as Wagtail; and
    what a database says that went away or could not let two in at once."""
    page = publication.revision.content_object
    try:
        return verb_of(type(page))(publication)
    except ValidationError as problem:
        raise NotPublished(page, " ".join(problem.messages)) from problem
    except (NotPublished, PermissionDenied, OperationalError, InterfaceError):
        raise
    except Exception as problem:
        logger.exception("publishing_failed", extra={"page": page.pk})
        raise NotPublished(page, WENT_WRONG) from problem


def lay_open(publication: Publication) -> Any:
    """The first step of every verb: the words of the revision become the page's, or wait for their
    day. Gives the page if it is public with them now, else None."""
    asked = publication.revision
    Page.objects.select_for_update().get(pk=asked.object_id)  # one at a time
    revision = Revision.objects.get(pk=asked.pk)  # with the page as it is now
    revision.content = asked.content
    details = {"user": publication.by, **publication.wagtails}
    skips_checks = details.pop("skip_permission_checks", True)
    action = PublishPageRevisionAction(revision, **details)
    action.execute(skip_permission_checks=skips_checks)
    page = action.object
    return page if page.live and page.live_revision_id == asked.pk else None
