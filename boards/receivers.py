"""Turns Wagtail's signals and hooks into calls of services."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page

from boards import services
from boards.models import BoardPage, MinutesPage, Paper
from boards.tasks import bring_archive_in, make_pack, send_letters
from easyread.accounts import name_of
from easyread.selectors.format_requests import format_request


def wake_letters(sender: None, letter_id: int, **kwargs: Any) -> None:
    send_letters.delay()


def wake_archive(sender: None, job_id: int, **kwargs: Any) -> None:
    bring_archive_in.delay(job_id=job_id)


def record_what_strangers_see(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """A page that was taken down may hide public minutes, or have approved some."""
    if isinstance(instance, MinutesPage):
        return
    by, now = name_of(get_active_log_context().user), timezone.now()
    reason = f"“{instance.title}” is no longer public"
    services.record_visibility(pages=[instance], by=by, reason=reason, now=now)


def record_move(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    by = get_active_log_context().user
    services.record_move(page=instance, by=by, now=timezone.now())


def guard_trail(sender: Any, using: str, **kwargs: Any) -> None:
    services.guard_trail(using=using)


def keep_saved_paper(
    sender: type[Paper], instance: Paper, raw: bool = False, **kwargs: Any
) -> None:
    """Wagtail saves papers in five places; each file that comes in becomes a version."""
    fields = kwargs.get("update_fields")
    if not raw and (fields is None or set(fields) - {"file_hash", "file_size"}):
        services.keep_paper_version(paper=instance, now=timezone.now())


def wake_pack_maker(sender: None, agenda_id: int, **kwargs: Any) -> None:
    make_pack.delay(agenda_id=agenda_id)


def tell_of_format_request(sender: None, format_request_id: int, **kwargs: Any) -> None:
    """Somebody asked for a page in another format: its board's secretary hears of it."""
    asked = format_request(format_request_id)
    services.tell_secretary_of_request(asked=asked, now=timezone.now())


def prepare_new_board(request: HttpRequest, page: Page) -> None:
    if isinstance(page, BoardPage):
        services.prepare_board(board=page)


def prepare_copied_board(request: HttpRequest, page: Page, copy: Page) -> None:
    prepare_new_board(request, copy.specific)
