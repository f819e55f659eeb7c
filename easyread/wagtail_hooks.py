"""Registers the easy-read screens of the admin."""

from collections.abc import Iterator

from django.urls import URLResolver, include, path, reverse
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from easyread import admin_urls
from easyread.accounts import Visitor
from easyread.permissions import can_make_easy_read
from easyread.views.admin.publishing import publish_here
from easyread.viewsets import EasyReadGroup

LAST = 1000

register_snippet(EasyReadGroup)
hooks.register("before_publish_page", publish_here, order=LAST)


@hooks.register("register_admin_urls")
def easy_read_urls() -> list[URLResolver]:
    return [path("easy-read/", include(admin_urls, namespace="easyread_admin"))]


@hooks.register("register_page_header_buttons")
def make_easy_read(
    page: Page, user: Visitor, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """One click from minutes or an agenda; where there is an easy read, it leads there."""
    if can_make_easy_read(user, page):
        start = reverse("easyread_admin:start", args=[page.pk])
        yield Button("Easy read", start, icon_name="image", priority=5)
