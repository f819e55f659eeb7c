"""Saying who may see a page and what stands below it."""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from boards.enums import Audience
from boards.models import BoardPage
from boards.services.trail import record_visibility
from easyread.accounts import Account, name_of


class AudienceNeedsReason(Exception):
    """Closing or opening a page says why."""


@transaction.atomic
def set_audience(
    *, page: Page, audience: Audience, reason: str, set_by: Account, now: datetime
) -> None:
    """Let these people see the page, whatever was said of it before. Restrictions above it stay.

    Public minutes at or below it say in their trail what strangers see now, and why.
    """
    if not reason.strip():
        raise AudienceNeedsReason("Say why.")
    Page.objects.select_for_update().get(pk=page.pk)
    for restriction in PageViewRestriction.objects.filter(page=page):
        restriction.delete(user=set_by)
    if audience != Audience.EVERYONE:
        restriction = PageViewRestriction(page=page, restriction_type=_kind(audience))
        restriction.save(user=set_by)
        if audience == Audience.THE_BOARD:
            board = BoardPage.objects.ancestor_of(page, inclusive=True).get()
            restriction.groups.add(board.editors)
    record_visibility(pages=[page], by=name_of(set_by), reason=reason.strip(), now=now)


def _kind(audience: Audience) -> str:
    of_group = audience == Audience.THE_BOARD
    return str(PageViewRestriction.GROUPS if of_group else PageViewRestriction.LOGIN)
