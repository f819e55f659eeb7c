"""What stays when somebody wants to delete, move or hide a page: asked before it happens. The
interfaces say it."""

from datetime import datetime

from django.db.models import Q
from wagtail.models import Page

from boards.models import BoardPage, MeetingPage, MinutesPage, PassedMatter, Proposal
from boards.selectors.public import within
from boards.selectors.trail import would_change

# Pages that came in by the batch are public without a day on which they came out.
EVER_OUT = Q(first_published_at__isnull=False) | Q(live=True)
EVER_ON_RECORD = Q(live=True) | Q(withdrawn_on__isnull=False)


def ever_held_public(page: Page, kind: type[Page]) -> bool:
    """Whether ``page`` is, or holds, a page of this kind that was ever public."""
    return bool(within(page, kind).filter(EVER_OUT).exists())


def holds_public_minutes(page: Page) -> bool:
    return bool(within(page, MinutesPage).live().exists())


def holds_tied_boards(page: Page) -> bool:
    """Whether anything that is kept for ever belongs to a board that ``page`` is or holds."""
    boards = within(page, BoardPage)
    return (
        Proposal.objects.filter(board__in=boards).exists()
        or PassedMatter.objects.filter(Q(board__in=boards) | Q(to_board__in=boards)).exists()
        or BoardPage.objects.filter(successor__in=boards).exists()
    )


def approved_other_minutes(page: Page) -> bool:
    """Whether minutes outside ``page`` name a meeting inside it as the one that approved them."""
    approved = MinutesPage.objects.filter(approved_at__in=within(page, MeetingPage))
    return bool(approved.not_descendant_of(page, inclusive=True).exists())


def minutes_with_new_words(page: Page, *, deep: bool) -> MinutesPage | None:
    """The minutes on record that publishing ``page``, and if ``deep`` what is below it, would
    change; a few queries for each minutes below it."""
    for minutes in within(page, MinutesPage).filter(EVER_ON_RECORD):
        at_hand = deep or minutes.pk == page.pk
        if at_hand and would_change(minutes, minutes.get_latest_revision_as_object()):
            found: MinutesPage = minutes
            return found
    return None


def moves_without_reason(page: Page, *, now: datetime) -> bool:
    """Whether the draft of a public meeting has another day, time or place, and nobody said why."""
    public = MeetingPage.objects.filter(pk=page.pk, live=True).first()
    draft = public and public.get_latest_revision_as_object()
    return bool(draft and draft.moved_without_reason(public, now=now))
