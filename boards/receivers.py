"""Turns Wagtail's signals into calls of services."""

from typing import Any

from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from boards import selectors, services
from boards.models import AgendaPage, BoardPage, MeetingPage, MinutesPage, Paper
from boards.services.trail import PUBLICATION, Publication, name_of
from boards.tasks import bring_archive_in, make_pack, send_letters
from easyread.selectors.wishes import wish

WHAT_HAPPENED = {
    page_published: "“{title}” was published",
    page_unpublished: "“{title}” is no longer public",
    post_page_move: "“{title}” was moved to another place",
}


def prepare_published_board(sender: type[BoardPage], instance: BoardPage, **kwargs: Any) -> None:
    services.prepare_board(board=instance)
    services.follow_action_days(board=instance)


def record_published_minutes(
    sender: type[MinutesPage], instance: MinutesPage, **kwargs: Any
) -> None:
    services.index_actions(actions=services.record_minutes(minutes=instance, now=timezone.now()))


def follow_published_meeting(
    sender: type[MeetingPage], instance: MeetingPage, **kwargs: Any
) -> None:
    services.follow_meeting(meeting=instance, now=timezone.now())


def follow_moved_meetings(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    for meeting in selectors.within(instance, MeetingPage):
        services.follow_meeting(meeting=meeting, now=timezone.now())


def wind_clock_of_page(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Whatever a board publishes may meet a deadline, move one, or make one."""
    services.wind_clock_of(page=instance)


def wake_letter_sender(sender: None, letter_id: int, **kwargs: Any) -> None:
    send_letters.delay()


def wake_archive(sender: None, job_id: int, **kwargs: Any) -> None:
    bring_archive_in.delay(job_id=job_id)


def keep_trail(
    sender: type[MinutesPage], instance: MinutesPage, revision: Any = None, **kwargs: Any
) -> None:
    """Published minutes go on record; what is only scheduled goes when its day comes."""
    if not instance.live:
        return
    user = get_active_log_context().user or getattr(revision, "user", None)
    unasked = Publication(name_of(user), "", timezone.now())
    publication = getattr(revision, PUBLICATION, unasked)
    services.record_publication(minutes=instance, publication=publication)


def keep_trail_of_meeting(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """After a meeting was moved or put right: its day stands in the minutes' trail too."""
    by, now = name_of(get_active_log_context().user), timezone.now()
    for minutes in selectors.within(instance, MinutesPage).live():
        reason = "The day or the place of the meeting on this site was put right"
        services.follow_trail(minutes=minutes, by=by, reason=reason, now=now)


def follow_what_strangers_see(
    sender: type[Page], instance: Page, signal: Any, **kwargs: Any
) -> None:
    """A page above public minutes may hide them, open them, or give them another address."""
    if isinstance(instance, MinutesPage):
        return
    by, now = name_of(get_active_log_context().user), timezone.now()
    reason = WHAT_HAPPENED[signal].format(title=instance.title)
    services.follow_visibility(pages=[instance], by=by, reason=reason, now=now)


def guard_trail(sender: Any, using: str, **kwargs: Any) -> None:
    services.guard_trail(using=using)


def record_published_agenda(sender: type[AgendaPage], instance: AgendaPage, **kwargs: Any) -> None:
    if instance.live:
        services.record_agenda(agenda=instance, now=instance.last_published_at or timezone.now())


def follow_saved_paper(
    sender: type[Paper], instance: Paper, raw: bool = False, **kwargs: Any
) -> None:
    """Wagtail saves papers in five places; each file that comes in becomes a version."""
    fields = kwargs.get("update_fields")
    if not raw and (fields is None or set(fields) - {"file_hash", "file_size"}):
        services.follow_paper(paper=instance, now=timezone.now())


def renew_packs_of_meeting(sender: type[MeetingPage], instance: MeetingPage, **kwargs: Any) -> None:
    services.renew_packs(meeting=instance, now=timezone.now())


def wake_pack_maker(sender: None, agenda_id: int, **kwargs: Any) -> None:
    make_pack.delay(agenda_id=agenda_id)


def note_published_topics(sender: type[Page], instance: Any, **kwargs: Any) -> None:
    services.note_topics(pages=[instance])


def tell_of_format_request(sender: None, request_id: int, **kwargs: Any) -> None:
    """Somebody asked for a page in another format: its board's secretary hears of it."""
    request = wish(request_id)
    services.tell_secretary_of_request(request=request, now=timezone.now())
