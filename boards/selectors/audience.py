"""Who may see a page."""

from dataclasses import dataclass

from wagtail.models import Page, PageViewRestriction

from boards.enums import Audience
from boards.models import BoardPage, MinutesPage


@dataclass(frozen=True)
class AudienceNow:
    """Who may see a page, as far as it says so itself, and what of it is public minutes. ``now`` is
    None where it is closed in a way that cannot be chosen here: by a password, to other groups."""

    board: BoardPage | None
    now: Audience | None
    minutes: int


def audience_of(page: Page) -> AudienceNow:
    board = BoardPage.objects.ancestor_of(page, inclusive=True).first()
    own = list(PageViewRestriction.objects.filter(page=page))
    now = _audience(own[0], board) if len(own) == 1 else None
    if not own:
        now = Audience.EVERYONE
    minutes = MinutesPage.objects.live().descendant_of(page, inclusive=True).count()
    return AudienceNow(board=board, now=now, minutes=minutes)


def _audience(restriction: PageViewRestriction, board: BoardPage | None) -> Audience | None:
    if restriction.restriction_type == PageViewRestriction.LOGIN:
        return Audience.ACCOUNTS
    if restriction.restriction_type == PageViewRestriction.GROUPS and board is not None:
        groups = list(restriction.groups.values_list("pk", flat=True))
        return Audience.THE_BOARD if groups == [board.editors_id] else None
    return None


def closed_above(page: Page) -> Page | None:
    """The nearest page above that is not for everyone: opening this one opens nothing."""
    above = page.get_view_restrictions().exclude(page=page).order_by("-page__depth").first()
    return above.page if above else None
