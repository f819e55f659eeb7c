"""The editor's button “Publish”, of a page that is there and of a new one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from easyread.models import ContentPage
from easyread.publishing import NotPublished

PUBLIC = "“{title}” has been published."
WAITS = "“{title}” will be published on {day}."
DRAFT = "“{title}” was not published. {why}"


def publish_here(request: HttpRequest, page: Any) -> HttpResponse | None:
    """Publish the draft that was just saved, through the page's own verb; the last of the hooks
    before publishing, in place of what Wagtail does then. If it fails, the draft stays."""
    if not isinstance(page, ContentPage):
        return None
    try:
        page.publish(page.latest_revision, user=request.user, skip_permission_checks=True)
    except NotPublished as problem:
        return say_not_published(request, problem)
    page.refresh_from_db()  # its address may be another one
    for hook in hooks.get_hooks("after_publish_page"):
        answer = hook(request, page)
        if hasattr(answer, "status_code"):
            return answer
    messages.success(request, _what_happened(page), buttons=_buttons(page))
    there = get_valid_next_url_from_request(request)
    return redirect(there or reverse("wagtailadmin_explore", args=[page.get_parent().pk]))


def say_not_published(request: HttpRequest, problem: NotPublished) -> HttpResponse:
    """To the draft, with the reason."""
    title = problem.page.get_admin_display_title()
    messages.error(request, DRAFT.format(title=title, why=problem))
    return redirect("wagtailadmin_pages:edit", problem.page.pk)


def _what_happened(page: ContentPage) -> str:
    title = page.get_admin_display_title()
    if page.go_live_at and page.go_live_at > timezone.now():
        day = date_format(timezone.localtime(page.go_live_at), r"j F Y \a\t H:i")
        return WAITS.format(title=title, day=day)
    return PUBLIC.format(title=title)


def _buttons(page: ContentPage) -> list[Any]:
    edit = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), "Edit")
    if not page.live or page.url is None:
        return [edit]
    return [messages.button(page.url, "View live"), edit]
