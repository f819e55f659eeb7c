"""What strangers may see, by kind: the one way in of public addresses. And what a page holds, by
kind."""

from django.db.models import QuerySet
from wagtail.models import Page

from boards.models import (
    AgendaPage,
    BoardPage,
    MeetingPage,
    MinutesPage,
    Proposal,
)
from boards.models.meeting_querysets import MeetingPageQuerySet
from easyread.page_lists import Kind, PageQuerySet
from easyread.visibility import public_pages


def public_boards() -> QuerySet[BoardPage]:
    """A to Z, those that ended too."""
    return public_pages(BoardPage.objects).order_by("title", "pk")


def boards_going_on() -> QuerySet[BoardPage]:
    """A to Z, without those that ended."""
    return public_boards().filter(closed_on=None)


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


def minutes_of(meeting: MeetingPage) -> MinutesPage | None:
    """Its minutes, a draft too."""
    return MinutesPage.objects.child_of(meeting).first()


def within(page: Page, kind: type[Kind]) -> PageQuerySet[Kind]:
    """The pages of this kind at ``page`` or below it, drafts too."""
    return kind.objects.descendant_of(page, inclusive=True)
