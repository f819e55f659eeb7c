"""What strangers may see, by kind: the one way in of public addresses. And what a page holds, by
kind, for those who ask before it changes."""

from django.db.models import Q, QuerySet
from wagtail.models import Page

from boards.models import (
    AgendaPage,
    BoardPage,
    MeetingPage,
    MinutesPage,
    PassedMatter,
    Proposal,
)
from boards.models.meeting_querysets import MeetingPageQuerySet
from easyread.page_lists import Kind, PageQuerySet
from easyread.visibility import public_pages


def public_boards() -> QuerySet[BoardPage]:
    """A to Z, those that ended too."""
    return public_pages(BoardPage.objects).order_by("title", "pk")


def public_meetings() -> MeetingPageQuerySet:
    return public_pages(MeetingPage.objects)


def public_agendas() -> QuerySet[AgendaPage]:
    return public_pages(AgendaPage.objects)


def public_minutes() -> QuerySet[MinutesPage]:
    return public_pages(MinutesPage.objects)


def proposals_known_by_link() -> QuerySet[Proposal]:
    """The address is the key: nobody can guess a reference."""
    return Proposal.objects.select_related("board", "meeting")


def is_public(page: Page) -> bool:
    return bool(public_pages(Page.objects.filter(pk=page.pk)).exists())


def as_stored(page: Kind) -> Kind | None:
    """The page as it is in the database, whatever a draft says; None where it is new."""
    return type(page).objects.filter(pk=page.pk).first()


def public_meeting_behind(draft: Page) -> MeetingPage | None:
    """What of this meeting is public while a draft waits."""
    return MeetingPage.objects.filter(pk=draft.pk, live=True).first()


def minutes_of(meeting: MeetingPage) -> MinutesPage | None:
    """Its minutes, a draft too."""
    return MinutesPage.objects.child_of(meeting).first()


def within(page: Page, kind: type[Kind]) -> PageQuerySet[Kind]:
    """The pages of this kind at ``page`` or below it, drafts too."""
    return kind.objects.descendant_of(page, inclusive=True)


def have_ties(boards: QuerySet[BoardPage]) -> bool:
    """Whether anything that is kept for ever belongs to one of these boards."""
    return (
        Proposal.objects.filter(board__in=boards).exists()
        or PassedMatter.objects.filter(Q(board__in=boards) | Q(to_board__in=boards)).exists()
        or BoardPage.objects.filter(successor__in=boards).exists()
    )


def approved_other_minutes(page: Page) -> bool:
    """Whether minutes outside ``page`` name a meeting inside it as the one that approved them."""
    approved = MinutesPage.objects.filter(approved_at__in=within(page, MeetingPage))
    return bool(approved.not_descendant_of(page, inclusive=True).exists())
