"""What happens when something of a board is published or moved: the steps, in order.

Each verb does all of it in one transaction, whoever publishes and by whichever way
(docs/adr/0036). What follows on commit is said by the steps as facts (`boards.events`).
"""

from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage
from boards.services.actions import recount_late_days
from boards.services.agendas import record_agenda
from boards.services.deadlines import set_deadlines_of
from boards.services.items import number_items, number_what_was_public
from boards.services.minutes import index_actions, record_minutes, rename_after_day
from boards.services.packs import renew_packs
from boards.services.setting_up import prepare_board
from boards.services.topics import note_topics
from boards.services.trail import (
    record_changes,
    record_publication,
    record_visibility,
)
from easyread.accounts import Account, name_of
from easyread.publishing import NotPublished, Publication, lay_open, publish
from easyread.services import compare_with_original, publish_page

PUBLISHED = "“{title}” was published"
PUT_RIGHT = "The day or the place of the meeting on this site was put right"
WAITS = "The draft waits for a day. Take the day out of it first."
MOVED = "“{title}” was moved to another place"


@transaction.atomic
def publish_minutes(publication: Publication) -> MinutesPage | None:
    """Minutes: what was decided and agreed is taken from them, and they go on record.

    A correction's reason stands in the trail. Raises ``ValidationError`` if they are not fit.
    """
    _number_what_was_public(publication)
    minutes: MinutesPage | None = lay_open(publication)
    if minutes is None:
        return None
    number_items(page=minutes, now=publication.now)
    # Before they go on record: a decision that is new in minutes on record was added.
    index_actions(actions=record_minutes(minutes=minutes, now=publication.now))
    by, now = name_of(publication.by), publication.now
    record_publication(minutes=minutes, by=by, reason=publication.reason, now=now)
    note_topics(pages=[minutes])
    set_deadlines_of(page=minutes)
    compare_with_original(original=minutes, now=now)
    return minutes


def publish_now(publication: Publication) -> None:
    """Publish what must not wait. Raises `NotPublished`, for what waits for its day too."""
    if publish(publication) is None:
        raise NotPublished(publication.revision.content_object, WAITS)


@transaction.atomic
def publish_agenda(publication: Publication) -> AgendaPage | None:
    """An agenda: its papers are noted, those that came late too, and its pack is asked for."""
    _number_what_was_public(publication)
    agenda: AgendaPage | None = lay_open(publication)
    if agenda is None:
        return None
    number_items(page=agenda, now=agenda.last_published_at)
    record_agenda(agenda=agenda, now=agenda.last_published_at)
    note_topics(pages=[agenda])
    set_deadlines_of(page=agenda)
    compare_with_original(original=agenda, now=publication.now)
    return agenda


@transaction.atomic
def publish_meeting(publication: Publication) -> MeetingPage | None:
    """A meeting: what hangs on its day, time and place goes with it."""
    meeting: MeetingPage | None = lay_open(publication)
    if meeting is None:
        return None
    now = publication.now
    rename_after_day(meeting=meeting, now=now)
    _tell_trail_of(meeting, name_of(publication.by), now)
    set_deadlines_of(page=meeting)
    _tell_who_sees(meeting, publication)
    renew_packs(meeting=meeting, now=now)
    return meeting


@transaction.atomic
def publish_board(publication: Publication) -> BoardPage | None:
    """A board: its people can work, and its rules on days hold."""
    board: BoardPage | None = lay_open(publication)
    if board is None:
        return None
    prepare_board(board=board)
    recount_late_days(board=board)
    set_deadlines_of(page=board)
    _tell_who_sees(board, publication)
    return board


@transaction.atomic
def publish_above_boards(publication: Publication) -> Page | None:
    """A page under which boards stand: whether strangers see them hangs on it."""
    page = publish_page(publication)
    if page is not None:
        _tell_who_sees(page, publication)
    return page


@transaction.atomic
def record_move(*, page: Page, by: Account | None, now: datetime) -> None:
    """After a page was moved: what stands at or below it has another address or other readers."""
    for meeting in MeetingPage.objects.descendant_of(page, inclusive=True):
        rename_after_day(meeting=meeting, now=now)
    _tell_trail_of(page, name_of(by), now)
    reason = MOVED.format(title=page.title)
    record_visibility(pages=[page], by=name_of(by), reason=reason, now=now)


def _number_what_was_public(publication: Publication) -> None:
    """Before other words take its place: of a portal that began without numbers of items."""
    page = publication.revision.content_object
    meeting = MeetingPage.objects.parent_of(page).get()
    number_what_was_public(meeting=meeting)


def _tell_trail_of(page: Page, by: str, now: datetime) -> None:
    for minutes in MinutesPage.objects.descendant_of(page, inclusive=True).live():
        record_changes(minutes=minutes, by=by, reason=PUT_RIGHT, now=now)


def _tell_who_sees(page: Page, publication: Publication) -> None:
    reason = PUBLISHED.format(title=page.title)
    by, now = name_of(publication.by), publication.now
    record_visibility(pages=[page], by=by, reason=reason, now=now)
