"""The editor's button “Publish”, of a page that is there and of a new one."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Page

from easyread.accounts import account_of
from easyread.models import ContentPage
from easyread.publishing import NotPublished
from easyread.reach import is_key

PUBLIC = "“{title}” has been published."
WAITS = "“{title}” will be published on {day}."
STAYS = "“{title}” is public as it was. The change will be published on {day}."
DRAFT = "“{title}” was not published. {why} It is kept as a draft: you can try again."
GONE = "“{title}” was not published, and nothing was kept. {why}"


def publish_here(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Publish the draft that was just saved, through the page's own verb; the last of the hooks
    before publishing, in place of what Wagtail does then. If it fails, the draft stays."""
    if not isinstance(page, ContentPage):
        return None
    details = {"previous_revision": _went_back_to(request, page), "skip_permission_checks": True}
    waits_for = page.go_live_at
    try:
        page.publish(page.latest_revision, user=account_of(request), **details)
    except NotPublished as problem:
        if request.resolver_match and request.resolver_match.view_name.endswith(":add"):
            _run("after_create_page", request, page)
        return say_not_published(request, problem)
    page.refresh_from_db()  # its address may be another one
    if answer := _run("after_publish_page", request, page):
        return answer
    messages.success(request, _what_happened(page, waits_for), buttons=_buttons(page))
    there = get_valid_next_url_from_request(request)
    return redirect(there or reverse("wagtailadmin_explore", args=[page.get_parent().pk]))


def say_not_published(request: HttpRequest, problem: NotPublished) -> HttpResponse:
    """To the draft, with the reason; where no draft was kept, back to where it began."""
    page = problem.page
    is_kept = problem.is_kept
    words = DRAFT if is_kept else GONE
    messages.error(request, words.format(title=page.get_admin_display_title(), why=problem))
    return redirect("wagtailadmin_pages:edit", page.pk) if is_kept else redirect(request.path)


def _went_back_to(request: HttpRequest, page: ContentPage) -> Any:
    """The earlier version of this page that is published again, for its history."""
    key = request.POST.get("revision", "")
    return page.revisions.filter(pk=key).first() if is_key(key) else None


def _run(name: str, request: HttpRequest, page: ContentPage) -> HttpResponse | None:
    for hook in hooks.get_hooks(name):
        answer: HttpResponse | None = hook(request, page)
        if hasattr(answer, "status_code"):
            return answer
    return None


def _what_happened(page: ContentPage, waits_for: datetime | None) -> str:
    title = page.get_admin_display_title()
    if waits_for and waits_for > timezone.now():
        day = date_format(timezone.localtime(waits_for), r"j F Y \a\t H:i")
        return (STAYS if page.live else WAITS).format(title=title, day=day)
    return PUBLIC.format(title=title)


def _buttons(page: ContentPage) -> list[Any]:
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), "Edit")
    if not page.live or page.url is None:
        return [edit]
    return [messages.button(page.url, "View live"), edit]
