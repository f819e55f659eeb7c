"""Who may see a page."""

from dataclasses import dataclass

from wagtail.models import Page, PageViewRestriction

from boards.enums import Audience
from boards.models import BoardPage, MinutesPage


@dataclass(frozen=True)
class AudienceNow:
    """Who may see a page, as far as it says so itself, and what of it is public minutes."""

    board: BoardPage | None
    now: Audience
    minutes: int


def audience_of(page: Page) -> AudienceNow:
    board = BoardPage.objects.ancestor_of(page, inclusive=True).first()
    own = PageViewRestriction.objects.filter(page=page).first()
    now = Audience.EVERYONE
    if own is not None:
        by_group = own.restriction_type == PageViewRestriction.GROUPS and board is not None
        now = Audience.THE_BOARD if by_group else Audience.ACCOUNTS
    minutes = MinutesPage.objects.live().descendant_of(page, inclusive=True).count()
    return AudienceNow(board=board, now=now, minutes=minutes)


def closed_above(page: Page) -> Page | None:
    """The nearest page above that is not for everyone: opening this one opens nothing."""
    above = page.get_view_restrictions().exclude(page=page).order_by("-page__depth").first()
    return above.page if above else None
