"""What the admin offers: its menus, its first page, the pages to choose from."""

from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from boards.panels import MyBoardsPanel
from boards.permissions import (
    can_bring_archives,
    can_report_any_progress,
    can_see_people,
    pages_shown_to,
)
from easyread.menus import ScreenItem

# Made when the menu is: before that there are no addresses.
ITEMS = (
    partial(ScreenItem, "My boards", "boards_admin:my_boards", "group", 10),
    partial(
        ScreenItem, "Actions", "boards_admin:actions", "tasks", 20, may=can_report_any_progress
    ),
    partial(ScreenItem, "People", "boards_admin:people", "user", 25, may=can_see_people),
    partial(
        ScreenItem, "Old minutes", "boards_admin:archives", "history", 40, may=can_bring_archives
    ),
)


def admin_css() -> str:
    sheets = (reverse("look"), static("boards/admin.css"))
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((each,) for each in sheets))


def publish_first(
    items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Drafts are saved by themselves: the button that people look for is Publish."""
    items.sort(key=lambda item: item.name != "action-publish")


def only_what_one_needs(request: HttpRequest, items: list[MenuItem]) -> None:
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in {"reports", "help", "images"}]


def no_counts(request: HttpRequest, items: list[SummaryItem]) -> None:
    items.clear()


def only_pages_one_may_see(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    return pages_shown_to(request.user, pages)


def first_page(request: HttpRequest, panels: list[Component]) -> None:
    panels[:] = [MyBoardsPanel()]
